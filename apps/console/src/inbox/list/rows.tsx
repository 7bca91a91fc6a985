import { useVirtualizer } from '@tanstack/react-virtual';
import { type HeldRow, selectView } from '@xiaoer/sync';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../api/error-text.ts';
import { session, useAgent } from '../../session/agent.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Failure, SkeletonRows } from '../../ui/states.tsx';
import { isStandardView } from '../paths.ts';
import { holdRows } from './held-rows.ts';
import { Row } from './row.tsx';

const ROW_HEIGHT = 84;
/** Rows before the end at which the next page is asked for. */
const PAGE_AHEAD = 12;
/** Where each list was scrolled to, for coming back. */
const scrolls = new Map<string, number>();

/** Order of rows on screen, held while somebody points at them. */
function useHeldOrder(
  view: string,
  rows: readonly HeldRow[],
  hold: 'none' | 'scrolled' | 'pointed',
  pinnedId: string | null,
) {
  const live = useMemo(() => rows.map((row) => row.conversation.id), [rows]);
  const [shown, setShown] = useState<{ view: string; ids: readonly string[] }>({ view, ids: live });
  const held = holdRows(shown.view === view ? shown.ids : live, live, {
    hold: shown.view === view && shown.ids.length > 0 ? hold : 'none',
    pinnedId,
  });
  const isSame =
    shown.view === view &&
    shown.ids.length === held.ids.length &&
    held.ids.every((id, index) => id === shown.ids[index]);
  // Taken over while painting, so that no frame shows the old order.
  if (!isSame) setShown({ view, ids: held.ids });
  const reveal = useCallback(() => setShown({ view, ids: live }), [view, live]);
  return { ids: isSame ? shown.ids : held.ids, waiting: held.waiting, live, reveal };
}

/** The rows of a view: virtual, endless, and still under the pointer. */
export function Rows({
  view,
  openId,
  selected,
  onOpen,
  onSelect,
  onOrder,
}: {
  view: string;
  openId: string | null;
  selected: ReadonlySet<string>;
  onOpen: (id: string) => void;
  onSelect: (id: string, isRange: boolean) => void;
  onOrder: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation('inbox');
  const { rows, next, isLoaded, isStale } = useAgent((state) => selectView(state, view));
  const [isPointed, setPointed] = useState(false);
  const [isScrolled, setScrolled] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { ids, waiting, live, reveal } = useHeldOrder(
    view,
    rows,
    isPointed ? 'pointed' : isScrolled ? 'scrolled' : 'none',
    openId,
  );
  const liveSet = useMemo(() => new Set(live), [live]);
  useEffect(() => onOrder(ids), [ids, onOrder]);

  const load = useCallback(
    (isMore: boolean) => {
      setError(null);
      (isMore ? session().loadMore(view) : session().loadView(view)).catch(setError);
    },
    [view],
  );
  useEffect(() => {
    if (!isLoaded || isStale) load(false);
  }, [isLoaded, isStale, load]);

  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => ids[index]!,
    initialOffset: scrolls.get(view) ?? 0,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (next !== null && error === null && ids.length - lastSeen < PAGE_AHEAD) load(true);
  }, [next, error, ids.length, lastSeen, load]);
  // Only when another one is opened: the list must not follow its own changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const at = openId === null ? -1 : ids.indexOf(openId);
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [openId]);

  if (!isLoaded && error === null) return <SkeletonRows label={t('list.loading')} rows={8} />;
  if (!isLoaded)
    return (
      <Failure
        title={t('list.failed')}
        text={errorText(error)}
        action={<Button onClick={() => load(false)}>{t('common:action.retry')}</Button>}
      />
    );
  if (ids.length === 0) return <EmptyView view={view} />;
  return (
    <div className="rows-frame">
      {waiting > 0 && (
        <button
          type="button"
          className="rows-new"
          onClick={() => {
            reveal();
            scroller.current?.scrollTo({ top: 0 });
          }}
        >
          {t('list.new', { count: waiting })}
        </button>
      )}
      <div
        ref={scroller}
        className="rows"
        onPointerEnter={(event) => event.pointerType === 'mouse' && setPointed(true)}
        onPointerLeave={() => setPointed(false)}
        onScroll={(event) => {
          const { scrollTop } = event.currentTarget;
          scrolls.set(view, scrollTop);
          setScrolled(scrollTop > 4);
        }}
      >
        <div className="rows-space" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const id = ids[item.index]!;
            return (
              <div key={id} className="rows-place" style={{ transform: `translateY(${item.start}px)` }}>
                <Row
                  id={id}
                  isOpen={id === openId}
                  isSelected={selected.has(id)}
                  isSelecting={selected.size > 0}
                  hasLeft={!liveSet.has(id)}
                  onOpen={onOpen}
                  onSelect={onSelect}
                />
              </div>
            );
          })}
        </div>
        {error !== null ? (
          <Failure
            isCompact
            title={t('list.moreFailed')}
            text={errorText(error)}
            action={
              <Button size="small" onClick={() => load(true)}>
                {t('common:action.retry')}
              </Button>
            }
          />
        ) : next !== null ? (
          <SkeletonRows rows={2} label={t('list.loading')} />
        ) : (
          ids.length > 6 && <p className="rows-end">{t('list.end')}</p>
        )}
      </div>
    </div>
  );
}

function EmptyView({ view }: { view: string }) {
  const { t } = useTranslation('inbox');
  const isOffline = useAgent((state) => state.presenceWish === 'offline');
  const key = isStandardView(view) ? view : 'saved';
  const isMine = key === 'mine-waiting' || key === 'mine-open';
  return (
    <Empty
      icon={key === 'all-resolved' ? 'check' : 'inbox'}
      title={t(`empty.${key}.title`)}
      text={isMine && isOffline ? t('empty.offline') : t(`empty.${key}.text`)}
    />
  );
}
