import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { client } from '../api/client.ts';
import { errorText } from '../api/error-text.ts';
import { formatAgo } from '../i18n/format.ts';
import { customerName } from '../inbox/customer-name.ts';
import { onLogEvent } from '../session/agent.ts';
import { useShortcut } from '../shell/shortcuts.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { cx } from '../ui/class-names.ts';
import { usePageTitle } from '../ui/page.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Empty, Failure, SkeletonRows } from '../ui/states.tsx';
import { CustomerDetail } from './customer-detail.tsx';
import './customers.css';

const PAGE = 50;
const SETTLE_MS = 200;

/** Customers, last seen first, as far as they were loaded. */
function useCustomers(search: string) {
  const query = useInfiniteQuery({
    queryKey: ['customers', search],
    queryFn: ({ pageParam, signal }) =>
      client.call(
        'listCustomers',
        { query: { search: search || undefined, cursor: pageParam, limit: PAGE } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  const { refetch } = query;
  // A changed or merged customer shows as they are now.
  useEffect(() => onLogEvent((event) => void (event.type.startsWith('customer.') && refetch())), [refetch]);
  return query;
}

/** Everybody who ever wrote: found by name, e-mail or phone; one of them beside the list. */
export default function Customers({ id }: { id: string | null }) {
  const { t } = useTranslation('customers');
  usePageTitle(t('title'));
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const query = useCustomers(search);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const open = (customerId: string) => navigate(`/customers/${customerId}`, { replace: id !== null });
  const move = (step: 1 | -1) => {
    const at = rows.findIndex((row) => row.id === id);
    const next = id === null ? rows[0] : rows[at + step];
    if (!next) return;
    open(next.id);
    document.querySelector(`[data-customer="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useShortcut('search', () => field.current?.focus());
  useShortcut('next', () => move(1));
  useShortcut('previous', () => move(-1));
  useShortcut('back', () => navigate('/customers'), id !== null);

  return (
    <main className={cx('customers', id !== null && 'is-deep')}>
      <section className="customers-list">
        <header className="customers-head">
          <h1>{t('title')}</h1>
          <SearchBox
            ref={field}
            className="customers-search"
            value={typed}
            onChange={setTyped}
            placeholder={t('search')}
            onDown={() => document.querySelector<HTMLElement>('.customers-name')?.focus()}
          />
        </header>
        <div className="customers-body">
          {query.isPending ? (
            <SkeletonRows rows={10} label={t('loading')} />
          ) : query.isError && rows.length === 0 ? (
            <Failure
              title={t('failed')}
              text={errorText(query.error)}
              action={<Button onClick={() => void query.refetch()}>{t('common:action.retry')}</Button>}
            />
          ) : rows.length === 0 ? (
            search === '' ? (
              <Empty icon="customers" title={t('empty')} text={t('emptyText')} />
            ) : (
              <Empty icon="search" title={t('none', { query: search })} text={t('noneText')} />
            )
          ) : (
            <table className="customers-table">
              <thead>
                <tr>
                  <th scope="col">{t('column.name')}</th>
                  <th scope="col" className="is-wide">
                    {t('column.email')}
                  </th>
                  <th scope="col" className="is-wide">
                    {t('column.phone')}
                  </th>
                  <th scope="col" className="is-wide">
                    {t('column.tags')}
                  </th>
                  <th scope="col">{t('column.lastSeen')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr
                    key={row.id}
                    data-customer={row.id}
                    className={cx(row.id === id && 'is-open')}
                    onClick={() => open(row.id)}
                  >
                    <td>
                      <button
                        type="button"
                        className="customers-name"
                        aria-current={row.id === id || undefined}
                      >
                        <Avatar id={row.id} name={customerName(row)} size={28} />
                        <span className="ellipsis">{customerName(row)}</span>
                        {row.isVip && <Chip tone="vip">VIP</Chip>}
                      </button>
                    </td>
                    <td className="is-wide ellipsis">{row.email}</td>
                    <td className="is-wide num">{row.phone}</td>
                    <td className="is-wide">
                      <span className="customers-tags">
                        {row.tags.slice(0, 3).map((tag) => (
                          <Chip key={tag}>{tag}</Chip>
                        ))}
                        {row.tags.length > 3 && `+${row.tags.length - 3}`}
                      </span>
                    </td>
                    <td className="num nowrap">{formatAgo(row.lastSeenAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {query.hasNextPage && (
            <More
              key={rows.length}
              isBusy={query.isFetchingNextPage}
              hasFailed={query.isFetchNextPageError}
              onLoad={() => void query.fetchNextPage()}
            />
          )}
        </div>
      </section>
      {id !== null && <CustomerDetail key={id} id={id} onClose={() => navigate('/customers')} />}
    </main>
  );
}

/** Loads the next page as soon as it comes into sight; by press when that failed. */
function More({ isBusy, hasFailed, onLoad }: { isBusy: boolean; hasFailed: boolean; onLoad: () => void }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const load = useRef(onLoad);
  useEffect(() => {
    load.current = onLoad;
  });
  useEffect(() => {
    if (hasFailed || !place.current) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) load.current();
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [hasFailed]);
  return (
    <div ref={place} className="customers-more">
      <Button tone="quiet" isBusy={isBusy} onClick={onLoad}>
        {t('action.loadMore')}
      </Button>
    </div>
  );
}
