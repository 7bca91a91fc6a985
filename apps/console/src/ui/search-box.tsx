import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import './search-box.css';

/** Search field of a list: `/` leads here, Esc clears it and leaves. */
export function SearchBox({
  value,
  onChange,
  placeholder,
  onDown,
  className,
  ref,
}: {
  value: string;
  onChange: (value: string) => void;
  placeholder: string;
  /** Arrow down: into what was found. */
  onDown?: () => void;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onChange('');
      event.currentTarget.blur();
    } else if (event.key === 'ArrowDown' && onDown) {
      event.preventDefault();
      onDown();
    }
  };
  return (
    <div className={cx('search-box', className)}>
      <Icon name="search" size={15} />
      <input
        ref={ref}
        type="search"
        placeholder={placeholder}
        aria-label={placeholder}
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' ? (
        <Kbd keys="/" />
      ) : (
        <IconButton icon="close" size="small" label={t('action.clear')} onClick={() => onChange('')} />
      )}
    </div>
  );
}
