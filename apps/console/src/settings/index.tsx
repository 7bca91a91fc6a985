import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';

/** The settings pages; each is a route below /settings. */
export default function Settings() {
  const { t } = useTranslation('shell');
  return <Page title={t('nav.settings')}>{null}</Page>;
}
