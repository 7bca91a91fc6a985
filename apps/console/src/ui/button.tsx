import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import './button.css';
import { cx } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

type ButtonTone = 'default' | 'primary' | 'quiet' | 'danger';

type ButtonProps = {
  tone?: ButtonTone;
  size?: 'small' | 'medium' | 'large';
  icon?: IconName;
  /** Shows progress and refuses further presses; the width stays. */
  isBusy?: boolean;
  isBlock?: boolean;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
} & ButtonHTMLAttributes<HTMLButtonElement>;

export function Button({
  tone = 'default',
  size = 'medium',
  icon,
  isBusy = false,
  isBlock = false,
  className,
  children,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={cx('btn', `btn-${tone}`, `btn-${size}`, isBlock && 'btn-block', className)}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 14 : 16} />}
      {children !== undefined && <span className="btn-label">{children}</span>}
      {isBusy && <span className="btn-busy" aria-hidden="true" />}
    </button>
  );
}

/** A button that is only an icon: `label` is its name for screen readers and its tooltip. */
export function IconButton({
  icon,
  label,
  size = 'medium',
  tone = 'quiet',
  isOn = false,
  className,
  ...rest
}: {
  icon: IconName;
  label: string;
  size?: 'small' | 'medium' | 'large';
  tone?: ButtonTone;
  isOn?: boolean;
  ref?: Ref<HTMLButtonElement>;
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'>) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={cx('btn', 'btn-icon', `btn-${tone}`, `btn-${size}`, isOn && 'is-on', className)}
    >
      <Icon name={icon} size={size === 'small' ? 15 : 18} />
    </button>
  );
}
