import { Role } from '@xiaoer/contracts';
import { describe, expect, it } from 'vitest';
import { type Refusal, refuseGrant, refuseUserChange } from './change-user.ts';

const me = (role: Role) => ({ id: 'me', role });
const other = (role: Role, isActive = true) => ({ id: 'other', role, isActive });
const tooHigh = (role: Role): Refusal => ({ code: 'identity.role_too_high', role });

type Case = [
  name: string,
  granter: ReturnType<typeof me>,
  target: { id: string; role: Role; isActive: boolean },
  change: { role?: Role; isActive?: boolean },
  otherOwners: number,
  refusal: Refusal | null,
];
const CASES: Case[] = [
  ['owner makes an agent lead', me('owner'), other('agent'), { role: 'lead' }, 1, null],
  ['owner makes an agent owner', me('owner'), other('agent'), { role: 'owner' }, 1, null],
  ['owner demotes another owner', me('owner'), other('owner'), { role: 'agent' }, 1, null],
  ['owner deactivates another owner', me('owner'), other('owner'), { isActive: false }, 1, null],
  [
    'the last owner is not demoted',
    me('owner'),
    other('owner'),
    { role: 'agent' },
    0,
    { code: 'identity.last_owner' },
  ],
  [
    'the last owner is not deactivated',
    me('owner'),
    other('owner'),
    { isActive: false },
    0,
    { code: 'identity.last_owner' },
  ],
  ['an inactive owner is not the last', me('owner'), other('owner', false), { role: 'agent' }, 0, null],
  ['the last owner may be renamed', me('owner'), other('owner'), {}, 0, null],
  [
    'the last owner leaves',
    me('owner'),
    { ...other('owner'), id: 'me' },
    { role: 'agent' },
    0,
    { code: 'identity.last_owner' },
  ],
  [
    'one of two owners leaves',
    me('owner'),
    { ...other('owner'), id: 'me' },
    { role: 'agent' },
    1,
    { code: 'identity.own_account' },
  ],
  [
    'own account off',
    me('administrator'),
    { ...other('administrator'), id: 'me' },
    { isActive: false },
    1,
    { code: 'identity.own_account' },
  ],
  [
    'own role as it is',
    me('administrator'),
    { ...other('administrator'), id: 'me' },
    { role: 'administrator' },
    1,
    null,
  ],
  [
    'own role up',
    me('administrator'),
    { ...other('administrator'), id: 'me' },
    { role: 'owner' },
    1,
    tooHigh('owner'),
  ],
  ['administrator touches an owner', me('administrator'), other('owner'), {}, 5, tooHigh('owner')],
  [
    'administrator makes an owner',
    me('administrator'),
    other('agent'),
    { role: 'owner' },
    5,
    tooHigh('owner'),
  ],
  [
    'administrator changes an administrator',
    me('administrator'),
    other('administrator'),
    { role: 'agent' },
    1,
    null,
  ],
  ['manager has no say', me('manager'), other('agent'), { role: 'lead' }, 1, tooHigh('agent')],
];

describe('changing a colleague', () => {
  it.each(CASES)('%s', (_name, granter, target, change, otherOwners, refusal) => {
    expect(refuseUserChange(granter, target, change, otherOwners)).toEqual(refusal);
  });
});

describe('handing out a role', () => {
  it('is for owners and administrators, up to their own rank', () => {
    const allowed = Role.options.flatMap((granter) =>
      Role.options
        .filter((role) => refuseGrant({ role: granter }, role) === null)
        .map((role) => [granter, role]),
    );
    const owners = Role.options.map((role) => ['owner', role]);
    const administrators = Role.options.filter((r) => r !== 'owner').map((role) => ['administrator', role]);
    expect(allowed).toEqual([...owners, ...administrators]);
  });
});
