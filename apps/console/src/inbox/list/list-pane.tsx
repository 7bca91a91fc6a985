import { type SavedView, STANDARD_VIEWS } from '@xiaoer/contracts';
import { selectSort } from '@xiaoer/sync';
import { lazy, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session, useAgent } from '../../session/agent.ts';
import { useShortcut } from '../../shell/shortcuts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { usePageTitle } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { FIRST_VIEW, isStandardView, TAB_VIEWS } from '../paths.ts';
import { BulkBar } from './bulk-bar.tsx';
import './list.css';
import { NotifyBar } from './notify-bar.tsx';
import { Rows } from './rows.tsx';
import { SearchResults } from './search-results.tsx';
import { rangeOf, toggled, withRange } from './selection.ts';
import { ViewMenu } from './view-menu.tsx';

const ViewEditor = lazy(() => import('./view-editor.tsx').then((module) => ({ default: module.ViewEditor })));

type Editing = { view: SavedView | null } | null;

/** Left pane: the views, the search, the rows. */
export function ListPane({
  view,
  openId,
  order,
  onView,
  onOpen,
}: {
  view: string;
  openId: string | null;
  /** Told the order of the rows on screen, for moving by keys. */
  order: RefObject<readonly string[]>;
  onView: (view: string) => void;
  onOpen: (id: string, number?: number | null) => void;
}) {
  const { t } = useTranslation('inbox');
  const [query, setQuery] = useState('');
  const [editing, setEditing] = useState<Editing>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const saved = useAgent((state) => state.views.get(view));
  const mayWork = useAgent((state) => state.me.permissions.includes('conversations.reply'));
  const title = isStandardView(view) ? t(`view.${view}`) : (saved?.name ?? t('view.unknown'));
  usePageTitle(title);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another view, another selection
  useEffect(() => setSelected(new Set()), [view]);
  const onSelect = useCallback(
    (id: string, isRange: boolean) => {
      if (!mayWork) return;
      const from = anchor.current;
      setSelected((held) =>
        isRange && from !== null ? withRange(held, rangeOf(order.current, from, id)) : toggled(held, id),
      );
      anchor.current = id;
    },
    [order, mayWork],
  );
  const onOrder = useCallback(
    (ids: readonly string[]) => {
      order.current = ids;
    },
    [order],
  );

  useShortcut('search', () => search.current?.focus());
  useShortcut('select', () => openId && onSelect(openId, false), openId !== null);
  useShortcut('selectRange', () => openId && onSelect(openId, true), openId !== null);
  useShortcut('back', () => setSelected(new Set()), selected.size > 0);

  const ownSort = isStandardView(view) ? STANDARD_VIEWS[view].sort : (saved?.sort ?? 'waiting');
  const sort = useAgent((state) => selectSort(state, view));
  return (
    <section className="list" aria-label={t('list.label')}>
      <header className="list-head">
        <ViewMenu view={view} onChoose={onView} onEdit={(one) => setEditing({ view: one })} />
        <Menu
          items={[
            { key: 'heading', heading: t('sort.label') },
            ...(['waiting', 'newest', 'oldest'] as const).map((one) => ({
              key: one,
              label: t(`sort.${one}`),
              isOn: one === sort,
              run: () => session().setSort(view, one === ownSort ? null : one),
            })),
          ]}
        >
          <button
            type="button"
            className="list-sort"
            aria-label={`${t('sort.label')}: ${t(`sort.${sort}Short`)}`}
          >
            <Icon name="sort" size={14} />
            {t(`sort.${sort}Short`)}
          </button>
        </Menu>
      </header>
      <SearchBox
        ref={search}
        value={query}
        onChange={setQuery}
        placeholder={t('search.placeholder')}
        onDown={() => document.querySelector<HTMLElement>('.list .hit, .list .row-open')?.focus()}
      />
      {selected.size > 0 ? (
        <BulkBar
          selected={selected}
          onClear={() => setSelected(new Set())}
          onSelectAll={() => setSelected(new Set(order.current))}
        />
      ) : (
        <Tabs view={view} onView={onView} />
      )}
      <NotifyBar />
      <div className="list-body">
        {query.trim() !== '' ? (
          <Delayed value={query.trim()}>
            {(settled) => <SearchResults query={settled} onOpen={(id, number) => onOpen(id, number)} />}
          </Delayed>
        ) : (
          <Rows
            key={`${view} ${sort}`}
            view={view}
            openId={openId}
            selected={selected}
            onOpen={onOpen}
            onSelect={onSelect}
            onOrder={onOrder}
          />
        )}
      </div>
      {editing && (
        <Suspense fallback={null}>
          <ViewEditor
            view={editing.view}
            startFrom={view}
            startSort={sort}
            onClose={() => setEditing(null)}
            onSaved={(id) => {
              setEditing(null);
              onView(id);
            }}
            onDeleted={() => {
              setEditing(null);
              onView(FIRST_VIEW);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

function Tabs({ view, onView }: { view: string; onView: (view: string) => void }) {
  const { t } = useTranslation('inbox');
  const counts = useAgent((state) => state.counts);
  return (
    <nav className="list-tabs" aria-label={t('view.groupMine')}>
      {TAB_VIEWS.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-current={tab === view ? 'page' : undefined}
          className={cx('list-tab', tab === view && 'is-on')}
          onClick={() => onView(tab)}
        >
          {t(`tab.${tab}`)}
          <span className="num">{counts[tab] ?? 0}</span>
        </button>
      ))}
    </nav>
  );
}

/** Hands on what is typed once the typing pauses. */
function Delayed({ value, children }: { value: string; children: (value: string) => React.ReactNode }) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 180);
    return () => clearTimeout(timer);
  }, [value]);
  return children(settled);
}
