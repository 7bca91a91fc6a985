import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';

export default function Customers({ id }: { id: string | null }) {
  const { t } = useTranslation('shell');
  return <Page title={t('nav.customers')}>{id}</Page>;
}
