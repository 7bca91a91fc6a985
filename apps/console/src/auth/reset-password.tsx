import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthError, resetPassword } from '../api/auth.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { usePageTitle } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { useAuthText } from './auth-text.ts';
import { invalidFields } from './check-form.ts';
import { SignIn } from './sign-in.tsx';
import { Stage } from './stage.tsx';

/** A new password by the link that an administrator passed on or a mail carried: /reset-password?token=… */
export default function ResetPassword() {
  const { t } = useTranslation('auth');
  const authText = useAuthText();
  usePageTitle(t('reset.title'));
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const [password, setPassword] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isInvalid = invalidFields({ password }).length > 0;
    setWrong(isInvalid);
    if (isInvalid) return;
    setBusy(true);
    setError(null);
    try {
      await resetPassword(token, password);
      setDone(true);
    } catch (failure) {
      setError(authText(failure instanceof AuthError ? failure.code : 'UNREACHABLE'));
      setBusy(false);
    }
  };

  if (isDone) return <SignIn notice={t('reset.done')} onDone={() => location.replace('/')} />;
  if (token === '')
    return (
      <Stage title={t('reset.title')}>
        <Empty icon="lock" title={t('reset.noToken')} text={t('reset.noTokenText')} />
      </Stage>
    );
  return (
    <Stage title={t('reset.title')} lead={t('reset.lead')}>
      {error && (
        <p className="stage-error" role="alert">
          {error}
        </p>
      )}
      <form className="stage-form" onSubmit={(event) => void submit(event)} noValidate>
        <Field
          label={t('reset.password')}
          hint={t('setUp.passwordHint')}
          error={isWrong && t('invalid.password')}
        >
          {(control) => (
            <TextInput
              {...control}
              type="password"
              autoComplete="new-password"
              autoFocus
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" tone="primary" size="large" isBlock isBusy={isBusy}>
          {t('reset.submit')}
        </Button>
      </form>
    </Stage>
  );
}
