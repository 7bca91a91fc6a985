import { ENDPOINTS } from '@xiaoer/contracts';
import { agents, anyAgent, type Router } from '../../kernel/http/route.ts';
import type { Kernel } from '../../kernel/module.ts';
import { addNote } from './actions/add-note.ts';
import { assign, claim, transfer } from './actions/assign.ts';
import { bulk } from './actions/bulk.ts';
import { changeOne } from './actions/change-one.ts';
import { markRead } from './actions/mark-read.ts';
import { reopen, resolve, snooze, wake } from './actions/move.ts';
import { setPresence } from './actions/presence.ts';
import { readConversation, readOlderMessages } from './actions/read-conversation.ts';
import { saveDraft } from './actions/save-draft.ts';
import { sendReply } from './actions/send-reply.ts';
import { tag } from './actions/tag.ts';
import { createView, deleteView, updateView } from './actions/views.ts';

const replying = { access: agents('conversations.reply') };
const assigning = { access: agents('conversations.assign') };
// Reading is judged on the record: any colleague may ask, what they may not see does not exist for them.
const reading = { access: anyAgent };

export function conversationRoutes(router: Router, kernel: Kernel): void {
  const { route } = router;
  route(ENDPOINTS.readConversation, {
    ...reading,
    handle: ({ principal, params }) => readConversation(kernel, principal, params.id),
  });
  route(ENDPOINTS.listMessages, {
    ...reading,
    handle: ({ principal, params, query }) => readOlderMessages(kernel, principal, params.id, query),
  });
  route(ENDPOINTS.sendReply, {
    ...replying,
    handle: ({ principal, params, body }) => sendReply(kernel, principal, params.id, body),
  });
  route(ENDPOINTS.addNote, {
    ...replying,
    handle: ({ principal, params, body }) => addNote(kernel, principal, params.id, body),
  });
  route(ENDPOINTS.claimConversation, {
    ...replying,
    handle: ({ principal, params }) =>
      changeOne(kernel, principal, params.id, 'claim', (tx, row, by) => claim(tx, row, principal, by)),
  });
  route(ENDPOINTS.assignConversation, {
    ...assigning,
    handle: ({ principal, params, body }) =>
      changeOne(kernel, principal, params.id, 'assign', (tx, row, by) =>
        assign(tx, row, principal, body.assigneeId, by),
      ),
  });
  route(ENDPOINTS.transferConversation, {
    ...assigning,
    handle: ({ principal, params, body }) =>
      changeOne(kernel, principal, params.id, 'transfer', (tx, row, by) =>
        transfer(tx, row, principal, body, by),
      ),
  });
  route(ENDPOINTS.snoozeConversation, {
    ...replying,
    handle: ({ principal, params, body }) =>
      changeOne(kernel, principal, params.id, 'snooze', (tx, row, by) =>
        snooze(tx, row, by, new Date(body.until)),
      ),
  });
  route(ENDPOINTS.wakeConversation, {
    ...replying,
    handle: ({ principal, params }) => changeOne(kernel, principal, params.id, 'wake', wake),
  });
  route(ENDPOINTS.resolveConversation, {
    ...replying,
    handle: ({ principal, params }) => changeOne(kernel, principal, params.id, 'resolve', resolve),
  });
  route(ENDPOINTS.reopenConversation, {
    ...replying,
    handle: ({ principal, params }) => changeOne(kernel, principal, params.id, 'reopen', reopen),
  });
  route(ENDPOINTS.tagConversation, {
    ...replying,
    handle: ({ principal, params, body }) =>
      changeOne(kernel, principal, params.id, 'tag', (tx, row, by) => tag(tx, row, body, by)),
  });
  route(ENDPOINTS.markConversationRead, {
    ...reading,
    handle: ({ principal, params, body }) => markRead(kernel, principal, params.id, body.number),
  });
  route(ENDPOINTS.saveDraft, {
    ...replying,
    handle: ({ principal, params, body }) => saveDraft(kernel, principal, params.id, body),
  });
  route(ENDPOINTS.bulkConversations, {
    ...replying,
    handle: ({ principal, body }) => bulk(kernel, principal, body),
  });
  route(ENDPOINTS.uploadFile, {
    ...replying,
    limit: { max: 60, seconds: 60 },
    handle: ({ principal, request }) => kernel.files.receive(request, { kind: 'user', id: principal.id }),
  });
  route(ENDPOINTS.setPresence, {
    ...replying,
    handle: ({ principal, body }) => setPresence(kernel, principal, body.presence),
  });
  route(ENDPOINTS.createView, {
    access: anyAgent,
    handle: ({ principal, body }) => createView(kernel, principal, body),
  });
  route(ENDPOINTS.updateView, {
    access: anyAgent,
    handle: ({ principal, params, body }) => updateView(kernel, principal, params.id, body),
  });
  route(ENDPOINTS.deleteView, {
    access: anyAgent,
    handle: ({ principal, params }) => deleteView(kernel, principal, params.id),
  });
}
