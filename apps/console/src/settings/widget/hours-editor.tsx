import type { OpeningSlot } from '@xiaoer/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Field, Toggle } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import {
  addSlot,
  changeSlot,
  copyDay,
  formatMinute,
  isPastMidnight,
  overlapping,
  parseTime,
  removeSlot,
  slotsOf,
  usualWeek,
  WEEKDAYS,
  weeklyHours,
} from './hours.ts';

/** The week with its slots. No slot at all means: always open. */
export function HoursEditor({
  slots,
  timeZone,
  onSlots,
  onTimeZone,
}: {
  slots: OpeningSlot[];
  timeZone: string;
  onSlots: (slots: OpeningSlot[]) => void;
  onTimeZone: (timeZone: string) => void;
}) {
  const { t } = useTranslation('settings');
  const clashes = overlapping(slots);
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return (known.includes(timeZone) ? known : [timeZone, ...known]).map((value) => ({
      value,
      label: value,
    }));
  }, [timeZone]);
  return (
    <>
      <Toggle
        isOn={slots.length > 0}
        onChange={(isOn) => onSlots(isOn ? usualWeek() : [])}
        label={t('hours.limited')}
        hint={slots.length > 0 ? t('hours.sum', { hours: weeklyHours(slots) }) : t('hours.always')}
      />
      {slots.length > 0 && (
        <>
          <Field label={t('hours.zone')}>
            {(control) => (
              <Select<string> {...control} value={timeZone} options={zones} onChange={onTimeZone} />
            )}
          </Field>
          <ul className="hours">
            {WEEKDAYS.map((weekday) => (
              <DayRow key={weekday} weekday={weekday} slots={slots} clashes={clashes} onChange={onSlots} />
            ))}
          </ul>
          {clashes.size > 0 && (
            <p className="field-error" role="alert">
              {t('hours.overlap')}
            </p>
          )}
        </>
      )}
    </>
  );
}

function DayRow({
  weekday,
  slots,
  clashes,
  onChange,
}: {
  weekday: number;
  slots: OpeningSlot[];
  clashes: ReadonlySet<number>;
  onChange: (slots: OpeningSlot[]) => void;
}) {
  const { t } = useTranslation('settings');
  const day = t(`common:weekday.${weekday}`);
  const mine = slotsOf(slots, weekday);
  const more = addSlot(slots, weekday);
  const copy = (targets: readonly number[]) => onChange(copyDay(slots, weekday, targets));
  return (
    <li className="hours-day">
      <span className="hours-name">{day}</span>
      <span className="hours-slots">
        {mine.length === 0 && <span className="st-sub">{t('hours.closed')}</span>}
        {mine.map(({ slot, index }) => (
          <span key={index} className={cx('hours-slot', clashes.has(index) && 'is-wrong')}>
            {(['from', 'to'] as const).map((side) => (
              <span key={side} className="hours-time">
                {side === 'to' && <span aria-hidden="true">–</span>}
                <input
                  type="time"
                  className="input"
                  aria-label={t(`hours.${side}`, { day })}
                  aria-invalid={clashes.has(index) || undefined}
                  value={formatMinute(slot[side])}
                  onChange={(event) => {
                    const time = parseTime(event.target.value);
                    if (time !== null) onChange(changeSlot(slots, index, side, time));
                  }}
                />
              </span>
            ))}
            {isPastMidnight(slot) && <span className="st-sub">{t('hours.nextDay')}</span>}
            <IconButton
              icon="close"
              size="small"
              label={t('hours.remove', { day, from: formatMinute(slot.from) })}
              onClick={() => onChange(removeSlot(slots, index))}
            />
          </span>
        ))}
      </span>
      <span className="hours-acts">
        <IconButton
          icon="plus"
          size="small"
          label={t('hours.add', { day })}
          disabled={more === null}
          onClick={() => more && onChange(more)}
        />
        <Menu
          items={[
            { key: 'work', label: t('hours.copyWork'), run: () => copy([1, 2, 3, 4, 5]) },
            { key: 'all', label: t('hours.copyAll'), run: () => copy(WEEKDAYS) },
          ]}
        >
          <IconButton icon="copy" size="small" label={t('hours.copy', { day })} />
        </Menu>
      </span>
    </li>
  );
}
