import {
  type CannedResponse,
  type Conversation,
  can,
  canSeeConversation,
  type Language,
  renderCanned,
  type User,
} from '@xiaoer/contracts';
import { selectCannedResponses, selectUsers } from '@xiaoer/sync';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { useAgent } from '../../session/agent.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { filterCanned, typedAfter } from './canned-filter.ts';
import type { Suggestion } from './suggestions.tsx';

/**
 * How wording addresses a visitor who gave no name. In the wording's language, not the agent's, so it does
 * not stand in locales/.
 */
const UNNAMED: Record<Language, string> = { 'zh-CN': '顾客', 'zh-TW': '顧客', en: 'there' };

/** Puts `text` where the characters `from` … `to` stand. */
type Replace = (from: number, to: number, text: string) => void;

/**
 * What to offer for the word at the caret: canned responses after `/`, colleagues after `@` in notes.
 * Null while neither is typed.
 */
export function useSuggestions({
  conversation,
  text,
  caret,
  isNote,
  replace,
  onMention,
}: {
  conversation: Conversation;
  text: string;
  caret: number;
  isNote: boolean;
  replace: Replace;
  onMention: (user: User) => void;
}) {
  const { t } = useTranslation('inbox');
  const responses = useAgent(selectCannedResponses);
  const users = useAgent(selectUsers);
  const me = useAgent((state) => state.me.user);
  const shopName = useAgent((state) => state.shopName);
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);

  const slash = typedAfter('/', text, caret);
  const mention = isNote ? typedAfter('@', text, caret) : null;
  const typed = mention ?? slash;
  const key = typed === null ? null : `${mention ? '@' : '/'}${typed.from}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another word begins at its first choice
  useEffect(() => setAt(0), [key, typed?.word]);
  useEffect(() => {
    if (key === null) setDismissed(null);
  }, [key]);
  if (typed === null || key === dismissed) return null;

  const rendered = ({ body, language }: CannedResponse) =>
    renderCanned(body, {
      'customer.name':
        conversation.customer.name || UNNAMED[language ?? conversation.language ?? currentLanguage()],
      'agent.name': me.name,
      'shop.name': shopName || undefined,
      'conversation.number': String(conversation.number),
    });
  const items: Suggestion[] = mention
    ? users
        .filter(
          (user) =>
            user.isActive &&
            user.id !== me.id &&
            (can(user.role, 'conversations.read.all') || canSeeConversation(user, conversation)) &&
            user.name.toLowerCase().includes(mention.word.toLowerCase()),
        )
        .slice(0, 8)
        .map((user) => ({
          id: user.id,
          head: (
            <>
              <Avatar id={user.id} name={user.name} url={user.avatarUrl} size={22} />
              {user.name}
              <span className="suggest-text">{t(`common:role.${user.role}`)}</span>
            </>
          ),
          pick: () => {
            onMention(user);
            replace(typed.from, caret, `@${user.name} `);
          },
        }))
    : filterCanned(responses, typed.word, { teamIds: me.teamIds, language: conversation.language }).map(
        (response) => ({
          id: response.id,
          head: (
            <>
              <code>/{response.shortcut}</code> {response.title}
            </>
          ),
          text: rendered(response),
          pick: () => replace(typed.from, caret, rendered(response)),
        }),
      );
  // Somebody who types a path or a date is not looking for wording.
  if (items.length === 0 && typed.word.length > 6) return null;

  const onKeyDown = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && items.length > 0) setAt((at + step + items.length) % items.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey) {
      const chosen = items[Math.min(at, items.length - 1)];
      if (!chosen) return false;
      chosen.pick();
    } else if (event.key === 'Escape') setDismissed(key);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    items,
    at: Math.min(at, Math.max(0, items.length - 1)),
    setAt,
    onKeyDown,
    kind: mention ? 'mention' : 'canned',
  } as const;
}
