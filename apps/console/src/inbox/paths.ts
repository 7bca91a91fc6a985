import { STANDARD_VIEWS, type StandardViewId } from '@xiaoer/contracts';

/** Views that stand as tabs above the list; the others are in the menu. */
export const TAB_VIEWS: readonly StandardViewId[] = [
  'mine-waiting',
  'mine-open',
  'mine-snoozed',
  'unassigned',
];
export const FIRST_VIEW: StandardViewId = 'mine-waiting';

export const isStandardView = (view: string): view is StandardViewId => Object.hasOwn(STANDARD_VIEWS, view);

/** Address of a view, or of a conversation beside it. */
export const inboxPath = (view: string, conversationId?: string | null): string =>
  conversationId ? `/inbox/${view}/${conversationId}` : `/inbox/${view}`;
