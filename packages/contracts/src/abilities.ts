import { CONVERSATION_TRANSITIONS, type Conversation, type ConversationAbility } from './conversations.ts';
import { can, type Role } from './roles.ts';

/** Who asks: enough of a person to judge their rights on a record. */
export type Viewer = { id: string; role: Role; teamIds: readonly string[] };

/**
 * Whether the viewer may see the conversation: everything with `read.all`; otherwise what is theirs,
 * what belongs to their teams, and what belongs to no team yet.
 */
export function canSeeConversation(
  viewer: Viewer,
  conversation: Pick<Conversation, 'teamId' | 'assigneeId'>,
): boolean {
  if (can(viewer.role, 'conversations.read.all')) return true;
  if (!can(viewer.role, 'conversations.read.team')) return false;
  return (
    conversation.assigneeId === viewer.id ||
    conversation.teamId === null ||
    viewer.teamIds.includes(conversation.teamId)
  );
}

/**
 * What the viewer may do with the conversation now. The server's access checks enforce exactly this
 * function, and clients recompute it when an event changes the conversation, so that a button is never
 * out of step with its rule.
 */
export function conversationAbilities(viewer: Viewer, conversation: Conversation): ConversationAbility[] {
  if (!canSeeConversation(viewer, conversation)) return [];
  const abilities: ConversationAbility[] = [];
  const moves = (name: keyof typeof CONVERSATION_TRANSITIONS) =>
    (CONVERSATION_TRANSITIONS[name].from as readonly string[]).includes(conversation.status);
  if (can(viewer.role, 'conversations.reply')) {
    if (conversation.status !== 'resolved') abilities.push('reply');
    abilities.push('note', 'tag');
    if (conversation.assigneeId === null && conversation.status !== 'resolved') abilities.push('claim');
    if (moves('snooze')) abilities.push('snooze');
    if (moves('wake')) abilities.push('wake');
    if (moves('resolve')) abilities.push('resolve');
    if (moves('reopen')) abilities.push('reopen');
  }
  if (can(viewer.role, 'conversations.assign') && conversation.status !== 'resolved')
    abilities.push('assign', 'transfer');
  return abilities;
}
