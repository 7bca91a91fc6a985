import type { User } from '@xiaoer/contracts';
import { expect, it } from 'vitest';
import { type AgentFilter, filterAgents } from './filter-agents.ts';

const user = (name: string, more: Partial<User> = {}): User => ({
  id: name,
  name,
  email: `${name.toLowerCase()}@shop.test`,
  role: 'agent',
  teamIds: [],
  isActive: true,
  avatarUrl: null,
  capacity: 5,
  hasTwoFactor: false,
  version: 1,
  ...more,
});
const users = [
  user('周宁', { teamIds: ['t1'] }),
  user('Emma Li', { role: 'lead' }),
  user('Old', { isActive: false }),
];
const all: AgentFilter = { search: '', role: null, teamId: null, activity: 'active' };

it.each<[Partial<AgentFilter>, string[]]>([
  [{}, ['周宁', 'Emma Li']],
  [{ activity: 'inactive' }, ['Old']],
  [{ activity: 'all' }, ['周宁', 'Emma Li', 'Old']],
  [{ search: 'li EMMA' }, ['Emma Li']],
  [{ search: 'shop.test 周' }, ['周宁']],
  [{ search: 'nobody' }, []],
  [{ role: 'lead' }, ['Emma Li']],
  [{ teamId: 't1' }, ['周宁']],
])('%o', (filter, names) => {
  expect(filterAgents(users, { ...all, ...filter }).map((one) => one.name)).toEqual(names);
});
