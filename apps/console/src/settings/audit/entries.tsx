import type { AuditEntry } from '@xiaoer/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatTime } from '../../i18n/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { CopyButton } from '../pieces/copy.tsx';
import { useActorName, useSentence } from './use-sentence.ts';

const ICONS: Record<AuditEntry['actor']['kind'], IconName> = {
  user: 'user',
  customer: 'customers',
  system: 'settings',
  bot: 'command',
};

/** Entries under their days; each opens to what the log holds. */
export function EntryList({
  rows,
  onSubject,
}: {
  rows: readonly AuditEntry[];
  onSubject: (id: string) => void;
}) {
  const days: { day: string; rows: AuditEntry[] }[] = [];
  for (const row of rows) {
    const day = formatDay(row.at);
    if (days.at(-1)?.day === day) days.at(-1)?.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days.map(({ day, rows: ofDay }) => (
    <section key={day}>
      <h2 className="audit-day">{day}</h2>
      <ul className="audit-list">
        {ofDay.map((row) => (
          <Entry key={row.seq} row={row} onSubject={onSubject} />
        ))}
      </ul>
    </section>
  ));
}

function Entry({ row, onSubject }: { row: AuditEntry; onSubject: (id: string) => void }) {
  const { t } = useTranslation('settings');
  const [isOpen, setOpen] = useState(false);
  const say = useSentence();
  const name = useActorName()(row.actor);
  const payload = isOpen ? JSON.stringify(row.payload, null, 2) : '';
  return (
    <li className="audit-entry">
      <button type="button" className="audit-line" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <time className="audit-time num" dateTime={row.at} title={new Date(row.at).toLocaleString()}>
          {formatTime(row.at)}
        </time>
        {row.actor.kind === 'user' && row.actor.id ? (
          <Avatar id={row.actor.id} name={name} size={24} />
        ) : (
          <span className="audit-icon">
            <Icon name={ICONS[row.actor.kind]} size={15} />
          </span>
        )}
        <span className="audit-words">
          <b>{name}</b> {say(row)}
        </span>
        <Icon name="chevronDown" size={16} className={cx('audit-turn', isOpen && 'is-open')} />
      </button>
      {isOpen && (
        <div className="audit-detail">
          <dl className="audit-facts">
            <dt>{t('audit.number')}</dt>
            <dd className="num">{row.seq}</dd>
            <dt>{t('audit.typeWord')}</dt>
            <dd>
              <code>{row.type}</code>
            </dd>
            <dt>{t('audit.subjectWord')}</dt>
            <dd>
              <code>{row.subjectId}</code>
            </dd>
          </dl>
          <div className="audit-acts">
            <Button size="small" icon="filter" onClick={() => onSubject(row.subjectId)}>
              {t('audit.sameSubject')}
            </Button>
            <CopyButton text={payload} label={t('audit.copy')} />
          </div>
          {/* Long payloads scroll; a box that scrolls must take focus, to be reached by keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <pre className="st-code audit-payload" tabIndex={0}>
            {payload}
          </pre>
        </div>
      )}
    </li>
  );
}
