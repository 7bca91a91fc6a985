import type { FileRef } from '@xiaoer/contracts';
import type { PendingMessage } from '@xiaoer/sync';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../api/error-text.ts';
import { session } from '../../session/agent.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Attachments } from './attachments.tsx';

/** Something written that the server has not confirmed: on its way, waiting for the line, or refused. */
export function PendingBubble({
  entry,
  onImage,
  onEdit,
}: {
  entry: PendingMessage;
  onImage: (file: FileRef) => void;
  /** Takes the words back into the composer. */
  onEdit: (text: string) => void;
}) {
  const { t } = useTranslation('inbox');
  const { content, state, refusal, id } = entry;
  const isFailed = state === 'failed';
  return (
    <div
      className={cx(
        'group',
        content.kind === 'note' ? 'is-note' : 'is-ours',
        'is-pending',
        isFailed && 'is-failed',
      )}
    >
      <div className="bubble-line" data-message={id}>
        <div className={cx('bubble', content.text === '' && 'is-bare')}>
          <Attachments files={content.attachments} onImage={onImage} />
          {content.text !== '' && <p className="words">{content.text}</p>}
        </div>
      </div>
      {isFailed ? (
        <span className="group-mark is-failed" role="alert">
          <Icon name="alert" size={14} />
          {t('message.failed', { why: refusal ? errorText({ ...refusal, status: 400 }) : '' })}
          <button type="button" onClick={() => session().retry(id)}>
            {t('common:action.retry')}
          </button>
          <button
            type="button"
            onClick={() => {
              session().discard(id);
              onEdit(content.text);
            }}
          >
            {t('common:action.edit')}
          </button>
          <button type="button" onClick={() => session().discard(id)}>
            {t('common:action.delete')}
          </button>
        </span>
      ) : (
        <span className="group-mark">
          <Icon name="clock" size={13} />
          {t(state === 'waiting' && entry.attempts > 0 ? 'message.waiting' : 'message.sending')}
        </span>
      )}
    </div>
  );
}
