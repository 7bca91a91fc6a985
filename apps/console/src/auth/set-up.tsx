import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../api/auth.ts';
import { client } from '../api/client.ts';
import { errorText } from '../api/error-text.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { usePageTitle } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { type FieldName, invalidFields } from './check-form.ts';
import { Stage } from './stage.tsx';

const FIELDS = [
  { name: 'shopName', type: 'text', autoComplete: 'organization' },
  { name: 'name', type: 'text', autoComplete: 'name' },
  { name: 'email', type: 'email', autoComplete: 'username' },
  { name: 'password', type: 'password', autoComplete: 'new-password' },
] as const;

/** First owner of a new install, by the link that the server printed: /set-up?token=… */
export default function SetUp() {
  const { t } = useTranslation('auth');
  usePageTitle(t('setUp.title'));
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const [values, setValues] = useState<Record<FieldName, string>>({
    shopName: '',
    name: '',
    email: '',
    password: '',
  });
  const [wrong, setWrong] = useState<FieldName[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const invalid = invalidFields(values);
    setWrong(invalid);
    if (invalid.length > 0) return;
    setBusy(true);
    setError(null);
    try {
      await client.call('setUpOwner', { body: { token, ...values, email: values.email.trim() } });
      await signIn(values.email.trim(), values.password, true);
      location.replace('/');
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
  };

  if (token === '')
    return (
      <Stage title={t('setUp.title')}>
        <Empty icon="lock" title={t('setUp.noToken')} text={t('setUp.noTokenText')} />
      </Stage>
    );
  return (
    <Stage title={t('setUp.title')} lead={t('setUp.lead')}>
      {error && (
        <p className="stage-error" role="alert">
          {error}
        </p>
      )}
      <form className="stage-form" onSubmit={(event) => void submit(event)} noValidate>
        {FIELDS.map(({ name, type, autoComplete }, index) => (
          <Field
            key={name}
            label={t(`setUp.${name}`)}
            hint={name === 'password' ? t('setUp.passwordHint') : undefined}
            error={wrong.includes(name) && t(`invalid.${name}`)}
          >
            {(control) => (
              <TextInput
                {...control}
                type={type}
                autoComplete={autoComplete}
                autoFocus={index === 0}
                value={values[name]}
                onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Button type="submit" tone="primary" size="large" isBlock isBusy={isBusy}>
          {t('setUp.submit')}
        </Button>
      </form>
    </Stage>
  );
}
