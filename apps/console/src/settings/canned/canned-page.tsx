import type { CannedResponse, Language } from '@xiaoer/contracts';
import { selectCannedResponses, selectTeams } from '@xiaoer/sync';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/index.ts';
import { useAgent } from '../../session/agent.ts';
import { useShortcut } from '../../shell/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { Empty } from '../../ui/states.tsx';
import './canned.css';
import { CannedDrawer } from './canned-drawer.tsx';
import { filterCanned } from './filter-canned.ts';

const BASE = '/settings/canned-responses';
const ALL = 'all';
const ANY = 'any';

/** Approved wording, live from the session. */
export default function CannedPage() {
  const { t } = useTranslation('settings');
  const [location, navigate] = useLocation();
  const all = useAgent(selectCannedResponses);
  const teams = useAgent(selectTeams);
  const mayManage = useAgent((state) => state.me.permissions.includes('canned_responses.manage'));
  const [search, setSearch] = useState('');
  const [teamId, setTeamId] = useState<string>(ANY);
  const [language, setLanguage] = useState<Language | typeof ALL | typeof ANY>(ANY);
  const field = useRef<HTMLInputElement>(null);
  const open = location.split('/')[3] ?? '';
  const rows = filterCanned(all, {
    search,
    teamId: teamId === ALL ? null : teamId,
    language: language === ALL ? null : language,
  });
  useShortcut('search', () => field.current?.focus());
  const create = mayManage && (
    <Button tone="primary" icon="plus" onClick={() => navigate(`${BASE}/new`)}>
      {t('canned.create')}
    </Button>
  );
  return (
    <Page title={t('shell:settingsPage.canned-responses')} intro={t('canned.intro')} isWide actions={create}>
      {all.length > 0 && (
        <div className="st-filters">
          <SearchBox
            ref={field}
            value={search}
            onChange={setSearch}
            placeholder={t('canned.search')}
            onDown={() => document.querySelector<HTMLElement>('.canned-open')?.focus()}
          />
          <Select<string>
            aria-label={t('agents.team')}
            style={{}}
            value={teamId}
            options={[
              { value: ANY, label: t('agents.anyTeam') },
              { value: ALL, label: t('canned.everyTeam') },
              ...teams.map((team) => ({ value: team.id, label: team.name })),
            ]}
            onChange={setTeamId}
          />
          <Select<Language | typeof ALL | typeof ANY>
            aria-label={t('canned.language')}
            style={{}}
            value={language}
            options={[
              { value: ANY, label: t('canned.anyLanguage') },
              { value: ALL, label: t('canned.noLanguage') },
              ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
            ]}
            onChange={setLanguage}
          />
          <span className="st-count num" aria-live="polite">
            {t('canned.count', { count: rows.length })}
          </span>
        </div>
      )}
      {all.length === 0 ? (
        <Empty isCompact icon="note" title={t('canned.empty')} text={t('canned.emptyText')} action={create} />
      ) : rows.length === 0 ? (
        <Empty isCompact icon="search" title={t('canned.none')} text={t('canned.noneText')} />
      ) : (
        <table className="st-table canned-table">
          <caption className="sr-only">{t('shell:settingsPage.canned-responses')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('canned.shortcut')}</th>
              <th scope="col">{t('canned.words')}</th>
              <th scope="col" className="is-wide">
                {t('canned.scope')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CannedRow key={row.id} row={row} onOpen={() => navigate(`${BASE}/${row.id}`)} />
            ))}
          </tbody>
        </table>
      )}
      {open !== '' && (open !== 'new' || mayManage) && (
        <CannedDrawer
          key={open}
          id={open === 'new' ? null : open}
          isReadOnly={!mayManage}
          onClose={() => navigate(BASE)}
        />
      )}
    </Page>
  );
}

function CannedRow({ row, onOpen }: { row: CannedResponse; onOpen: () => void }) {
  const { t } = useTranslation('settings');
  const team = useAgent((state) => (row.teamId === null ? null : state.teams.get(row.teamId)?.name));
  return (
    <tr className="is-link" onClick={onOpen}>
      <td className="canned-shortcut">
        <button type="button" className="st-name canned-open">
          <code>/{row.shortcut}</code>
        </button>
      </td>
      <td className="canned-words">
        <span className="st-name-words">
          <b className="ellipsis">{row.title}</b>
          <span className="st-sub ellipsis">{row.body}</span>
        </span>
      </td>
      <td className="is-wide">
        <span className="st-chips">
          <Chip>{team === null ? t('canned.everyTeam') : (team ?? t('agents.teamGone'))}</Chip>
          {row.language && <Chip>{LANGUAGE_NAMES[row.language]}</Chip>}
        </span>
      </td>
    </tr>
  );
}
