import type { Role, User } from '@xiaoer/contracts';
import { selectTeams, selectUsers } from '@xiaoer/sync';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAgent } from '../../session/agent.ts';
import { useShortcut } from '../../shell/shortcuts.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { Empty } from '../../ui/states.tsx';
import { AgentDrawer } from './agent-drawer.tsx';
import { type Activity, filterAgents } from './filter-agents.ts';
import { Invitations } from './invitations.tsx';
import { InviteDrawer } from './invite-drawer.tsx';

const ROLES: readonly Role[] = [
  'owner',
  'administrator',
  'manager',
  'lead',
  'agent',
  'inspector',
  'trainer',
  'analyst',
  'viewer',
];
const ACTIVITIES: readonly Activity[] = ['active', 'inactive', 'all'];
const BASE = '/settings/agents';

/** Colleagues, live from the session; one of them, or an invitation, in a drawer named by the address. */
export default function AgentsPage() {
  const { t } = useTranslation('settings');
  const [location, navigate] = useLocation();
  const users = useAgent(selectUsers);
  const teams = useAgent(selectTeams);
  const mayManage = useAgent((state) => state.me.permissions.includes('users.manage'));
  const [search, setSearch] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [teamId, setTeamId] = useState<string | null>(null);
  const [activity, setActivity] = useState<Activity>('active');
  const field = useRef<HTMLInputElement>(null);
  const open = location.split('/')[3] ?? '';
  const close = () => navigate(BASE);
  const rows = filterAgents(users, { search, role, teamId, activity });
  useShortcut('search', () => field.current?.focus());

  return (
    <Page
      title={t('shell:settingsPage.agents')}
      intro={t(mayManage ? 'agents.intro' : 'agents.introRead')}
      isWide
      actions={
        mayManage && (
          <Button tone="primary" icon="userPlus" onClick={() => navigate(`${BASE}/invite`)}>
            {t('agents.invite')}
          </Button>
        )
      }
    >
      <div className="st-filters">
        <SearchBox ref={field} value={search} onChange={setSearch} placeholder={t('agents.search')} />
        <Select<Role | ''>
          aria-label={t('agents.role')}
          style={{}}
          value={role ?? ''}
          options={[
            { value: '', label: t('agents.anyRole') },
            ...ROLES.map((value) => ({ value, label: t(`common:role.${value}`) })),
          ]}
          onChange={(value) => setRole(value === '' ? null : value)}
        />
        <Select<string>
          aria-label={t('agents.team')}
          style={{}}
          value={teamId ?? ''}
          options={[
            { value: '', label: t('agents.anyTeam') },
            ...teams.map((team) => ({ value: team.id, label: team.name })),
          ]}
          onChange={(value) => setTeamId(value === '' ? null : value)}
        />
        <Select<Activity>
          aria-label={t('agents.status')}
          style={{}}
          value={activity}
          options={ACTIVITIES.map((value) => ({ value, label: t(`agents.activity.${value}`) }))}
          onChange={setActivity}
        />
        <span className="st-count num" aria-live="polite">
          {t('agents.count', { count: rows.length })}
        </span>
      </div>
      {rows.length === 0 ? (
        <Empty isCompact icon="search" title={t('agents.none')} text={t('agents.noneText')} />
      ) : (
        <AgentTable rows={rows} onOpen={(user) => navigate(`${BASE}/${user.id}`)} />
      )}
      {mayManage && <Invitations />}
      {open === 'invite' && mayManage && <InviteDrawer onClose={close} />}
      {open !== '' && open !== 'invite' && <AgentDrawer key={open} id={open} onClose={close} />}
    </Page>
  );
}

function AgentTable({ rows, onOpen }: { rows: readonly User[]; onOpen: (user: User) => void }) {
  const { t } = useTranslation('settings');
  return (
    <table className="st-table">
      <caption className="sr-only">{t('shell:settingsPage.agents')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('agents.name')}</th>
          <th scope="col">{t('agents.role')}</th>
          <th scope="col" className="is-wide">
            {t('agents.teams')}
          </th>
          <th scope="col">{t('agents.load')}</th>
          <th scope="col" className="is-wide">
            {t('agents.twoFactor')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((user) => (
          <AgentRow key={user.id} user={user} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function AgentRow({ user, onOpen }: { user: User; onOpen: (user: User) => void }) {
  const { t } = useTranslation('settings');
  const seat = useAgent((state) => state.seats.get(user.id));
  const teams = useAgent((state) => state.teams);
  const isMe = useAgent((state) => state.me.user.id === user.id);
  const presence = seat?.presence ?? 'offline';
  return (
    // Pressing anywhere in the row is a convenience; the name is the button.
    <tr className={cx('is-link', !user.isActive && 'is-dim')} onClick={() => onOpen(user)}>
      <td>
        <button type="button" className="st-name">
          <Avatar id={user.id} name={user.name} url={user.avatarUrl} size={32} />
          <span className="st-name-words">
            <span className="ellipsis">
              {user.name}
              {isMe && <span className="st-sub"> {t('agents.me')}</span>}
            </span>
            <span className="st-sub ellipsis">{user.email}</span>
          </span>
        </button>
      </td>
      <td className="nowrap">
        {user.isActive ? t(`common:role.${user.role}`) : <Chip>{t('agents.inactive')}</Chip>}
      </td>
      <td className="is-wide">
        <span className="st-chips">
          {user.teamIds.map((id) => (
            <Chip key={id}>{teams.get(id)?.name ?? t('agents.teamGone')}</Chip>
          ))}
        </span>
      </td>
      <td>
        {user.isActive && (
          <span className="st-presence">
            <span className={cx('presence-dot', `is-${presence}`)} />
            <span className="sr-only">{t(`common:presence.${presence}`)}</span>
            <span className="num" title={t('agents.loadHint')}>
              {seat?.load ?? 0} / {user.capacity}
            </span>
          </span>
        )}
      </td>
      <td className="is-wide">
        {user.hasTwoFactor ? (
          <Icon name="check" size={16} label={t('twoFactor.on')} />
        ) : (
          <span className="st-sub">{t('agents.twoFactorOff')}</span>
        )}
      </td>
    </tr>
  );
}
