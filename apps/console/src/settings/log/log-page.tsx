import { useInfiniteQuery } from '@tanstack/react-query';
import type { ENDPOINTS, Result } from '@xiaoer/contracts';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { formatMoment } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, SkeletonRows } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { keyOf } from '../audit/sentence.ts';
import { LoadFailure } from '../pieces/states.tsx';
import { useAction } from '../pieces/use-action.ts';
import './log.css';

const PAGE = 50;
type SetAside = Result<(typeof ENDPOINTS)['listSetAside']>['items'][number];

/** Events that a part of the program could not take in: why, and once more. */
export default function LogPage() {
  const { t } = useTranslation('settings');
  const query = useInfiniteQuery({
    queryKey: ['set-aside'],
    queryFn: ({ pageParam, signal }) =>
      client.call('listSetAside', { query: { cursor: pageParam, limit: PAGE } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
  });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const refetch = () => void query.refetch();
  return (
    <Page
      title={t('shell:settingsPage.log')}
      intro={t('log.intro')}
      actions={
        <Button icon="refresh" isBusy={query.isRefetching} onClick={refetch}>
          {t('audit.refresh')}
        </Button>
      }
    >
      {query.isPending ? (
        <SkeletonRows rows={4} label={t('common:loading')} />
      ) : query.isError && rows.length === 0 ? (
        <LoadFailure error={query.error} onRetry={refetch} />
      ) : rows.length === 0 ? (
        <Empty icon="check" title={t('log.empty')} text={t('log.emptyText')} isCompact />
      ) : (
        <ul className="st-list">
          {rows.map((row) => (
            <Row key={row.id} row={row} onDone={refetch} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="st-more">
          <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common:action.loadMore')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Row({ row, onDone }: { row: SetAside; onDone: () => void }) {
  const { t, i18n } = useTranslation('settings');
  const action = useAction();
  const key = `audit.type.${keyOf(row.type)}`;
  const type = i18n.exists(`settings:${key}`) ? t(key) : row.type;
  const retry = async () => {
    await action.run(async () => {
      try {
        await client.call('retrySetAside', { params: { id: row.id } });
        showToast({ tone: 'good', text: t('log.done', { seq: row.seq }) });
      } finally {
        // Whatever came of it: somebody else may have dealt with it meanwhile.
        onDone();
      }
    });
  };
  return (
    <li className="log-row">
      <div className="log-words">
        <p className="log-title">
          <b>{type}</b>
          <span className="st-sub num">
            {t('log.where', { subscriber: row.subscriber, seq: row.seq, when: formatMoment(row.at) })}
          </span>
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard */}
        <pre className="st-code log-error" tabIndex={0}>
          {row.error}
        </pre>
        {action.error && (
          <p className="field-error" role="alert">
            {t('log.again', { error: action.error })}
          </p>
        )}
      </div>
      <Button
        size="small"
        icon="refresh"
        isBusy={action.isBusy}
        aria-label={t('log.retryNamed', { seq: row.seq })}
        onClick={() => void retry()}
      >
        {t('common:action.retry')}
      </Button>
    </li>
  );
}
