import { useTranslation } from 'react-i18next';
import { signIn } from '../api/auth.ts';
import { client } from '../api/client.ts';
import { errorText } from '../api/error-text.ts';
import { LinkForm } from './link-form.tsx';

/** First owner of a new install, by the link that the server printed: /set-up?token=… */
export default function SetUp() {
  const { t } = useTranslation('auth');
  return (
    <LinkForm
      name="setUp"
      fields={[
        { name: 'shopName', autoComplete: 'organization' },
        { name: 'name', autoComplete: 'name' },
        { name: 'email', type: 'email', autoComplete: 'username' },
        { name: 'password', autoComplete: 'new-password', hint: t('setUp.passwordHint') },
      ]}
      explain={errorText}
      onSubmit={async (token, values) => {
        const email = values.email.trim();
        await client.call('setUpOwner', { body: { token, ...values, email } });
        await signIn(email, values.password, true);
        location.replace('/');
      }}
    />
  );
}
