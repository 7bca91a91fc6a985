import type { Message } from '@xiaoer/contracts';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/button.tsx';

/** Why no reply can be written, with the way out; only notes can be. */
export function ClosedLine({ onReopen }: { onReopen: (() => void) | null }) {
  const { t } = useTranslation('inbox');
  return (
    <p className="composer-closed">
      {t('composer.resolved')}
      {onReopen && (
        <Button size="small" icon="reopen" onClick={onReopen}>
          {t('action.reopen')}
        </Button>
      )}
    </p>
  );
}

/** The message that is being answered. */
export function QuoteLine({ message, name, onDrop }: { message: Message; name: string; onDrop: () => void }) {
  const { t } = useTranslation('inbox');
  return (
    <div className="composer-quote">
      <span className="ellipsis">
        {t('composer.replyTo', { name })} {message.text || t('row.file')}
      </span>
      <IconButton icon="close" size="small" label={t('composer.dropQuote')} onClick={onDrop} />
    </div>
  );
}
