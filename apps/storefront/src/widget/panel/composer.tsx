import type { VisitorState } from '@xiaoer/sync/visitor';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ATTACHMENTS_MAX, MESSAGE_TEXT_MAX } from '../limits.ts';
import type { TextKey } from '../locales/zh-cn.ts';
import { useChat, useReadable, useShell, useTexts, type View } from './context.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { AttachIcon, EmojiIcon, SendIcon } from './icons.tsx';
import { useTypingSignal } from './typing-signal.ts';
import { UploadList } from './upload-list.tsx';
import type { Uploads } from './uploads.ts';

type Props = { visitor: VisitorState; view: View; uploads: Uploads; onSent: () => void };

export function Composer({ visitor, view, uploads, onSent }: Props) {
  const say = useTexts();
  const shell = useShell();
  const chat = useChat();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useReadable(shell.draft);
  const setText = (next: string) => shell.draft.update(() => next);
  const [isPicking, setPicking] = useState(false);
  const signalTyping = useTypingSignal(chat, visitor.conversation?.status === 'open');
  useGrowing(field, text);

  const left = MESSAGE_TEXT_MAX - text.length;
  const files = uploads.items.flatMap((item) => (item.ref ? [item.ref] : []));
  const isUploading = uploads.items.some((item) => item.state === 'uploading');
  const canSend = (text.trim() !== '' || files.length > 0) && !isUploading && left >= 0;
  const send = () => {
    if (!canSend) return;
    chat.send(text.trim(), files);
    setText('');
    uploads.clear();
    signalTyping('');
    setPicking(false);
    field.current?.focus();
    onSent();
  };
  const write = (next: string) => {
    setText(next);
    signalTyping(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also chooses a word in a Chinese input method; 229 is how older Safari says so.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    uploads.add(pasted);
  };
  const insert = (emoji: string) => {
    const at = field.current?.selectionStart ?? text.length;
    write(text.slice(0, at) + emoji + text.slice(field.current?.selectionEnd ?? at));
    setPicking(false);
    const place = at + emoji.length;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(place, place);
    });
  };
  return (
    <div class="composer">
      {isPicking && (
        <EmojiPicker label={say('emojiPicker')} onPick={insert} onClose={() => setPicking(false)} />
      )}
      <UploadList uploads={uploads} />
      <div class="write">
        <textarea
          ref={field}
          rows={1}
          value={text}
          enterkeyhint="send"
          autocomplete="off"
          aria-label={say('messageLabel')}
          placeholder={say(placeholder(visitor, view))}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => signalTyping('')}
        />
        <button
          type="button"
          class="icon emoji-button"
          aria-label={say('emoji')}
          title={say('emoji')}
          aria-expanded={isPicking}
          onClick={() => setPicking(!isPicking)}
        >
          <EmojiIcon />
        </button>
        <AttachButton label={say('attach')} onFiles={uploads.add} />
        <button
          type="button"
          class="icon send"
          aria-label={say('send')}
          title={say('send')}
          aria-disabled={!canSend}
          onClick={send}
        >
          <SendIcon />
        </button>
      </div>
      {left < 500 && (
        <p class={left < 0 ? 'hint bad' : 'hint'} role="status">
          {left < 0 ? say('tooLong', { n: MESSAGE_TEXT_MAX }) : say('charactersLeft', { n: left })}
        </p>
      )}
      {uploads.isOverfull && (
        <p class="hint bad" role="alert">
          {say('uploadTooMany', { n: ATTACHMENTS_MAX })}
        </p>
      )}
    </div>
  );
}

function AttachButton({ label, onFiles }: { label: string; onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.currentTarget.value = '';
        }}
      />
      <button
        type="button"
        class="icon"
        aria-label={label}
        title={label}
        onClick={() => input.current?.click()}
      >
        <AttachIcon />
      </button>
    </>
  );
}

function placeholder(visitor: VisitorState, view: View): TextKey {
  if (view === 'home' || !visitor.conversation) return 'placeholderNew';
  return visitor.conversation.status === 'resolved' ? 'placeholderAnew' : 'placeholderReply';
}

/** The field is as high as its words, up to the limit that the style sets. */
function useGrowing(field: { current: HTMLTextAreaElement | null }, text: string): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    if (element.scrollHeight > 0) element.style.height = `${element.scrollHeight}px`;
  }, [text, field]);
}
