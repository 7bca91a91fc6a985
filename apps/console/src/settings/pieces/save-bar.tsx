import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Told when somebody else has saved meanwhile: theirs can be loaded, or overwritten by saving. */
export function Overtaken({ onReset }: { onReset: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <div className="st-notice" role="status">
      <Icon name="info" size={16} />
      <span className="st-notice-words">{t('overtaken.text')}</span>
      <Button size="small" onClick={onReset}>
        {t('overtaken.load')}
      </Button>
    </div>
  );
}

/** Foot of a page with a form; there as soon as something is unsaved. */
export function SaveBar({
  isDirty,
  isBusy,
  onSave,
  onDiscard,
}: {
  isDirty: boolean;
  isBusy: boolean;
  onSave: () => void;
  onDiscard: () => void;
}) {
  const { t } = useTranslation('settings');
  if (!isDirty) return null;
  return (
    <div className="st-savebar" role="status">
      <span>{t('unsaved')}</span>
      <Button onClick={onDiscard}>{t('discard')}</Button>
      <Button tone="primary" isBusy={isBusy} onClick={onSave}>
        {t('common:action.save')}
      </Button>
    </div>
  );
}
