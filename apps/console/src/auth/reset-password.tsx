import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthError, resetPassword } from '../api/auth.ts';
import { useAuthText } from './auth-text.ts';
import { LinkForm } from './link-form.tsx';
import { SignIn } from './sign-in.tsx';

/** A new password by the link that an administrator passed on or a mail carried: /reset-password?token=… */
export default function ResetPassword() {
  const { t } = useTranslation('auth');
  const authText = useAuthText();
  const [isDone, setDone] = useState(false);
  if (isDone) return <SignIn notice={t('reset.done')} onDone={() => location.replace('/')} />;
  return (
    <LinkForm
      name="reset"
      fields={[{ name: 'password', autoComplete: 'new-password', hint: t('setUp.passwordHint') }]}
      explain={(failure) => authText(failure instanceof AuthError ? failure.code : 'UNREACHABLE')}
      onSubmit={async (token, { password }) => {
        await resetPassword(token, password);
        setDone(true);
      }}
    />
  );
}
