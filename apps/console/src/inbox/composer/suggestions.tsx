import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { cx } from '../../ui/class-names.ts';
import './suggestions.css';

export type Suggestion = { id: string; head: ReactNode; text?: ReactNode; pick: () => void };

/** The list above the composer while `/` or `@` is typed. Keys are handled by the composer. */
export function Suggestions({
  items,
  at,
  onPoint,
  label,
  empty,
  foot,
}: {
  items: readonly Suggestion[];
  at: number;
  onPoint: (at: number) => void;
  label: string;
  empty: string;
  foot?: ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div className="suggest">
      <div className="suggest-list" role="listbox" id="composer-suggest" aria-label={label} ref={list}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field carries the keys
          <div
            key={item.id}
            id={`composer-suggest-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={cx('suggest-line', index === at && 'is-on')}
            onMouseMove={() => onPoint(index)}
            // Before the field loses its focus, and with it the caret.
            onMouseDown={(event) => event.preventDefault()}
            onClick={item.pick}
          >
            <span className="suggest-head">{item.head}</span>
            {item.text && <span className="suggest-text">{item.text}</span>}
          </div>
        ))}
      </div>
      {items.length === 0 && <p className="suggest-empty">{empty}</p>}
      {foot && <div className="suggest-foot">{foot}</div>}
    </div>
  );
}
