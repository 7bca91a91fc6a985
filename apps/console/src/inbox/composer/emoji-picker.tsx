import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/class-names.ts';
import './emoji-picker.css';
import { EMOJI, findEmoji } from './emoji-set.ts';

const COLUMNS = 9;
const WORDS = new Map(EMOJI);

/** Signs in a grid; typing searches, arrows choose, Enter puts one in. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { t } = useTranslation('inbox');
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const found = findEmoji(query);
  const chosen = Math.min(at, found.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      const next = Math.min(Math.max(chosen + step, 0), found.length - 1);
      setAt(next);
      grid.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const emoji = found[chosen];
      if (emoji) onPick(emoji);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside
    <div className="emoji" onKeyDown={onKeyDown}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the grid is opened to choose from
        autoFocus
        className="emoji-query"
        placeholder={t('composer.emojiSearch')}
        aria-label={t('composer.emojiSearch')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
      />
      <div className="emoji-grid" ref={grid}>
        {found.map((emoji, index) => (
          <button
            key={emoji}
            type="button"
            tabIndex={-1}
            title={WORDS.get(emoji)?.split(' ')[0]}
            aria-label={WORDS.get(emoji)}
            className={cx('emoji-one', index === chosen && 'is-on')}
            onMouseMove={() => setAt(index)}
            onClick={() => onPick(emoji)}
          >
            {emoji}
          </button>
        ))}
      </div>
      {found.length === 0 && <p className="emoji-none">{t('composer.emojiNone')}</p>}
    </div>
  );
}
