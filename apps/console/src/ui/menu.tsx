import { Popover as AntPopover, Tooltip as AntTooltip, Dropdown } from 'antd';
import { type ReactElement, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import './menu.css';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';

export type MenuItem =
  | {
      key: string;
      label: ReactNode;
      icon?: IconName;
      /** Keys as in `Ctrl+K`, shown at the right. */
      keys?: string;
      meta?: ReactNode;
      isOn?: boolean;
      isDanger?: boolean;
      isDisabled?: boolean;
      run: () => void;
    }
  | { key: string; divider: true }
  | { key: string; heading: ReactNode };

/**
 * Gives the focus back at once when something closes: what is typed next must not go into a field or a menu
 * on its way out.
 * @returns whether it is open by now, for what comes late
 */
function useFocusBack(
  isOpen: boolean,
  isInside: (focused: Element) => boolean,
): { readonly current: boolean } {
  const isStillOpen = useRef(false);
  const before = useRef<Element | null>(null);
  // Looked at while rendering: by the time of an effect a field inside may have taken it.
  if (isOpen && !isStillOpen.current) before.current = document.activeElement;
  isStillOpen.current = isOpen;
  // Not in an effect's clean-up, after which React puts the focus back where it was.
  useLayoutEffect(() => {
    const now = document.activeElement;
    if (isOpen || !(now instanceof HTMLElement) || !isInside(now)) return;
    const held = before.current;
    if (held instanceof HTMLElement && held !== document.body) held.focus({ preventScroll: true });
    if (document.activeElement === now) now.blur();
  });
  return isStillOpen;
}

/** A menu at its button; arrows, Enter, Esc and letters work as everywhere. */
export function Menu({
  items,
  children,
  placement = 'bottomRight',
  isOpen,
  onOpenChange,
}: {
  items: readonly MenuItem[];
  children: ReactElement;
  placement?: 'bottomLeft' | 'bottomRight' | 'topLeft' | 'topRight';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}) {
  const [isOwnOpen, setOwnOpen] = useState(false);
  const list = useId();
  const isShown = isOpen ?? isOwnOpen;
  useFocusBack(isShown, (focused) => focused.closest(`[id="${list}"]`) !== null);
  return (
    <Dropdown
      trigger={['click']}
      placement={placement}
      autoFocus
      open={isShown}
      onOpenChange={(next) => {
        setOwnOpen(next);
        onOpenChange?.(next);
      }}
      menu={{
        id: list,
        items: items.map((item) => {
          if ('divider' in item) return { key: item.key, type: 'divider' as const };
          if ('heading' in item)
            return { key: item.key, type: 'group' as const, label: item.heading, children: [] };
          return {
            key: item.key,
            danger: item.isDanger,
            disabled: item.isDisabled,
            onClick: item.run,
            label: (
              <span className="menu-line">
                <span className="menu-icon">
                  {item.isOn ? (
                    <Icon name="check" size={15} />
                  ) : (
                    item.icon && <Icon name={item.icon} size={15} />
                  )}
                </span>
                <span className="menu-label">{item.label}</span>
                {item.meta !== undefined && <span className="menu-meta">{item.meta}</span>}
                {item.keys && <Kbd keys={item.keys} />}
              </span>
            ),
          };
        }),
      }}
    >
      {children}
    </Dropdown>
  );
}

/** A small panel at its button; focus goes to its field once it is there. */
export function Popover({
  isOpen,
  onOpenChange,
  content,
  placement = 'bottom',
  children,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  content: ReactNode;
  placement?: 'top' | 'topLeft' | 'topRight' | 'bottom' | 'bottomLeft' | 'bottomRight' | 'right';
  children: ReactElement;
}) {
  const panel = useRef<HTMLDivElement>(null);
  const isStillOpen = useFocusBack(isOpen, (focused) => panel.current?.contains(focused) === true);
  // A field's own autoFocus comes while the panel is still out of sight, where nothing can be focused.
  const takeFocus = (isShown: boolean) => {
    // Not when it was closed again before it stood.
    if (isShown && isStillOpen.current && !panel.current?.contains(document.activeElement))
      panel.current?.querySelector('input')?.focus({ preventScroll: true });
  };
  return (
    <AntPopover
      trigger="click"
      afterOpenChange={takeFocus}
      arrow={false}
      open={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      destroyOnHidden
      content={<div ref={panel}>{content}</div>}
      styles={{ container: { padding: 0 } }}
    >
      {children}
    </AntPopover>
  );
}

/** Words for a control that has none. Keys are shown after them. */
export function Tooltip({
  text,
  keys,
  placement = 'bottom',
  children,
}: {
  text: ReactNode;
  keys?: string;
  placement?: 'top' | 'bottom' | 'right' | 'left';
  children: ReactElement;
}) {
  return (
    <AntTooltip
      placement={placement}
      mouseEnterDelay={0.35}
      title={
        <span className="tooltip-line">
          {text}
          {keys && <Kbd keys={keys} />}
        </span>
      }
    >
      {children}
    </AntTooltip>
  );
}
