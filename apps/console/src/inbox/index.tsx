import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';

export default function Inbox() {
  const { t } = useTranslation('shell');
  return <Page title={t('nav.inbox')}>{null}</Page>;
}
