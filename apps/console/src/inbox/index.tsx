import { selectThread } from '@xiaoer/sync';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { agentState, session, useAgent } from '../session/agent.ts';
import { useShortcut } from '../shell/shortcuts.ts';
import { cx } from '../ui/class-names.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Empty } from '../ui/states.tsx';
import { PHONE_QUERY } from '../ui/use-media.ts';
import { ContextPanel } from './context/context-panel.tsx';
import { ConversationPane } from './conversation/pane.tsx';
import './inbox.css';
import { ListPane } from './list/list-pane.tsx';
import { stepFrom } from './list/selection.ts';
import { FIRST_VIEW, inboxPath, isStandardView } from './paths.ts';

/** Rows on either side of the open one whose conversations are fetched beforehand. */
const PREFETCH = 2;
const isPhone = () => window.matchMedia(PHONE_QUERY).matches;

/** Fetches the neighbours of the open conversation, so that moving on paints from memory. */
function prefetchAround(ids: readonly string[], openId: string | null): void {
  const at = openId === null ? 0 : Math.max(0, ids.indexOf(openId));
  for (const id of ids.slice(Math.max(0, at - 1), at + PREFETCH + 1))
    if (id !== openId && !selectThread(agentState(), id).isLoaded)
      session()
        .loadConversation(id)
        .catch(() => {
          // Opening it will say what is wrong.
        });
}

/** The agents' desk: list, conversation, context. */
export default function Inbox() {
  const { t } = useTranslation('inbox');
  const params = useParams<{ view?: string; id?: string }>();
  const [query] = useSearchParams();
  const [, navigate] = useLocation();
  const mayWork = useAgent((state) => state.me.permissions.includes('conversations.reply'));
  const views = useAgent((state) => state.views);
  const wanted = params.view ?? (mayWork ? FIRST_VIEW : 'all-open');
  // A saved view that was deleted meanwhile falls back to the first one.
  const view = isStandardView(wanted) || views.has(wanted) ? wanted : FIRST_VIEW;
  const openId = params.id ?? null;
  const atNumber = Number(query.get('at')) || null;
  const order = useRef<readonly string[]>([]);
  const lastPlace = useRef(0);
  const isKnown = useAgent((state) => openId !== null && state.conversations.has(openId));
  const [isContextOpen, setContextOpen] = useState(() => window.innerWidth > 1180);

  const open = useCallback(
    (id: string, number?: number | null) =>
      navigate(inboxPath(view, id) + (number ? `?at=${number}` : ''), {
        replace: openId !== null && !isPhone(),
      }),
    [navigate, view, openId],
  );
  const close = useCallback(() => navigate(inboxPath(view)), [navigate, view]);
  const move = (step: 1 | -1) => {
    const id = stepFrom(order.current, openId, lastPlace.current, step);
    if (id) open(id);
  };
  useShortcut('next', () => move(1));
  useShortcut('previous', () => move(-1));
  useShortcut('open', () => move(1), openId === null);

  useEffect(() => {
    const place = openId === null ? -1 : order.current.indexOf(openId);
    if (place >= 0) lastPlace.current = place;
    const timer = setTimeout(() => prefetchAround(order.current, openId), 250);
    return () => clearTimeout(timer);
  }, [openId]);

  /** After a conversation is done with: the next one; on a phone back to the list. */
  const onSettled = useCallback(
    (id: string) => {
      if (id !== openId) return;
      if (isPhone()) return close();
      const rest = order.current;
      const place = rest.indexOf(id);
      const next = rest[place + 1] ?? rest[place - 1];
      if (place >= 0 && next) open(next);
      else close();
    },
    [openId, open, close],
  );

  return (
    <main className={cx('inbox', openId !== null && 'is-deep', isContextOpen && isKnown && 'has-context')}>
      <ListPane
        view={view}
        openId={openId}
        order={order}
        onView={(next) => navigate(inboxPath(next))}
        onOpen={open}
      />
      {openId === null ? (
        <div className="conv conv-none">
          <Empty
            title={t('conversation.none')}
            text={
              <>
                <Kbd keys="J" /> <Kbd keys="K" /> {t('conversation.noneText')}
              </>
            }
          />
        </div>
      ) : (
        <ConversationPane
          key={openId}
          id={openId}
          focusNumber={atNumber}
          onBack={close}
          onSettled={onSettled}
          onContext={() => setContextOpen((isOpen) => !isOpen)}
        />
      )}
      {openId !== null && isKnown && isContextOpen && (
        <ContextPanel conversationId={openId} onClose={() => setContextOpen(false)} />
      )}
    </main>
  );
}
