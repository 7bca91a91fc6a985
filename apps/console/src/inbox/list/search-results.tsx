import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import { formatShort } from '../../i18n/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Excerpt } from '../../ui/excerpt.tsx';
import { Empty, Failure, SkeletonRows } from '../../ui/states.tsx';
import { customerName } from '../customer-name.ts';

/** Moves between results with the arrows; the search box is above the first one. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const pane = event.currentTarget.closest('.list');
  const stops = [...(pane?.querySelectorAll<HTMLElement>('.search-box input, .hit') ?? [])];
  stops[stops.indexOf(document.activeElement as HTMLElement) + step]?.focus();
}

/** Conversations and customers that hold the words. */
export function SearchResults({
  query,
  onOpen,
}: {
  query: string;
  onOpen: (conversationId: string, number: number | null) => void;
}) {
  const { t } = useTranslation('inbox');
  const search = useQuery({
    queryKey: ['search', query],
    queryFn: ({ signal }) => client.call('search', { query: { q: query, limit: 50 } }, { signal }),
    placeholderData: (before) => before,
  });
  if (search.isError)
    return (
      <Failure
        title={t('search.failed')}
        text={errorText(search.error)}
        action={<Button onClick={() => void search.refetch()}>{t('common:action.retry')}</Button>}
      />
    );
  if (!search.data) return <SkeletonRows label={t('search.loading')} />;
  const { conversations, customers } = search.data;
  if (conversations.length + customers.length === 0)
    return <Empty icon="search" title={t('search.none', { query })} text={t('search.noneText')} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a shortcut; Tab reaches every result
    <div className="hits" onKeyDown={onArrow}>
      {customers.length > 0 && <h2 className="hits-title">{t('search.customers')}</h2>}
      {customers.map((customer) => (
        <Link key={customer.id} href={`/customers/${customer.id}`} className="hit">
          <Avatar id={customer.id} name={customer.name} size={28} />
          <span className="hit-words">
            <span className="ellipsis hit-who">{customerName(customer)}</span>
            <span className="ellipsis hit-text">{customer.detail}</span>
          </span>
        </Link>
      ))}
      {conversations.length > 0 && <h2 className="hits-title">{t('search.conversations')}</h2>}
      {conversations.map((hit) => (
        <button
          type="button"
          key={`${hit.conversationId}-${hit.messageId}`}
          className="hit"
          onClick={() => onOpen(hit.conversationId, hit.number)}
        >
          <span className="hit-words">
            <span className="hit-top">
              <span className="ellipsis hit-who">{hit.customerName || t('customerWord')}</span>
              <time className="row-time num">{formatShort(hit.at)}</time>
            </span>
            <span className="hit-text">
              <Excerpt text={hit.excerpt} />
            </span>
          </span>
        </button>
      ))}
    </div>
  );
}
