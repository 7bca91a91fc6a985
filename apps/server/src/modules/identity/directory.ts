import type { Team, User } from '@xiaoer/contracts';
import type { Database } from '../../kernel/db/transact.ts';
import type { StampedEvent } from '../../kernel/events/read.ts';
import { toTeam, toUser } from './present.ts';
import { readTeams, readUsers } from './repo.ts';

/** Users and teams in memory, for names and rights on hot paths. Follows the log, some milliseconds behind. */
export type Directory = {
  user(id: string): User | undefined;
  users(): readonly User[];
  team(id: string): Team | undefined;
  teams(): readonly Team[];
  /** Of a user; the id itself if nobody has it. */
  nameOf(id: string): string;
};

export class CachedDirectory implements Directory {
  readonly #users = new Map<string, User>();
  readonly #teams = new Map<string, Team>();
  /** Ids never come back: what was read before the deletion must not either. */
  readonly #deletedTeams = new Set<string>();

  /** Reads everything. The process must follow the log already, or what happens meanwhile is missed. */
  async load(db: Database): Promise<void> {
    for (const row of await readUsers(db)) this.#putUser(toUser(row));
    for (const row of await readTeams(db)) this.#putTeam(toTeam(row));
  }

  /** Takes over what events say; an older version never replaces a newer one. */
  apply(event: StampedEvent): void {
    switch (event.type) {
      case 'user.joined':
      case 'user.updated':
        this.#putUser(event.payload.user);
        break;
      case 'team.created':
      case 'team.updated':
        this.#putTeam(event.payload.team);
        break;
      case 'team.deleted':
        this.#teams.delete(event.payload.teamId);
        this.#deletedTeams.add(event.payload.teamId);
        break;
    }
  }

  #putUser(user: User): void {
    const held = this.#users.get(user.id);
    if (!held || held.version < user.version) this.#users.set(user.id, user);
  }

  #putTeam(team: Team): void {
    const held = this.#teams.get(team.id);
    if (this.#deletedTeams.has(team.id)) return;
    if (!held || held.version < team.version) this.#teams.set(team.id, team);
  }

  user = (id: string): User | undefined => this.#users.get(id);
  users = (): readonly User[] => [...this.#users.values()];
  team = (id: string): Team | undefined => this.#teams.get(id);
  teams = (): readonly Team[] => [...this.#teams.values()];
  nameOf = (id: string): string => this.#users.get(id)?.name ?? id;
}
