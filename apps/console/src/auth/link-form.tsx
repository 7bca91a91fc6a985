import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { usePageTitle } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { type FieldName, invalidFields } from './check-form.ts';
import { Stage } from './stage.tsx';

export type LinkField = { name: FieldName; type?: 'email'; autoComplete: string; hint?: string };
export type LinkValues = Record<FieldName, string>;

/**
 * A page that a link with `?token=` opens: asks for a few things, checks them by the server's rules, and
 * hands them on with the token. Words are those of `auth:NAME`; without a token it says what is missing.
 */
export function LinkForm({
  name,
  fields,
  onSubmit,
  explain,
}: {
  name: 'setUp' | 'join' | 'reset';
  fields: readonly LinkField[];
  /** Throws what `explain` puts into words. */
  onSubmit: (token: string, values: LinkValues) => Promise<void>;
  explain: (failure: unknown) => string;
}) {
  const { t } = useTranslation('auth');
  const title = t(`${name}.title`);
  usePageTitle(title);
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const [values, setValues] = useState<LinkValues>({ shopName: '', name: '', email: '', password: '' });
  const [wrong, setWrong] = useState<FieldName[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const invalid = invalidFields(
      Object.fromEntries(fields.map((field) => [field.name, values[field.name]])),
    );
    setWrong(invalid);
    if (invalid.length > 0) return;
    setBusy(true);
    setError(null);
    try {
      await onSubmit(token, values);
    } catch (failure) {
      setError(explain(failure));
      setBusy(false);
    }
  };

  if (token === '')
    return (
      <Stage title={title}>
        <Empty icon="lock" title={t(`${name}.noToken`)} text={t(`${name}.noTokenText`)} />
      </Stage>
    );
  return (
    <Stage title={title} lead={t(`${name}.lead`)}>
      {error && (
        <p className="stage-error" role="alert">
          {error}
        </p>
      )}
      <form className="stage-form" onSubmit={(event) => void submit(event)} noValidate>
        {fields.map((field, index) => (
          <Field
            key={field.name}
            label={t(`${name}.${field.name}`)}
            hint={field.hint}
            error={wrong.includes(field.name) && t(`invalid.${field.name}`)}
          >
            {(control) => (
              <TextInput
                {...control}
                type={field.name === 'password' ? 'password' : (field.type ?? 'text')}
                autoComplete={field.autoComplete}
                autoFocus={index === 0}
                value={values[field.name]}
                onChange={(event) => setValues({ ...values, [field.name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Button type="submit" tone="primary" size="large" isBlock isBusy={isBusy}>
          {t(`${name}.submit`)}
        </Button>
      </form>
    </Stage>
  );
}
