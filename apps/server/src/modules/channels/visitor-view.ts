import type {
  Conversation,
  Language,
  Message,
  VisitorConversation,
  VisitorEvent,
  VisitorMessage,
  VisitorWidget,
  WidgetSettings,
} from '@xiaoer/contracts';
import type { StampedEvent } from '../../kernel/events/read.ts';
import { opening } from './rules/opening.ts';

/** What is needed of a colleague to show them to a shopper. */
export type Faces = (userId: string) => { name: string; avatarUrl: string | null } | null;

/**
 * The only door from agents' data to a shopper. Fields are picked one by one; a note or a line of the
 * timeline has no form here.
 */
export function visitorMessage(message: Message): VisitorMessage | null {
  if (message.kind !== 'reply') return null;
  return {
    id: message.id,
    conversationId: message.conversationId,
    number: message.number,
    author: { kind: message.author.kind, name: message.author.name },
    text: message.text,
    attachments: message.attachments,
    createdAt: message.createdAt,
  };
}

export function visitorConversation(conversation: Conversation, faces: Faces): VisitorConversation {
  return {
    id: conversation.id,
    // That it is put aside is the agents' own business.
    status: conversation.status === 'resolved' ? 'resolved' : 'open',
    agent: conversation.assigneeId === null ? null : faces(conversation.assigneeId),
    lastNumber: conversation.lastNumber,
    customerReadNumber: conversation.customerReadNumber,
    agentReadNumber: conversation.agentReadNumber,
    openedAt: conversation.openedAt,
    version: conversation.version,
  };
}

/** An event as its shopper sees it: a message that was said to them, or how their conversation stands. */
export function visitorEvents(event: StampedEvent, faces: Faces): VisitorEvent | null {
  switch (event.type) {
    case 'conversation.opened':
    case 'message.added': {
      const message = visitorMessage(event.payload.message);
      return message && { seq: event.seq, type: 'message', message };
    }
    case 'conversation.assigned':
    case 'conversation.transferred':
    case 'conversation.resolved':
    case 'conversation.reopened':
    case 'conversation.read':
      return {
        seq: event.seq,
        type: 'conversation',
        conversation: visitorConversation(event.payload.conversation, faces),
      };
    default:
      return null;
  }
}

/**
 * The settings in the shopper's language.
 * @param traditional makes zh-TW of the simplified text
 */
export function visitorWidget(
  settings: WidgetSettings,
  wanted: Language | null,
  now: Date,
  traditional: (text: string) => string,
): VisitorWidget {
  const language = wanted ?? settings.language ?? 'zh-CN';
  const text = (value: { 'zh-CN': string; en: string }) => {
    if (language === 'en') return value.en;
    return language === 'zh-TW' ? traditional(value['zh-CN']) : value['zh-CN'];
  };
  const { isOpen, opensAt } = opening(settings.openingHours, now, settings.timeZone);
  return {
    shopName: text(settings.shopName),
    greeting: text(settings.greeting),
    awayMessage: text(settings.awayMessage),
    starters: settings.starters.map(text),
    colour: settings.colour,
    theme: settings.theme,
    language,
    position: settings.position,
    isOpen,
    opensAt: opensAt?.toISOString() ?? null,
  };
}
