import { can, type User } from '@xiaoer/contracts';
import { selectUsers } from '@xiaoer/sync';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../session/agent.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/class-names.ts';
import './pickers.css';

type Choice = { id: string | null; user: User | null };

const PRESENCE_ORDER = { online: 0, busy: 1, offline: 2 } as const;

/** Colleagues who can answer customers, those at their desks first. */
export function AssignList({
  current,
  onPick,
  hasNobody = true,
}: {
  current?: string | null;
  onPick: (userId: string | null) => void;
  hasNobody?: boolean;
}) {
  const { t } = useTranslation('inbox');
  const users = useAgent(selectUsers);
  const seats = useAgent((state) => state.seats);
  const myId = useAgent((state) => state.me.user.id);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);

  const choices = useMemo(() => {
    const wanted = query.trim().toLowerCase();
    const order = (user: User) => PRESENCE_ORDER[seats.get(user.id)?.presence ?? 'offline'];
    const people: Choice[] = users
      .filter((user) => user.isActive && can(user.role, 'conversations.reply') && user.id !== current)
      .filter((user) => `${user.name} ${user.email}`.toLowerCase().includes(wanted))
      .sort((a, b) => Number(b.id === myId) - Number(a.id === myId) || order(a) - order(b))
      .map((user) => ({ id: user.id, user }));
    if (hasNobody && current !== null && wanted === '') people.push({ id: null, user: null });
    return people;
  }, [users, seats, query, current, myId, hasNobody]);
  const chosen = Math.min(at, choices.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      setAt((chosen + step + choices.length) % choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const choice = choices[chosen];
      if (choice) onPick(choice.id);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside
    <div className="picker" onKeyDown={onKeyDown}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the list is opened to choose from
        autoFocus
        className="picker-query"
        placeholder={t('assign.search')}
        aria-label={t('assign.search')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
      />
      <ul className="picker-list">
        {choices.map(({ id, user }, index) => {
          const seat = user && seats.get(user.id);
          return (
            <li key={id ?? 'nobody'}>
              <button
                type="button"
                className={cx('picker-line', index === chosen && 'is-on')}
                tabIndex={-1}
                onMouseMove={() => setAt(index)}
                onClick={() => onPick(id)}
              >
                {user ? (
                  <Avatar
                    id={user.id}
                    name={user.name}
                    url={user.avatarUrl}
                    size={24}
                    presence={seat?.presence ?? 'offline'}
                  />
                ) : (
                  <span className="picker-nobody" />
                )}
                <span className="ellipsis picker-name">
                  {user
                    ? user.id === myId
                      ? t('assign.me', { name: user.name })
                      : user.name
                    : t('assign.nobody')}
                </span>
                {seat && (
                  <span className={cx('picker-load num', seat.load >= seat.capacity && 'is-full')}>
                    {seat.load} / {seat.capacity}
                  </span>
                )}
              </button>
            </li>
          );
        })}
        {choices.length === 0 && <li className="picker-empty">{t('assign.none')}</li>}
      </ul>
    </div>
  );
}
