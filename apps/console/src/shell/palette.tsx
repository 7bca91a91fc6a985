import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { client } from '../api/client.ts';
import { formatAgo } from '../i18n/format.ts';
import { customerName } from '../inbox/customer-name.ts';
import { cx } from '../ui/class-names.ts';
import { Excerpt } from '../ui/excerpt.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { allCommands, scoreOf } from './commands.ts';
import './palette.css';

type Entry = {
  id: string;
  group: string;
  label: React.ReactNode;
  meta?: React.ReactNode;
  icon: IconName;
  keys?: string;
  run: () => void;
};

const ORDER = ['conversation', 'found', 'people', 'views', 'go', 'me', 'look'] as const;
/** Characters before the server is asked; one Han character already means something. */
const SEARCH_FROM = /\p{Script=Han}|.{2,}/u;

function useDebounced(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** Ctrl K: every screen, action and view, and the way to any conversation or customer. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  /** What stood first when the query was typed: what is found later must not move under the Enter key. */
  const first = useRef<{ query: string; id: string | undefined }>({ query: '', id: undefined });
  const list = useRef<HTMLDivElement>(null);
  const commands = useMemo(allCommands, []);
  const asked = useDebounced(query.trim(), 150);
  const search = useQuery({
    queryKey: ['palette', asked],
    queryFn: ({ signal }) => client.call('search', { query: { q: asked, limit: 6 } }, { signal }),
    enabled: SEARCH_FROM.test(asked),
    retry: false,
  });

  const entries = useMemo(() => {
    const found: (Entry & { score: number })[] = commands
      .map((command) => ({
        ...command,
        icon: command.icon ?? ('chevronRight' as IconName),
        score: scoreOf(query, command),
      }))
      .filter((entry) => entry.score > 0);
    // What was found for half a word is no answer to the whole one.
    if (asked === query.trim() && search.data) {
      for (const hit of search.data.conversations)
        found.push({
          id: `hit-${hit.conversationId}-${hit.messageId}`,
          group: 'found',
          icon: 'inbox',
          score: 2,
          label: (
            <>
              <b>{hit.customerName || t('inbox:customerWord')}</b> <Excerpt text={hit.excerpt} />
            </>
          ),
          meta: formatAgo(hit.at),
          run: () =>
            navigate(`/inbox/all-open/${hit.conversationId}${hit.number ? `?at=${hit.number}` : ''}`),
        });
      for (const person of search.data.customers)
        found.push({
          id: `person-${person.id}`,
          group: 'people',
          icon: 'user',
          score: 2,
          label: customerName(person),
          meta: person.detail,
          run: () => navigate(`/customers/${person.id}`),
        });
    }
    return found.sort(
      (a, b) =>
        ORDER.indexOf(a.group as (typeof ORDER)[number]) - ORDER.indexOf(b.group as (typeof ORDER)[number]) ||
        b.score - a.score,
    );
  }, [commands, query, asked, search.data, navigate, t]);

  if (first.current.query !== query || first.current.id === undefined)
    first.current = { query, id: entries[0]?.id };
  const held = chosen ?? first.current.id;
  const current = Math.max(
    0,
    entries.findIndex((entry) => entry.id === held),
  );
  useEffect(() => {
    list.current?.querySelector(`[data-at="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    // After the palette is gone, so that focus lands where the action puts it.
    setTimeout(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setChosen(entries[(current + step + entries.length) % entries.length]!.id);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(entries[current]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Tab') event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the palette closes it, as Esc does
    <div className="palette-scrim" onMouseDown={(event) => event.target === event.currentTarget && onClose()}>
      <div
        className="palette"
        role="dialog"
        aria-modal="true"
        aria-label={t('palette.label')}
        onKeyDown={onKeyDown}
      >
        <div className="palette-query">
          <Icon name="search" size={18} />
          <input
            // biome-ignore lint/a11y/noAutofocus: the palette is opened to be typed into
            autoFocus
            role="combobox"
            aria-expanded={entries.length > 0}
            aria-controls="palette-list"
            aria-activedescendant={entries.length > 0 ? `palette-${current}` : undefined}
            aria-label={t('palette.placeholder')}
            placeholder={t('palette.placeholder')}
            value={query}
            maxLength={200}
            onChange={(event) => {
              setQuery(event.target.value);
              setChosen(null);
            }}
          />
          {search.isFetching && <span className="btn-busy palette-busy" />}
        </div>
        <div
          className="palette-list"
          id="palette-list"
          role="listbox"
          hidden={entries.length === 0}
          ref={list}
          aria-label={t('palette.label')}
        >
          {entries.map((entry, index) => (
            <div key={entry.id} role="presentation">
              {entries[index - 1]?.group !== entry.group && (
                <p className="palette-group">{t(`palette.group.${entry.group}`)}</p>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above carries the keys */}
              <div
                role="option"
                tabIndex={-1}
                id={`palette-${index}`}
                data-at={index}
                aria-selected={index === current}
                className={cx('palette-line', index === current && 'is-on')}
                onMouseMove={() => index !== current && setChosen(entry.id)}
                onClick={() => run(entry)}
              >
                <Icon name={entry.icon} size={16} />
                <span className="ellipsis palette-label">{entry.label}</span>
                {entry.meta && <span className="palette-meta">{entry.meta}</span>}
                {entry.keys && <Kbd keys={entry.keys} />}
              </div>
            </div>
          ))}
        </div>
        {entries.length === 0 && (
          <p className="palette-empty" role="status">
            {search.isFetching
              ? t('palette.searching')
              : search.isError
                ? t('palette.failed')
                : t('palette.empty', { query })}
            <span>{t('palette.emptyHint')}</span>
          </p>
        )}
        <footer className="palette-foot">
          <span>
            <Kbd keys="ArrowUp+ArrowDown" /> {t('palette.move')}
          </span>
          <span>
            <Kbd keys="Enter" /> {t('palette.run')}
          </span>
          <span>
            <Kbd keys="Escape" /> {t('palette.leave')}
          </span>
        </footer>
      </div>
    </div>
  );
}
