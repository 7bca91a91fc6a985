import type { Conversation } from '@xiaoer/contracts';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.ts';
import { useAgent } from '../../session/agent.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Chip } from '../../ui/chip.tsx';
import { customerName } from '../customer-name.ts';
import { WaitingClock } from '../list/row-clock.tsx';

const TAGS_SHOWN = 2;

/** Who it is and how it stands: name, wait, number, team, assignee, tags. */
export function HeaderFacts({
  conversation,
  onContext,
}: {
  conversation: Conversation;
  onContext: () => void;
}) {
  const { t } = useTranslation('inbox');
  const { customer, status, waitingSince, snoozedUntil, assigneeId, tags } = conversation;
  const assignee = useAgent((state) => (assigneeId ? state.users.get(assigneeId) : undefined));
  const isMine = useAgent((state) => state.me.user.id === assigneeId);
  const team = useAgent((state) =>
    conversation.teamId ? state.teams.get(conversation.teamId)?.name : undefined,
  );
  return (
    <div className="conv-who">
      <div className="conv-name">
        <button type="button" className="conv-person" onClick={onContext}>
          <h2 className="ellipsis">{customerName(customer)}</h2>
        </button>
        {customer.isVip && <Chip tone="vip">VIP</Chip>}
        {status === 'open' && waitingSince && (
          <span className="conv-wait-line">
            <span className="is-roomy">{t('conversation.waiting')}</span>
            <WaitingClock since={waitingSince} isBig />
          </span>
        )}
        {status === 'snoozed' && snoozedUntil && (
          <Chip tone="soon">{t('conversation.snoozedUntil', { time: formatMoment(snoozedUntil) })}</Chip>
        )}
        {status === 'resolved' && <Chip tone="accent">{t('status.resolved')}</Chip>}
      </div>
      <div className="conv-facts">
        <span className="dotted ellipsis">
          <span className="num">#{conversation.number}</span>
          {assignee ? (
            <span className="conv-assignee">
              <Avatar id={assignee.id} name={assignee.name} url={assignee.avatarUrl} size={16} />
              {isMine ? t('conversation.mine') : assignee.name}
            </span>
          ) : (
            <span>{t('unassigned')}</span>
          )}
          {team && <span>{team}</span>}
          <span>{t(`channel.${conversation.channelType}`)}</span>
        </span>
        {tags.slice(0, TAGS_SHOWN).map((tag) => (
          <Chip key={tag}>{tag}</Chip>
        ))}
        {tags.length > TAGS_SHOWN && (
          <span className="conv-more-tags" title={tags.join(t('common:listJoin'))}>
            +{tags.length - TAGS_SHOWN}
          </span>
        )}
      </div>
    </div>
  );
}
