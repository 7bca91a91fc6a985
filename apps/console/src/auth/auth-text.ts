import { useTranslation } from 'react-i18next';

/** Words for a code of better-auth; an unknown one is shown, so that it can be looked up. */
export function useAuthText(): (code: string) => string {
  const { t, i18n } = useTranslation('auth');
  return (code) => (i18n.exists(`auth:error.${code}`) ? t(`error.${code}`) : t('error.UNKNOWN', { code }));
}
