import { defaultSegmenter } from '@xiaoer/nlu/text';
import type { MigrationSource } from '../../kernel/db/migrate.ts';
import type { Kernel, Module } from '../../kernel/module.ts';
import { makeJobs } from './jobs.ts';
import { conversationRoutes } from './routes.ts';
import { makeSubscribers } from './subscribers.ts';

export { accessConversation } from './access.ts';
export { addNote } from './actions/add-note.ts';
export { assign, assignNext, claim, transfer } from './actions/assign.ts';
export { changeOne } from './actions/change-one.ts';
export { followMerge } from './actions/follow-customer.ts';
export { markRead, markReadByCustomer } from './actions/mark-read.ts';
export { reopen, resolve, snooze } from './actions/move.ts';
export { expireConnections, keepConnected } from './actions/presence.ts';
export { toPage } from './actions/read-conversation.ts';
export { type IncomingMessage, receiveMessage } from './actions/receive-message.ts';
export { sendReply } from './actions/send-reply.ts';
export { tag } from './actions/tag.ts';
export { createView } from './actions/views.ts';
export { presentConversation, presentMessage, presentRow, presentSeat, presentView } from './present.ts';
export {
  type ConversationRecord,
  findConversation,
  findNewest,
  inTeams,
  listQueue,
  QUEUE_COUNT_MAX,
  queuePosition,
  queueTeams,
} from './repo.ts';
export { type HistoryPlace, listHistory } from './repo-history.ts';
export { findSeats } from './seats.ts';
export { isTeamInUse } from './team-use.ts';

export const conversationMigrations: MigrationSource = {
  module: 'conversations',
  directory: new URL('./migrations/', import.meta.url),
};

/** Conversations, their messages and the agents' seats. */
export function makeConversations(kernel: Kernel): Module {
  return {
    name: 'conversations',
    async start() {
      // Reading the dictionary takes a third of a second: not while the first message waits. Only who takes
      // messages in needs its memory.
      const { roles } = kernel.config;
      if (roles.has('api') || roles.has('worker')) defaultSegmenter();
    },
    routes: (router) => conversationRoutes(router, kernel),
    subscribers: makeSubscribers(kernel),
    jobs: makeJobs(kernel),
  };
}
