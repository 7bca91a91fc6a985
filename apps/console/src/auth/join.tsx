import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.ts';
import { errorText } from '../api/error-text.ts';
import { LinkForm } from './link-form.tsx';
import { SignIn } from './sign-in.tsx';

/** Joining by an invitation: /join?token=… The link carries no address, so signing in follows. */
export default function Join() {
  const { t } = useTranslation('auth');
  const [isDone, setDone] = useState(false);
  if (isDone) return <SignIn notice={t('join.done')} onDone={() => location.replace('/')} />;
  return (
    <LinkForm
      name="join"
      fields={[
        { name: 'name', autoComplete: 'name', hint: t('join.nameHint') },
        { name: 'password', autoComplete: 'new-password', hint: t('setUp.passwordHint') },
      ]}
      explain={errorText}
      onSubmit={async (token, { name, password }) => {
        await client.call('acceptInvitation', { body: { token, name: name.trim(), password } });
        setDone(true);
      }}
    />
  );
}
