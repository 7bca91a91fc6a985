import type { Conversation } from '@xiaoer/contracts';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatShort } from '../../i18n/format.ts';
import { cx } from '../../ui/class-names.ts';
import { useNow } from '../ticker.ts';
import { waitClock, waitTone } from '../waiting.ts';

/** A live clock of how long somebody waits: 00:42, amber, then crimson. */
export function WaitingClock({ since, isBig = false }: { since: string; isBig?: boolean }) {
  const { t } = useTranslation('inbox');
  const ms = useNow() - Date.parse(since);
  const clock = waitClock(ms);
  const words = 'clock' in clock ? clock.clock : t('common:time.days', { count: clock.days });
  return (
    <time
      className={cx('wait', 'num', `is-${waitTone(ms)}`, isBig && 'is-big')}
      dateTime={since}
      title={t('row.waitingSince', { time: formatMoment(since) })}
    >
      {words}
    </time>
  );
}

/** What stands at the right of a row: the wait, or when something last happened. */
export function RowClock({ conversation }: { conversation: Conversation }) {
  if (conversation.waitingSince !== null) return <WaitingClock since={conversation.waitingSince} />;
  const at = conversation.lastReply?.at ?? conversation.lastActivityAt;
  return (
    <time className="row-time num" dateTime={at} title={formatMoment(at)}>
      {formatShort(at)}
    </time>
  );
}
