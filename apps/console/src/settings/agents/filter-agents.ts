import type { Role, User } from '@xiaoer/contracts';

export type Activity = 'active' | 'inactive' | 'all';
export type AgentFilter = { search: string; role: Role | null; teamId: string | null; activity: Activity };

/** Colleagues whose name or address holds every word, by role, team and activity; in the order given. */
export function filterAgents(users: readonly User[], filter: AgentFilter): readonly User[] {
  const words = filter.search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return users.filter((user) => {
    const text = `${user.name} ${user.email}`.toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (filter.role === null || user.role === filter.role) &&
      (filter.teamId === null || user.teamIds.includes(filter.teamId)) &&
      (filter.activity === 'all' || user.isActive === (filter.activity === 'active'))
    );
  });
}
