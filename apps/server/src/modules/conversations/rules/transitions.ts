import {
  CONVERSATION_TRANSITIONS,
  type ConversationStatus,
  type ConversationTransition,
} from '@xiaoer/contracts';
import { coded } from '../../../kernel/errors.ts';

/** Throws `conversations.wrong_status` unless the table of legal moves has this one. */
export function checkTransition(status: string, transition: ConversationTransition): ConversationStatus {
  const { from, to } = CONVERSATION_TRANSITIONS[transition];
  if (!(from as readonly string[]).includes(status))
    throw coded('conversations.wrong_status', { status, transition });
  return to;
}
