import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import './field.css';
import { cx } from './class-names.ts';

/** What a control inside a Field needs, so that label, hint and error are read out with it. */
type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

/**
 * Label, control, hint and error of one setting. The child is a function that receives the id and the
 * aria attributes for the control.
 */
export function Field({
  label,
  hint,
  error,
  isOptional,
  children,
  className,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Words such as “optional”, shown beside the label. */
  isOptional?: ReactNode;
  children: (control: FieldControl) => ReactNode;
  className?: string;
}) {
  const id = useId();
  const describedBy = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className={cx('field', className)}>
      <label className="field-label" htmlFor={id}>
        {label}
        {isOptional && <span className="field-optional">{isOptional}</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : (
        hint && (
          <p className="field-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

export function TextInput({
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  return <input type="text" {...rest} className={cx('input', className)} />;
}

export function TextArea({
  className,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  return <textarea rows={4} {...rest} className={cx('input', 'input-area', className)} />;
}

/** A setting that is on or off and acts at once. */
export function Toggle({
  isOn,
  onChange,
  label,
  hint,
  disabled,
}: {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className="toggle">
      <button
        type="button"
        role="switch"
        id={id}
        aria-checked={isOn}
        aria-labelledby={`${id}-label`}
        disabled={disabled}
        className="toggle-track"
        onClick={() => onChange(!isOn)}
      >
        <span className="toggle-knob" />
      </button>
      <label className="toggle-words" id={`${id}-label`} htmlFor={id}>
        <span>{label}</span>
        {hint && <span className="field-hint">{hint}</span>}
      </label>
    </div>
  );
}
