import { type DraftMode, MESSAGE_TEXT_MAX } from '@xiaoer/contracts';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../../session/agent.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Menu, Popover } from '../../ui/menu.tsx';

const EmojiPicker = lazy(() =>
  import('./emoji-picker.tsx').then((module) => ({ default: module.EmojiPicker })),
);

/** Characters before the limit from which the count is shown. */
const COUNT_FROM = 500;

/** Foot of the composer: what is written, what can be put in, and sending. */
export function Toolbar({
  mode,
  mayReply,
  mayResolve,
  isReady,
  length,
  isEmojiOpen,
  onMode,
  onEmojiOpen,
  onEmoji,
  onCanned,
  onAttach,
  onSend,
}: {
  mode: DraftMode;
  mayReply: boolean;
  mayResolve: boolean;
  isReady: boolean;
  length: number;
  isEmojiOpen: boolean;
  onMode: (mode: DraftMode) => void;
  onEmojiOpen: (isOpen: boolean) => void;
  onEmoji: (emoji: string) => void;
  onCanned: () => void;
  onAttach: () => void;
  onSend: (isResolving: boolean) => void;
}) {
  const { t } = useTranslation('inbox');
  const sendWithEnter = useAgent((state) => state.me.preferences.sendWithEnter);
  const isNote = mode === 'note';
  const left = MESSAGE_TEXT_MAX - length;
  return (
    <div className="composer-bar">
      {/* biome-ignore lint/a11y/useSemanticElements: two pressed buttons, not a form's fieldset */}
      <div className="composer-modes" role="group" aria-label={t('composer.mode')}>
        {(['reply', 'note'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === mode}
            disabled={one === 'reply' && !mayReply}
            className={cx('composer-mode', one === mode && 'is-on', one === 'note' && 'is-note')}
            onClick={() => onMode(one)}
          >
            {t(`composer.${one}`)}
          </button>
        ))}
      </div>
      <button type="button" className="composer-tool" onClick={onCanned} title={t('composer.canned')}>
        <b aria-hidden="true">/</b>
        <span className="is-roomy">{t('composer.canned')}</span>
      </button>
      <IconButton
        icon="paperclip"
        size="small"
        label={`${t('composer.attach')} (Alt+U)`}
        onClick={onAttach}
      />
      <Popover
        isOpen={isEmojiOpen}
        onOpenChange={onEmojiOpen}
        placement="topLeft"
        content={
          <Suspense fallback={null}>
            <EmojiPicker onPick={onEmoji} />
          </Suspense>
        }
      >
        <IconButton icon="emoji" size="small" label={`${t('composer.emoji')} (Alt+E)`} />
      </Popover>
      <span className="composer-space" />
      {left <= COUNT_FROM && (
        <span className={cx('composer-left num', left <= 0 && 'is-full')}>
          {t('composer.left', { count: left })}
        </span>
      )}
      <span className="composer-key">
        <Kbd keys={sendWithEnter ? 'Enter' : 'Ctrl+Enter'} />
      </span>
      <span className="composer-send">
        <Button tone="primary" size="small" disabled={!isReady} onClick={() => onSend(false)}>
          {t(isNote ? 'composer.addNote' : 'composer.send')}
        </Button>
        {!isNote && mayResolve && (
          <Menu
            placement="topRight"
            items={[
              {
                key: 'resolve',
                icon: 'check',
                label: t('composer.sendResolve'),
                keys: 'Ctrl+Shift+Enter',
                isDisabled: !isReady,
                run: () => onSend(true),
              },
            ]}
          >
            <IconButton
              icon="chevronDown"
              size="small"
              tone="primary"
              disabled={!isReady}
              label={t('composer.sendMore')}
            />
          </Menu>
        )}
      </span>
    </div>
  );
}
