import { ENDPOINTS, type WidgetSettings } from '@xiaoer/contracts';
import { coded } from '../../kernel/errors.ts';
import { agents, anyone, type Router, visitors } from '../../kernel/http/route.ts';
import type { Kernel } from '../../kernel/module.ts';
import { markReadByCustomer, receiveMessage } from '../conversations/index.ts';
import { leaveEmail } from '../customers/index.ts';
import { accessChannel, registerVisitor } from './actions/register-visitor.ts';
import { rotateSecret, updateChannel } from './actions/save-channel.ts';
import type { ChannelDirectory } from './directory.ts';
import { readHistory } from './history.ts';
import { listChannels, presentChannel } from './repo.ts';
import { type Faces, visitorConversation, visitorMessage } from './visitor-view.ts';
import type { Visitors } from './visitors.ts';

const managing = { access: agents('channels.manage') };

export function agentRoutes({ route }: Router, kernel: Kernel, directory: ChannelDirectory): void {
  route(ENDPOINTS.listChannels, {
    ...managing,
    handle: async () => ({ items: (await listChannels(kernel.db)).map(presentChannel), next: null }),
  });
  route(ENDPOINTS.updateChannel, {
    ...managing,
    handle: ({ principal, params, body }) => updateChannel(kernel, principal, params.id, body),
  });
  route(ENDPOINTS.rotateChannelSecret, {
    ...managing,
    handle: ({ principal, params }) => rotateSecret(kernel, directory, principal, params.id),
  });
}

export function visitorRoutes(
  { route }: Router,
  kernel: Kernel,
  deps: { directory: ChannelDirectory; faces: Faces; tokenKey: Buffer; visitors: Visitors },
): void {
  const { directory, faces } = deps;
  route(ENDPOINTS.visitorRegister, {
    access: anyone('a widget has no identity before it registers'),
    // Per address: a whole office or dormitory may stand behind one, and every page of the shop registers.
    limit: { max: 300, seconds: 60 },
    async handle({ body, request }) {
      await directory.ready();
      const channel = accessChannel(directory, body.key, request.headers.origin, kernel.publicUrl());
      return registerVisitor(kernel, deps, channel, body);
    },
  });
  route(ENDPOINTS.visitorSend, {
    access: visitors,
    limit: { max: 30, seconds: 10 },
    async handle({ principal, body }) {
      const visitor = await deps.visitors.find(principal.identityId);
      if (!visitor) throw coded('channels.visitor_unknown');
      const channel = directory.byId(principal.channelId)!;
      const { message, conversation } = await receiveMessage(kernel, {
        ...body,
        channel: { type: 'web', id: channel.id, teamId: (channel.settings as WidgetSettings).teamId },
        ...visitor,
      });
      return { message: visitorMessage(message)!, conversation: visitorConversation(conversation, faces) };
    },
  });
  route(ENDPOINTS.visitorListMessages, {
    access: visitors,
    handle: ({ principal, query }) => readHistory(kernel.db, principal, query.before),
  });
  route(ENDPOINTS.visitorRead, {
    access: visitors,
    limit: { max: 60, seconds: 10 },
    handle: ({ principal, body }) =>
      markReadByCustomer(kernel, principal.customerId, principal.channelId, body.number),
  });
  route(ENDPOINTS.visitorContact, {
    access: visitors,
    limit: { max: 10, seconds: 60 },
    handle: ({ principal, body }) => leaveEmail(kernel, principal.customerId, body.email),
  });
  route(ENDPOINTS.visitorUploadFile, {
    access: visitors,
    limit: { max: 20, seconds: 60 },
    handle: ({ principal, request }) =>
      kernel.files.receive(request, { kind: 'customer', id: principal.customerId }),
  });
}
