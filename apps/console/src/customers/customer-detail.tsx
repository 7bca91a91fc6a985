import { useTranslation } from 'react-i18next';
import { CustomerContext } from '../inbox/context/context-panel.tsx';
import { IconButton } from '../ui/button.tsx';

/** One customer beside the list: who they are, what was said, merging. */
export function CustomerDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('customers');
  return (
    <aside className="ctx customers-detail" aria-label={t('detail')}>
      <IconButton
        icon="close"
        className="customers-close"
        label={t('common:action.close')}
        onClick={onClose}
      />
      <CustomerContext id={id} />
    </aside>
  );
}
