import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { WebChannel } from '@xiaoer/contracts';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { client } from '../../api/client.ts';
import { onLogEvent } from '../../session/agent.ts';
import { cx } from '../../ui/class-names.ts';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Empty, Skeleton } from '../../ui/states.tsx';
import { LoadFailure } from '../pieces/states.tsx';
import './widget.css';
import { WidgetForm } from './widget-form.tsx';

const Install = lazy(() => import('./install.tsx'));
const KEY = ['channels'];
const BASE = '/settings/widget';

/** Channels, and whatever replaces one of them in what is held. */
function useChannels() {
  const queries = useQueryClient();
  const put = (channel: WebChannel) =>
    queries.setQueryData<WebChannel[]>(KEY, (held) =>
      held?.map((one) => (one.id === channel.id && one.version <= channel.version ? channel : one)),
    );
  const query = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await client.call('listChannels', { query: { limit: 100 } }, { signal })).items,
  });
  useEffect(
    () =>
      onLogEvent((event) => {
        if (event.type === 'channel.saved' || event.type === 'channel.secret_rotated')
          void queries.invalidateQueries({ queryKey: KEY });
      }),
    [queries],
  );
  return { query, put };
}

/** The web chat: how it looks and speaks, when it is open, and how it gets into a shop's pages. */
export default function WidgetPage() {
  const { t } = useTranslation('settings');
  const [location] = useLocation();
  const [params, setParams] = useSearchParams();
  const { query, put } = useChannels();
  const tab = location.split('/')[3] === 'install' ? 'install' : 'form';
  const channels = query.data ?? [];
  const channel = channels.find((one) => one.id === params.get('channel')) ?? channels[0];
  const search = params.size > 0 ? `?${params}` : '';
  return (
    <Page title={t('shell:settingsPage.widget')} intro={t('widget.intro')} isWide>
      <nav className="st-tabs" aria-label={t('shell:settingsPage.widget')}>
        {(['form', 'install'] as const).map((name) => (
          <Link
            key={name}
            href={(name === 'form' ? BASE : `${BASE}/install`) + search}
            className={cx('st-tab', name === tab && 'is-on')}
            aria-current={name === tab ? 'page' : undefined}
          >
            {t(`widget.tab.${name}`)}
          </Link>
        ))}
        {channels.length > 1 && channel && (
          <Select<string>
            aria-label={t('widget.channel')}
            className="st-tabs-more"
            style={{}}
            value={channel.id}
            options={channels.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(id) => setParams({ channel: id })}
          />
        )}
      </nav>
      {query.isPending ? (
        <Skeleton lines={6} label={t('common:loading')} />
      ) : query.isError && channels.length === 0 ? (
        <LoadFailure error={query.error} onRetry={() => void query.refetch()} />
      ) : !channel ? (
        <Empty icon="globe" title={t('widget.none')} text={t('widget.noneText')} />
      ) : tab === 'install' ? (
        <Suspense fallback={<Skeleton lines={6} label={t('common:loading')} />}>
          <Install channel={channel} />
        </Suspense>
      ) : (
        <WidgetForm key={channel.id} channel={channel} onSaved={put} />
      )}
    </Page>
  );
}
