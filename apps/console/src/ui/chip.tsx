import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './chip.css';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';

/** A short quiet word: a tag, a state. With `onRemove` it carries a cross. */
export function Chip({
  tone = 'plain',
  onRemove,
  children,
}: {
  tone?: 'plain' | 'accent' | 'vip' | 'soon' | 'late' | 'note';
  onRemove?: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <span className={cx('chip', `chip-${tone}`)}>
      <span className="ellipsis">{children}</span>
      {onRemove && (
        <button
          type="button"
          className="chip-remove"
          aria-label={t('action.removeNamed', { name: typeof children === 'string' ? children : '' })}
          onClick={onRemove}
        >
          <Icon name="close" size={11} />
        </button>
      )}
    </span>
  );
}
