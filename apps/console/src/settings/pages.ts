import type { Permission } from '@xiaoer/contracts';
import type { IconName } from '../ui/icon.tsx';

export const GROUPS = ['mine', 'people', 'service', 'records'] as const;

/**
 * Pages of the settings, and the permission that opens them; null: everybody's. Navigation, guard and the
 * command palette all read this list.
 */
export const SETTINGS_PAGES = [
  {
    name: 'profile',
    group: 'mine',
    icon: 'user',
    permission: null,
  },
  {
    name: 'agents',
    group: 'people',
    icon: 'userPlus',
    permission: 'users.read',
  },
  {
    name: 'teams',
    group: 'people',
    icon: 'team',
    permission: 'users.read',
  },
  {
    name: 'canned-responses',
    group: 'service',
    icon: 'note',
    permission: null,
  },
  {
    name: 'widget',
    group: 'service',
    icon: 'globe',
    permission: 'channels.manage',
  },
  {
    name: 'audit',
    group: 'records',
    icon: 'list',
    permission: 'audit.read',
  },
  {
    name: 'log',
    group: 'records',
    icon: 'alert',
    permission: 'log.manage',
  },
] as const satisfies readonly {
  name: string;
  group: (typeof GROUPS)[number];
  icon: IconName;
  permission: Permission | null;
}[];

export type PageName = (typeof SETTINGS_PAGES)[number]['name'];

export const pagesFor = (permissions: readonly Permission[]) =>
  SETTINGS_PAGES.filter((page) => page.permission === null || permissions.includes(page.permission));
