import type { FileRef, Message } from '@xiaoer/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatTime } from '../../i18n/format.ts';
import { useAgent } from '../../session/agent.ts';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { showToast } from '../../ui/toast.tsx';
import { Attachments } from './attachments.tsx';
import { RichText } from './rich-text.tsx';

export type MessageTools = {
  find: (id: string) => Message | undefined;
  onReplyTo: ((message: Message) => void) | null;
  onImage: (file: FileRef) => void;
  onJump: (id: string) => void;
};

/** Words of one author, close together in time. */
export function MessageGroup({
  messages,
  tools,
  highlightId,
  mark,
}: {
  messages: readonly Message[];
  tools: MessageTools;
  highlightId: string | null;
  /** Under the last of our replies: read or not. */
  mark: { id: string; isRead: boolean } | null;
}) {
  const { t } = useTranslation('inbox');
  const first = messages[0]!;
  const { kind, author } = first;
  const isOurs = author.kind !== 'customer';
  const marked = mark !== null && messages.some((message) => message.id === mark.id) ? mark : null;
  return (
    <div
      className={cx(
        'group',
        kind === 'note' ? 'is-note' : isOurs ? 'is-ours' : 'is-theirs',
        author.kind === 'bot' && 'is-bot',
      )}
    >
      <div className="group-by">
        {kind === 'note' && (
          <span className="group-note">
            <Icon name="note" size={13} />
            {t('message.note')}
          </span>
        )}
        {author.kind === 'bot' && (
          <span className="group-bot">
            <Icon name="bot" size={13} />
            {t('message.bot')}
          </span>
        )}
        <span>{author.name || t('customerWord')}</span>
        <time className="num" dateTime={first.createdAt} title={formatMoment(first.createdAt)}>
          {formatTime(first.createdAt)}
        </time>
      </div>
      {messages.map((message) => (
        <Bubble key={message.id} message={message} tools={tools} isLit={message.id === highlightId} />
      ))}
      {marked && (
        <span className={cx('group-mark', marked.isRead && 'is-read')}>
          <Icon name={marked.isRead ? 'checks' : 'check'} size={14} />
          {t(marked.isRead ? 'message.read' : 'message.delivered')}
        </span>
      )}
    </div>
  );
}

function Bubble({ message, tools, isLit }: { message: Message; tools: MessageTools; isLit: boolean }) {
  const { t } = useTranslation('inbox');
  const [isTapped, setTapped] = useState(false);
  const users = useAgent((state) => state.users);
  const names = message.mentionIds.flatMap((id) => users.get(id)?.name ?? []);
  const quoted = message.replyToId === null ? undefined : tools.find(message.replyToId);
  const copy = () =>
    void navigator.clipboard
      .writeText(message.text)
      .then(() => showToast({ text: t('common:action.copied'), stays: 1_500 }));
  const hasWords = message.text !== '';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a tap shows what the pointer shows by hovering
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons inside are reached by Tab
    <div
      className={cx('bubble-line', isTapped && 'is-tapped', isLit && 'is-lit')}
      data-message={message.id}
      data-number={message.number}
      onClick={() => matchMedia('(hover: none)').matches && setTapped(!isTapped)}
    >
      <div className={cx('bubble', !hasWords && 'is-bare')}>
        {message.replyToId !== null && (
          <button
            type="button"
            className="quote"
            disabled={!quoted}
            onClick={() => quoted && tools.onJump(quoted.id)}
          >
            <b>{quoted?.author.name || t('message.quotedOlder')}</b>
            <span className="ellipsis">{quoted ? quoted.text || t('row.file') : ''}</span>
          </button>
        )}
        <Attachments files={message.attachments} onImage={tools.onImage} />
        {hasWords && (
          <p className="words">
            <RichText text={message.text} names={names} />
          </p>
        )}
      </div>
      <span className="bubble-tools">
        {tools.onReplyTo && message.kind === 'reply' && (
          <IconButton
            icon="reply"
            size="small"
            label={t('message.quote')}
            onClick={() => tools.onReplyTo?.(message)}
          />
        )}
        {hasWords && <IconButton icon="copy" size="small" label={t('common:action.copy')} onClick={copy} />}
      </span>
    </div>
  );
}
