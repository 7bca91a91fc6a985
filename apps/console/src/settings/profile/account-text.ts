import { useTranslation } from 'react-i18next';
import { AuthError } from '../../api/auth.ts';

/** Words for what better-auth, or our own rule on passwords, said against a change of the account. */
export function useAccountText(): (failure: unknown) => string {
  const { t, i18n } = useTranslation('settings');
  return (failure) => {
    const code = failure instanceof AuthError ? failure.code : 'UNREACHABLE';
    for (const key of [`settings:account.${code}`, `errors:${code}`, `auth:error.${code}`])
      if (i18n.exists(key)) return t(key);
    return t('account.unknown', { code });
  };
}
