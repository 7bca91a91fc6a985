import type { ReactNode } from 'react';
import './states.css';
import { cx } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

/** A place with nothing in it yet: says what will appear and offers the first step. */
export function Empty({
  icon = 'inbox',
  title,
  text,
  action,
  isCompact = false,
}: {
  icon?: IconName;
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
  isCompact?: boolean;
}) {
  return (
    <div className={cx('state', isCompact && 'state-compact')}>
      <span className="state-icon">
        <Icon name={icon} size={isCompact ? 20 : 26} />
      </span>
      <p className="state-title">{title}</p>
      {text && <p className="state-text">{text}</p>}
      {action && <div className="state-action">{action}</div>}
    </div>
  );
}

/** What failed, what was kept, what to do. */
export function Failure({
  title,
  text,
  action,
  isCompact = false,
}: {
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
  isCompact?: boolean;
}) {
  return (
    <div className={cx('state', 'state-failure', isCompact && 'state-compact')} role="alert">
      <span className="state-icon">
        <Icon name="alert" size={isCompact ? 20 : 26} />
      </span>
      <p className="state-title">{title}</p>
      {text && <p className="state-text">{text}</p>}
      {action && <div className="state-action">{action}</div>}
    </div>
  );
}

/** Grey lines where text will stand. `label` is read out while it loads. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        // The lines are all alike and never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={index} className="skeleton-line" style={{ width: `${[92, 74, 86, 60][index % 4]}%` }} />
      ))}
    </div>
  );
}

/** Rows of avatar and two lines, as lists load. */
export function SkeletonRows({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <div className="skeleton-rows" role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are all alike and never move
        <div key={index} className="skeleton-row">
          <span className="skeleton-dot" />
          <span className="skeleton-words">
            <span className="skeleton-line" style={{ width: `${[38, 46, 32][index % 3]}%` }} />
            <span className="skeleton-line" style={{ width: `${[82, 64, 90][index % 3]}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}
