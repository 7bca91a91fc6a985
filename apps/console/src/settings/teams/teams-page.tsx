import type { Team } from '@xiaoer/contracts';
import { selectTeams } from '@xiaoer/sync';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAgent } from '../../session/agent.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { TeamDrawer } from './team-drawer.tsx';

const BASE = '/settings/teams';
const FACES = 5;

/** Teams, live from the session. */
export default function TeamsPage() {
  const { t } = useTranslation('settings');
  const [location, navigate] = useLocation();
  const teams = useAgent(selectTeams);
  const mayManage = useAgent((state) => state.me.permissions.includes('teams.manage'));
  const open = location.split('/')[3] ?? '';
  const create = mayManage && (
    <Button tone="primary" icon="plus" onClick={() => navigate(`${BASE}/new`)}>
      {t('teams.create')}
    </Button>
  );
  return (
    <Page title={t('shell:settingsPage.teams')} intro={t('teams.intro')} actions={create}>
      {teams.length === 0 ? (
        <Empty isCompact icon="team" title={t('teams.empty')} text={t('teams.emptyText')} />
      ) : (
        <table className="st-table">
          <caption className="sr-only">{t('shell:settingsPage.teams')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('teams.name')}</th>
              <th scope="col">{t('teams.members')}</th>
              <th scope="col" className="is-wide">
                {t('teams.assignment')}
              </th>
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <TeamRow key={team.id} team={team} onOpen={() => navigate(`${BASE}/${team.id}`)} />
            ))}
          </tbody>
        </table>
      )}
      {open !== '' && (open !== 'new' || mayManage) && (
        <TeamDrawer
          key={open}
          id={open === 'new' ? null : open}
          isReadOnly={!mayManage}
          onClose={() => navigate(BASE)}
        />
      )}
    </Page>
  );
}

function TeamRow({ team, onOpen }: { team: Team; onOpen: () => void }) {
  const { t } = useTranslation('settings');
  const users = useAgent((state) => state.users);
  const members = team.memberIds.flatMap((id) => users.get(id) ?? []).filter((user) => user.isActive);
  return (
    <tr className="is-link" onClick={onOpen}>
      <td>
        <button type="button" className="st-name">
          <span className="st-name-words">
            <span className="ellipsis">{team.name}</span>
            {team.description !== '' && <span className="st-sub">{team.description}</span>}
          </span>
        </button>
      </td>
      <td>
        <span className="st-presence">
          <span className="st-faces">
            {members.slice(0, FACES).map((user) => (
              <Avatar
                key={user.id}
                id={user.id}
                name={user.name}
                url={user.avatarUrl}
                size={24}
                label={user.name}
              />
            ))}
          </span>
          <span className="num">{t('teams.people', { count: members.length })}</span>
        </span>
      </td>
      <td className="is-wide">
        {team.isAutoAssigned ? (
          <Chip tone="accent">{t('teams.automatic')}</Chip>
        ) : (
          <Chip>{t('teams.byHand')}</Chip>
        )}
      </td>
    </tr>
  );
}
