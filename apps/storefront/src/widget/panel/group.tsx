import type { FileRef } from '@xiaoer/contracts';
import { clock } from '../text/days.ts';
import { fileSize, isEmojiOnly } from '../text/format.ts';
import { linkify } from '../text/linkify.ts';
import { useChat, useTexts, useUi } from './context.ts';
import { FileIcon } from './icons.tsx';
import { Picture } from './picture.tsx';
import type { ThreadItem, ThreadRow } from './rows.ts';

type Props = {
  group: Extract<ThreadRow, { kind: 'group' }>;
  /** Newest own message that the server has; its mark stands below it. */
  mark: { id: string; isRead: boolean } | null;
  onPicture: (picture: FileRef) => void;
};

/** A run of messages of one author. */
export function MessageGroup({ group, mark, onPicture }: Props) {
  const say = useTexts();
  const { language } = useUi();
  const isOwn = group.author.kind === 'customer';
  const first = group.items[0];
  return (
    <div class={isOwn ? 'group own' : 'group other'}>
      {first && (
        <div class="by">
          <span class={isOwn ? 'visually-hidden' : undefined}>
            {isOwn ? say('you') : group.author.name || say('service')}
          </span>
          {group.author.kind === 'bot' && <span class="botmark">{say('bot')}</span>}
          <time dateTime={first.at.toISOString()}>{clock(first.at, language)}</time>
        </div>
      )}
      {group.items.map((item) => (
        <Item key={item.id} item={item} mark={mark?.id === item.id ? mark : null} onPicture={onPicture} />
      ))}
    </div>
  );
}

type ItemProps = { item: ThreadItem; mark: Props['mark']; onPicture: Props['onPicture'] };

function Item({ item, mark, onPicture }: ItemProps) {
  const say = useTexts();
  const isPending = item.state === 'waiting' || item.state === 'sending';
  const classes = ['bubble', isPending && 'pending', isEmojiOnly(item.text) && 'large']
    .filter(Boolean)
    .join(' ');
  return (
    <>
      {item.text.trim() !== '' && (
        <div class={classes} data-id={item.id}>
          {words(item.text)}
        </div>
      )}
      {item.attachments.map((file) =>
        file.mediaType.startsWith('image/') ? (
          <Picture key={file.id} file={file} onOpen={() => onPicture(file)} />
        ) : (
          <FileLink key={file.id} file={file} />
        ),
      )}
      {isPending && <div class="marks">{say('sending')}</div>}
      {item.state === 'failed' && <Failure item={item} />}
      {mark && <div class="marks">{say(mark.isRead ? 'read' : 'delivered')}</div>}
    </>
  );
}

/** Words with web links. Text nodes only: what people write is never read as HTML. */
function words(text: string) {
  return linkify(text).map((part, at) =>
    part.kind === 'text' ? (
      part.text
    ) : (
      <a key={at} href={part.href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {part.text}
      </a>
    ),
  );
}

function FileLink({ file }: { file: FileRef }) {
  const say = useTexts();
  return (
    <a
      class="file"
      href={file.url}
      download={file.name}
      target="_blank"
      rel="noopener noreferrer"
      title={say('download', { name: file.name })}
    >
      <FileIcon />
      <span>
        <b>{file.name}</b>
        <small>{fileSize(file.size)}</small>
      </span>
    </a>
  );
}

function Failure({ item }: { item: ThreadItem }) {
  const say = useTexts();
  const chat = useChat();
  const reason = item.refusal === 'request.rate_limited' ? say('rateLimited') : say('failed');
  return (
    <div class="marks failed" role="alert">
      {reason}
      <button type="button" onClick={() => chat.retry(item.id)}>
        {say('retry')}
      </button>
      <button type="button" onClick={() => chat.discard(item.id)}>
        {say('remove')}
      </button>
    </div>
  );
}
