import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditEntry } from '@xiaoer/contracts';
import { selectUsers } from '@xiaoer/sync';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { client } from '../../api/client.ts';
import { useAgent } from '../../session/agent.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Empty, SkeletonRows } from '../../ui/states.tsx';
import { saveText } from '../pieces/save-text.ts';
import { LoadFailure } from '../pieces/states.tsx';
import './audit.css';
import { toCsv } from './csv.ts';
import { EntryList } from './entries.tsx';
import { dayEnd, dayStart, EVENT_SUBJECTS, EVENT_TYPES, keyOf } from './sentence.ts';
import { useActorName, useSentence } from './use-sentence.ts';

const PAGE = 50;
const FILTERS = ['actor', 'type', 'from', 'to', 'subject'] as const;
type Filter = Record<(typeof FILTERS)[number], string>;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The log, newest first. What it is filtered by stands in the address, so that it can be passed on. */
export default function AuditPage() {
  const { t } = useTranslation('settings');
  const [params, setParams] = useSearchParams();
  const filter = Object.fromEntries(FILTERS.map((name) => [name, params.get(name) ?? ''])) as Filter;
  const put = (change: Partial<Filter>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change))
          if (value) next.set(name, value);
          else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const query = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      client.call(
        'listAudit',
        {
          query: {
            cursor: pageParam,
            limit: PAGE,
            actorId: filter.actor || undefined,
            type: filter.type || undefined,
            subjectId: filter.subject || undefined,
            from: DAY.test(filter.from) ? dayStart(filter.from) : undefined,
            to: DAY.test(filter.to) ? dayEnd(filter.to) : undefined,
          },
        },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    // What happened a moment ago belongs into a log that is opened now.
    staleTime: 0,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const isFiltered = FILTERS.some((name) => filter[name] !== '');
  return (
    <Page
      title={t('shell:settingsPage.audit')}
      intro={t('audit.intro')}
      isWide
      actions={
        <>
          <Button icon="refresh" isBusy={query.isRefetching} onClick={() => void query.refetch()}>
            {t('audit.refresh')}
          </Button>
          <ExportButton rows={rows} />
        </>
      }
    >
      <Filters filter={filter} onChange={put} />
      {query.isPending ? (
        <SkeletonRows rows={8} label={t('common:loading')} />
      ) : query.isError && rows.length === 0 ? (
        <LoadFailure error={query.error} onRetry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        <Empty
          isCompact
          icon={isFiltered ? 'search' : 'list'}
          title={t(isFiltered ? 'audit.none' : 'audit.empty')}
          text={t(isFiltered ? 'audit.noneText' : 'audit.emptyText')}
          action={
            isFiltered && (
              <Button onClick={() => put({ actor: '', type: '', from: '', to: '', subject: '' })}>
                {t('audit.clear')}
              </Button>
            )
          }
        />
      ) : (
        <>
          <EntryList rows={rows} onSubject={(subject) => put({ subject })} />
          <div className="st-more">
            {query.isFetchNextPageError && <span className="st-sub">{t('loadFailed')}</span>}
            {query.hasNextPage ? (
              <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('common:action.loadMore')}
              </Button>
            ) : (
              <span className="st-sub">{t('audit.end')}</span>
            )}
          </div>
        </>
      )}
    </Page>
  );
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (change: Partial<Filter>) => void }) {
  const { t } = useTranslation('settings');
  const users = useAgent(selectUsers);
  return (
    <div className="st-filters">
      <Select<string>
        aria-label={t('audit.who')}
        style={{}}
        value={filter.actor}
        options={[
          { value: '', label: t('audit.anyone') },
          ...users.map((user) => ({ value: user.id, label: user.name })),
        ]}
        onChange={(actor) => onChange({ actor })}
      />
      <Select<string>
        aria-label={t('audit.what')}
        style={{}}
        className="audit-type"
        value={filter.type}
        options={[
          { value: '', label: t('audit.anything') },
          ...EVENT_SUBJECTS.map((subject) => ({
            label: t(`audit.subject.${subject}`),
            options: [
              { value: subject, label: t('audit.allOf', { subject: t(`audit.subject.${subject}`) }) },
              ...EVENT_TYPES.filter((type) => type.startsWith(`${subject}.`)).map((type) => ({
                value: type as string,
                label: t(`audit.type.${keyOf(type)}`),
              })),
            ],
          })),
        ]}
        onChange={(type) => onChange({ type })}
      />
      <span className="audit-dates">
        <input
          type="date"
          className="input"
          aria-label={t('audit.from')}
          value={filter.from}
          max={filter.to || undefined}
          onChange={(event) => onChange({ from: event.target.value })}
        />
        <span aria-hidden="true">–</span>
        <input
          type="date"
          className="input"
          aria-label={t('audit.to')}
          value={filter.to}
          min={filter.from || undefined}
          onChange={(event) => onChange({ to: event.target.value })}
        />
      </span>
      {filter.subject !== '' && (
        <Chip tone="accent" onRemove={() => onChange({ subject: '' })}>
          {t('audit.onlySubject', { id: filter.subject.slice(-8) })}
        </Chip>
      )}
    </div>
  );
}

/** The loaded rows as a file for a spreadsheet. */
function ExportButton({ rows }: { rows: readonly AuditEntry[] }) {
  const { t } = useTranslation('settings');
  const say = useSentence();
  const nameOf = useActorName();
  const save = () => {
    const head = ['seq', 'at', 'actor_kind', 'actor_id', 'actor', 'type', 'subject_type', 'subject_id'];
    const lines = rows.map((row) => [
      String(row.seq),
      row.at,
      row.actor.kind,
      row.actor.id ?? '',
      nameOf(row.actor),
      row.type,
      row.subjectType,
      row.subjectId,
      say(row),
      JSON.stringify(row.payload),
    ]);
    const day = new Date().toISOString().slice(0, 10);
    saveText(
      `xiaoer-audit-${day}.csv`,
      toCsv([[...head, 'sentence', 'payload'], ...lines]),
      'text/csv;charset=utf-8',
    );
  };
  return (
    <Button icon="download" disabled={rows.length === 0} onClick={save} title={t('audit.exportHint')}>
      {t('audit.export', { count: rows.length })}
    </Button>
  );
}
