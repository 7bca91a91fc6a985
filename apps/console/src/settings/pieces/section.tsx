import type { ReactNode } from 'react';

/** A part of a settings page: what it is about at the left, its controls at the right. */
export function Section({
  title,
  text,
  actions,
  children,
}: {
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="st-section">
      <div className="st-section-head">
        <h2 className="st-section-title">{title}</h2>
        {text && <p className="st-section-text">{text}</p>}
        {actions}
      </div>
      <div className="st-section-body">{children}</div>
    </section>
  );
}

/** One of a few: a row of buttons that acts as radio buttons. */
export function Choices<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
}) {
  return (
    <fieldset className="st-choices">
      <legend className="field-label">{label}</legend>
      <div className="st-choices-row">
        {options.map((option) => (
          <label key={option.value} className="st-choice">
            <input
              type="radio"
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
