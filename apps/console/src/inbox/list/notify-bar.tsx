import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../../session/agent.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { askForNotifications, mayAskForNotifications } from '../notify.ts';

const KEY = 'xiaoer.notify-asked';

/** Offers desktop notifications once: browsers let a page ask only after a press. */
export function NotifyBar() {
  const { t } = useTranslation('inbox');
  const isWanted = useAgent((state) => state.me.preferences.hasDesktopNotifications);
  const [isOpen, setOpen] = useState(() => mayAskForNotifications() && localStorage.getItem(KEY) === null);
  if (!isOpen || !isWanted) return null;
  const close = () => {
    localStorage.setItem(KEY, '1');
    setOpen(false);
  };
  return (
    <div className="notify-bar">
      <Icon name="bell" size={15} />
      <span>{t('notify.offer')}</span>
      <Button size="small" tone="quiet" onClick={() => void askForNotifications().then(close)}>
        {t('notify.allow')}
      </Button>
      <IconButton icon="close" size="small" label={t('common:action.close')} onClick={close} />
    </div>
  );
}
