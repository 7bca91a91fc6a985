import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.ts';
import { errorText } from '../api/error-text.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { usePageTitle } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { type FieldName, invalidFields } from './check-form.ts';
import { SignIn } from './sign-in.tsx';
import { Stage } from './stage.tsx';

/** Joining by an invitation: /join?token=… The link carries no address, so signing in follows. */
export default function Join() {
  const { t } = useTranslation('auth');
  usePageTitle(t('join.title'));
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<FieldName[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const invalid = invalidFields({ name, password });
    setWrong(invalid);
    if (invalid.length > 0) return;
    setBusy(true);
    setError(null);
    try {
      await client.call('acceptInvitation', { body: { token, name: name.trim(), password } });
      setDone(true);
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
  };

  if (isDone) return <SignIn notice={t('join.done')} onDone={() => location.replace('/')} />;
  if (token === '')
    return (
      <Stage title={t('join.title')}>
        <Empty icon="lock" title={t('join.noToken')} text={t('join.noTokenText')} />
      </Stage>
    );
  return (
    <Stage title={t('join.title')} lead={t('join.lead')}>
      {error && (
        <p className="stage-error" role="alert">
          {error}
        </p>
      )}
      <form className="stage-form" onSubmit={(event) => void submit(event)} noValidate>
        <Field
          label={t('join.name')}
          hint={t('join.nameHint')}
          error={wrong.includes('name') && t('invalid.name')}
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="name"
              autoFocus
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('join.password')}
          hint={t('setUp.passwordHint')}
          error={wrong.includes('password') && t('invalid.password')}
        >
          {(control) => (
            <TextInput
              {...control}
              type="password"
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" tone="primary" size="large" isBlock isBusy={isBusy}>
          {t('join.submit')}
        </Button>
      </form>
    </Stage>
  );
}
