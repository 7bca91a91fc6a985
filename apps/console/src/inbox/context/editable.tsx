import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/class-names.ts';
import './editable.css';

/**
 * A value that becomes a field where it stands. Enter or leaving saves, Esc gives up. `onSave` answers
 * what is wrong, or null.
 */
export function Editable({
  label,
  value,
  placeholder,
  isLong = false,
  isReadOnly = false,
  maxLength,
  type = 'text',
  onSave,
}: {
  label: string;
  value: string;
  placeholder: string;
  isLong?: boolean;
  isReadOnly?: boolean;
  maxLength: number;
  type?: 'text' | 'email' | 'tel';
  onSave: (value: string) => Promise<string | null>;
}) {
  const { t } = useTranslation('inbox');
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isEditing = draft !== null;
  useEffect(() => {
    if (isEditing) field.current?.select();
  }, [isEditing]);

  const leave = () => {
    setDraft(null);
    setError(null);
  };
  const save = async () => {
    if (draft === null || isBusy) return;
    if (draft.trim() === value.trim()) return leave();
    setBusy(true);
    const wrong = await onSave(draft.trim());
    setBusy(false);
    if (wrong === null) leave();
    else setError(wrong);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
      requestAnimationFrame(() => button.current?.focus());
    } else if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save().then(() => requestAnimationFrame(() => button.current?.focus()));
    }
  };

  if (!isEditing)
    return (
      <button
        ref={button}
        type="button"
        className={cx('editable', isLong && 'is-long', value === '' && 'is-empty')}
        aria-label={t('context.edit', { label, value: value || placeholder })}
        disabled={isReadOnly}
        onClick={() => setDraft(value)}
      >
        {value || placeholder}
      </button>
    );
  const shared = {
    ref: field,
    className: cx('input', 'editable-field', isLong && 'input-area'),
    'aria-label': label,
    'aria-invalid': error ? (true as const) : undefined,
    value: draft,
    maxLength,
    disabled: isBusy,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onKeyDown,
    onBlur: () => void save(),
  };
  return (
    <span className="editable-frame">
      {isLong ? <textarea rows={4} {...shared} /> : <input type={type} {...shared} />}
      {error && (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
