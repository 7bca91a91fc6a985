import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../session/agent.ts';
import { cx } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import './pickers.css';

const TAG_MAX = 30;

/**
 * Tags to put on and take off. `onDone` gets what changed; with `isImmediate` each choice counts at once.
 */
export function TagPicker({
  tags,
  onDone,
  isImmediate = false,
}: {
  tags: readonly string[];
  onDone: (add: string[], remove: string[]) => void;
  isImmediate?: boolean;
}) {
  const { t } = useTranslation('inbox');
  const known = useAgent((state) => state.tags);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(tags));
  const held = isImmediate ? new Set(tags) : picked;

  const wanted = query.trim().slice(0, TAG_MAX);
  const choices = useMemo(() => {
    const all = [...new Set([...picked, ...tags, ...known])];
    const found = all.filter((tag) => tag.toLowerCase().includes(wanted.toLowerCase()));
    return wanted !== '' && !all.includes(wanted) ? [...found, wanted] : found;
  }, [picked, tags, known, wanted]);
  const chosen = Math.min(at, choices.length - 1);

  const toggle = (tag: string) => {
    setQuery('');
    if (isImmediate) return held.has(tag) ? onDone([], [tag]) : onDone([tag], []);
    const next = new Set(picked);
    if (!next.delete(tag)) next.add(tag);
    setPicked(next);
  };
  const finish = () =>
    onDone(
      [...picked].filter((tag) => !tags.includes(tag)),
      tags.filter((tag) => !picked.has(tag)),
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      setAt((chosen + step + choices.length) % choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!isImmediate && (event.ctrlKey || event.metaKey)) return finish();
      const tag = choices[chosen];
      if (tag) toggle(tag);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside
    <div className="picker" onKeyDown={onKeyDown}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the list is opened to choose from
        autoFocus
        className="picker-query"
        placeholder={t('tags.search')}
        aria-label={t('tags.search')}
        maxLength={TAG_MAX}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
      />
      <ul className="picker-list">
        {choices.map((tag, index) => (
          <li key={tag}>
            {/* biome-ignore lint/a11y/useSemanticElements: a line of a list with its own keys */}
            <button
              type="button"
              role="checkbox"
              aria-checked={held.has(tag)}
              tabIndex={-1}
              className={cx('picker-line', index === chosen && 'is-on')}
              onMouseMove={() => setAt(index)}
              onClick={() => toggle(tag)}
            >
              <span className="picker-check">{held.has(tag) && <Icon name="check" size={14} />}</span>
              <span className="ellipsis picker-name">
                {known.includes(tag) || held.has(tag) ? tag : t('tags.make', { tag })}
              </span>
            </button>
          </li>
        ))}
        {choices.length === 0 && <li className="picker-empty">{t('tags.none')}</li>}
      </ul>
      {!isImmediate && (
        <button type="button" className="btn btn-primary btn-small picker-done" onClick={finish}>
          {t('tags.apply')}
        </button>
      )}
    </div>
  );
}
