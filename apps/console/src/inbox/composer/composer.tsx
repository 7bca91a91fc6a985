import {
  type Conversation,
  type Draft,
  type DraftMode,
  MESSAGE_TEXT_MAX,
  type Message,
} from '@xiaoer/contracts';
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { session, useAgent } from '../../session/agent.ts';
import { matchesKeys, SHORTCUTS } from '../../shell/shortcut-table.ts';
import { cx } from '../../ui/class-names.ts';
import { showToast } from '../../ui/toast.tsx';
import { customerName } from '../customer-name.ts';
import './composer.css';
import { typedAfter } from './canned-filter.ts';
import { ClosedLine, QuoteLine } from './composer-head.tsx';
import { keepDraft, openDraft } from './drafts.ts';
import { PendingFiles } from './pending-files.tsx';
import { Suggestions } from './suggestions.tsx';
import { Toolbar } from './toolbar.tsx';
import { useSuggestions } from './use-suggestions.tsx';
import { useTyping } from './use-typing.ts';
import { useUploads } from './use-uploads.ts';

export type ComposerHandle = {
  focus: (mode?: DraftMode) => void;
  /** Takes words in, such as those of a message that was refused. */
  put: (text: string) => void;
};

/** Where an agent writes: to the customer, or a note that the customer never sees. */
export function Composer({
  conversation,
  serverDraft,
  mayReply,
  mayResolve,
  replyTo,
  onReplyTo,
  onReopen,
  onSettled,
  ref,
}: {
  conversation: Conversation;
  serverDraft: Draft | null;
  mayReply: boolean;
  mayResolve: boolean;
  replyTo: Message | null;
  onReplyTo: (message: Message | null) => void;
  /** Offered while the conversation is resolved. */
  onReopen: (() => void) | null;
  /** Sent and resolved. */
  onSettled: () => void;
  ref: Ref<ComposerHandle>;
}) {
  const { t } = useTranslation('inbox');
  const { id } = conversation;
  const sendWithEnter = useAgent((state) => state.me.preferences.sendWithEnter);
  const [start] = useState(() => openDraft(id, serverDraft));
  const [wantedMode, setMode] = useState<DraftMode>(start.mode);
  const [texts, setTexts] = useState({ reply: start.reply, note: start.note });
  const [caret, setCaret] = useState(0);
  const [isFocused, setFocused] = useState(false);
  const [isOver, setOver] = useState(false);
  const [panel, setPanel] = useState<'none' | 'emoji'>('none');
  const mentioned = useRef(new Map<string, string>());
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const wantedCaret = useRef<number | null>(null);
  const [, repaint] = useState(0);
  const uploads = useUploads();
  const typing = useTyping(id);
  const mode: DraftMode = mayReply ? wantedMode : 'note';
  const isNote = mode === 'note';
  const text = texts[mode];

  const change = (next: string, at: number) => {
    setTexts((held) => ({ ...held, [mode]: next }));
    setCaret(at);
    if (next.trim() === '') typing.stop();
    else typing.type(isNote);
  };
  const replace = (from: number, to: number, put: string) => {
    const next = (text.slice(0, from) + put + text.slice(to)).slice(0, MESSAGE_TEXT_MAX);
    change(next, from + put.length);
    placeCaret(from + put.length);
  };
  /** Focus and caret with the next painting: at once, so that a fast typist's next key lands behind. */
  const placeCaret = (at: number) => {
    wantedCaret.current = at;
    repaint((count) => count + 1);
  };
  const suggest = useSuggestions({
    conversation,
    text,
    caret,
    isNote,
    replace,
    onMention: (user) => mentioned.current.set(user.name, user.id),
  });

  useEffect(() => keepDraft(id, { mode, ...texts }), [id, mode, texts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` is what makes it grow
  useLayoutEffect(() => {
    const field = area.current;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }, [text, mode]);
  useLayoutEffect(() => {
    const at = wantedCaret.current;
    if (at === null) return;
    wantedCaret.current = null;
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
    setCaret(at);
  });
  useImperativeHandle(ref, () => ({
    focus: (next) => {
      if (next) setMode(next);
      placeCaret((next ? texts[next] : text).length);
    },
    put: (words) => {
      const next = text === '' ? words : `${text}\n${words}`;
      setTexts((held) => ({ ...held, [mode]: next }));
      placeCaret(next.length);
    },
  }));

  const hasContent = text.trim() !== '' || uploads.done.length > 0;
  const isReady = hasContent && !uploads.isBusy && !uploads.hasFailed;
  const send = (isResolving: boolean) => {
    if (!isReady) {
      if (hasContent) showToast({ text: t(uploads.isBusy ? 'composer.waitUpload' : 'composer.fixUpload') });
      return;
    }
    session().send(id, {
      kind: mode,
      text: text.trim(),
      attachments: uploads.done,
      mentionIds: isNote
        ? [...mentioned.current].flatMap(([name, userId]) => (text.includes(`@${name}`) ? [userId] : []))
        : [],
      replyToId: isNote ? null : (replyTo?.id ?? null),
      isResolving: isResolving && !isNote,
    });
    const rest = { ...texts, [mode]: '' };
    setTexts(rest);
    // Here too: when the next conversation opens at once, this one has no chance to keep it.
    keepDraft(id, { mode, ...rest });
    setCaret(0);
    uploads.clear();
    mentioned.current.clear();
    onReplyTo(null);
    typing.stop();
    if (isResolving && !isNote) onSettled();
    else area.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const press = event.nativeEvent;
    // A Chinese input method's own Enter chooses a word.
    if (press.isComposing || press.keyCode === 229) return;
    if (suggest?.onKeyDown(event)) return;
    if (matchesKeys(SHORTCUTS.sendResolve.keys, press)) {
      event.preventDefault();
      send(mayResolve);
    } else if (
      matchesKeys(SHORTCUTS.send.keys, press) ||
      (sendWithEnter && event.key === 'Enter' && !event.shiftKey && !event.altKey)
    ) {
      event.preventDefault();
      send(false);
    } else if (matchesKeys(SHORTCUTS.emoji.keys, press)) {
      event.preventDefault();
      setPanel('emoji');
    } else if (matchesKeys(SHORTCUTS.attach.keys, press)) {
      event.preventDefault();
      picker.current?.click();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (replyTo) onReplyTo(null);
      else area.current?.blur();
    }
  };
  /** Types the `/` for those who press the button. */
  const startCanned = () => {
    if (typedAfter('/', text, caret)) return placeCaret(caret);
    replace(caret, caret, caret === 0 || /\s/.test(text[caret - 1] ?? '') ? '/' : ' /');
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    // Spreadsheets put a picture beside the text: then the text is meant.
    if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    uploads.add(files);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    // Words that are dragged about are the browser's to place.
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    uploads.add([...event.dataTransfer.files]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files is a second way beside the button
    <div
      className={cx('composer', isNote && 'is-note', isOver && 'is-over')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node) && setOver(false)}
      onDrop={onDrop}
    >
      <div className="composer-box">
        {suggest && isFocused && (
          <Suggestions
            items={suggest.items}
            at={suggest.at}
            onPoint={suggest.setAt}
            label={t(suggest.kind === 'canned' ? 'composer.canned' : 'composer.mention')}
            empty={t(suggest.kind === 'canned' ? 'composer.cannedNone' : 'composer.mentionNone')}
            foot={suggest.kind === 'canned' ? t('composer.cannedHint') : undefined}
          />
        )}
        {!mayReply && <ClosedLine onReopen={onReopen} />}
        {replyTo && !isNote && (
          <QuoteLine
            message={replyTo}
            name={replyTo.author.name || customerName(conversation.customer)}
            onDrop={() => onReplyTo(null)}
          />
        )}
        <textarea
          ref={area}
          rows={2}
          className="composer-text"
          value={text}
          maxLength={MESSAGE_TEXT_MAX}
          placeholder={
            isNote
              ? t('composer.notePlaceholder')
              : t('composer.replyPlaceholder', { name: customerName(conversation.customer) })
          }
          aria-label={t(isNote ? 'composer.noteLabel' : 'composer.replyLabel')}
          {...(suggest && {
            'aria-controls': 'composer-suggest',
            'aria-activedescendant': `composer-suggest-${suggest.at}`,
          })}
          onChange={(event) => change(event.target.value, event.target.selectionStart)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            typing.stop();
          }}
        />
        <PendingFiles uploads={uploads} />
        <Toolbar
          mode={mode}
          mayReply={mayReply}
          mayResolve={mayResolve}
          isReady={isReady}
          length={text.length}
          isEmojiOpen={panel === 'emoji'}
          onMode={(next) => {
            setMode(next);
            placeCaret(texts[next].length);
          }}
          onEmojiOpen={(isOpen) => {
            setPanel(isOpen ? 'emoji' : 'none');
            if (!isOpen) placeCaret(caret);
          }}
          onEmoji={(emoji) => {
            setPanel('none');
            replace(caret, caret, emoji);
          }}
          onCanned={startCanned}
          onAttach={() => picker.current?.click()}
          onSend={send}
        />
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])]);
            event.target.value = '';
            area.current?.focus();
          }}
        />
      </div>
      {isOver && <p className="composer-drop">{t('composer.drop')}</p>}
    </div>
  );
}
