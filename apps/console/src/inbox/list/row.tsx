import { type HeldRow, isUnread, selectViewers, TYPING_LASTS_MS } from '@xiaoer/sync';
import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.ts';
import { useAgent } from '../../session/agent.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLocalDraft } from '../composer/drafts.ts';
import { customerName } from '../customer-name.ts';
import { useNow } from '../ticker.ts';
import { RowClock } from './row-clock.tsx';

type RowProps = {
  id: string;
  isOpen: boolean;
  isSelected: boolean;
  /** Whether any row is selected: all rows then show their boxes. */
  isSelecting: boolean;
  /** No longer of this view; kept so that nothing jumps. */
  hasLeft: boolean;
  onOpen: (id: string) => void;
  onSelect: (id: string, isRange: boolean) => void;
};

/** One conversation of the list, 84 px high. */
export const Row = memo(function Row(props: RowProps) {
  const row = useAgent((state) => state.conversations.get(props.id));
  return row ? <HeldRowLine row={row} {...props} /> : <div className="row is-gone" />;
});

function HeldRowLine({
  row,
  id,
  isOpen,
  isSelected,
  isSelecting,
  hasLeft,
  onOpen,
  onSelect,
}: RowProps & { row: HeldRow }) {
  const { t } = useTranslation('inbox');
  const { conversation } = row;
  const { customer } = conversation;
  // What is resolved waits for nobody.
  const hasUnread = isUnread(row) && conversation.status !== 'resolved';
  const open = (event: MouseEvent) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) onSelect(id, event.shiftKey);
    else onOpen(id);
  };
  return (
    <div
      className={cx(
        'row',
        isOpen && 'is-open',
        hasUnread && 'is-unread',
        isSelected && 'is-selected',
        isSelecting && 'is-selecting',
        hasLeft && 'has-left',
      )}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: shows a face until it is pointed at */}
      <button
        type="button"
        role="checkbox"
        aria-checked={isSelected}
        aria-label={t('row.select', { name: customerName(customer) })}
        className="row-face"
        tabIndex={-1}
        onClick={(event) => onSelect(id, event.shiftKey)}
      >
        <Avatar id={customer.id} name={customerName(customer)} size={36} />
        <span className="row-box">
          <Icon name="check" size={14} />
        </span>
      </button>
      <button
        type="button"
        className="row-open"
        data-row={id}
        aria-current={isOpen ? 'true' : undefined}
        onClick={open}
      >
        <span className="row-top">
          {hasUnread && <span className="row-dot" title={t('row.unread')} />}
          <span className="row-who ellipsis">{customerName(customer)}</span>
          {customer.isVip && <Chip tone="vip">VIP</Chip>}
          <Viewers id={id} />
          <RowClock conversation={conversation} />
        </span>
        <Preview row={row} />
        <span className="row-meta">
          <Meta row={row} />
        </span>
      </button>
    </div>
  );
}

/** Third line: what sets the row apart, as far as there is room. */
function Meta({ row }: { row: HeldRow }) {
  const { t } = useTranslation('inbox');
  const { conversation } = row;
  const assignee = useAgent((state) =>
    conversation.assigneeId && conversation.assigneeId !== state.me.user.id
      ? state.users.get(conversation.assigneeId)?.name
      : undefined,
  );
  const team = useAgent((state) =>
    conversation.teamId ? state.teams.get(conversation.teamId)?.name : undefined,
  );
  const { status, snoozedUntil } = conversation;
  return (
    <>
      {status === 'snoozed' && snoozedUntil && (
        <span className="row-state">
          <Icon name="snooze" size={13} />
          {formatMoment(snoozedUntil)}
        </span>
      )}
      {status === 'resolved' && (
        <span className="row-state">
          <Icon name="check" size={13} />
          {t('status.resolved')}
        </span>
      )}
      <span className="ellipsis dotted">
        {[
          t(`channel.${conversation.channelType}`),
          assignee ?? (conversation.assigneeId ? null : t('unassigned')),
          team,
        ].map((words) => words && <span key={words}>{words}</span>)}
      </span>
      {conversation.tags.slice(0, 2).map((tag) => (
        <Chip key={tag}>{tag}</Chip>
      ))}
      {conversation.tags.length > 2 && <span className="nowrap">+{conversation.tags.length - 2}</span>}
    </>
  );
}

/** Second line: who types, else an own draft, else the newest words. */
function Preview({ row }: { row: HeldRow }) {
  const { id } = row.conversation;
  const isAnyTyping = useAgent((state) => state.typing.get(id) !== undefined);
  return isAnyTyping ? <TypingPreview row={row} /> : <Words row={row} />;
}

function Words({ row }: { row: HeldRow }) {
  const { t } = useTranslation('inbox');
  const { id, lastReply } = row.conversation;
  const local = useLocalDraft(id);
  if (local || row.hasDraft)
    return (
      <span className="row-words ellipsis">
        <b className="row-draft">{t('row.draft')}</b> {local ?? lastReply?.text}
      </span>
    );
  if (!lastReply) return <span className="row-words is-faint ellipsis">{t('row.noWords')}</span>;
  const isOurs = lastReply.authorKind !== 'customer';
  return (
    <span className="row-words ellipsis">
      {isOurs && (
        <span className="row-by">{t(lastReply.authorKind === 'bot' ? 'row.byBot' : 'row.byUs')}</span>
      )}
      {lastReply.text || t('row.file')}
    </span>
  );
}

function TypingPreview({ row }: { row: HeldRow }) {
  const { t } = useTranslation('inbox');
  const now = useNow();
  const typists = useAgent((state) => state.typing.get(row.conversation.id));
  // Filtered here, not in the selector: who has fallen silent leaves with the clock.
  const first = typists?.find((one) => now - one.at < TYPING_LASTS_MS);
  if (!first) return <Words row={row} />;
  return (
    <span className="row-words is-typing ellipsis">
      {first.kind === 'customer' ? t('row.typing') : t('row.colleagueTyping', { name: first.name })}
    </span>
  );
}

function Viewers({ id }: { id: string }) {
  const { t } = useTranslation('inbox');
  const viewers = useAgent((state) => selectViewers(state, id));
  const users = useAgent((state) => state.users);
  if (viewers.length === 0) return null;
  const names = viewers.map((userId) => users.get(userId)?.name ?? t('someone'));
  return (
    <span className="row-viewers" title={t('row.viewing', { names: names.join(t('common:listJoin')) })}>
      {viewers.slice(0, 2).map((userId, index) => (
        <Avatar key={userId} id={userId} name={names[index]!} size={16} />
      ))}
      {viewers.length > 2 && <span>+{viewers.length - 2}</span>}
    </span>
  );
}
