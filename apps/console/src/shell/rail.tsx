import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useAgent } from '../session/agent.ts';
import { cx } from '../ui/class-names.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { Tooltip } from '../ui/menu.tsx';
import { MyMenu } from './my-menu.tsx';
import { openPalette } from './palette-state.ts';
import './rail.css';
import { SHORTCUTS, type ShortcutId } from './shortcut-table.ts';

const PLACES: {
  path: string;
  name: 'inbox' | 'customers' | 'settings';
  icon: IconName;
  shortcut: ShortcutId;
}[] = [
  { path: '/inbox', name: 'inbox', icon: 'inbox', shortcut: 'goInbox' },
  { path: '/customers', name: 'customers', icon: 'customers', shortcut: 'goCustomers' },
  { path: '/settings', name: 'settings', icon: 'settings', shortcut: 'goSettings' },
];

const countText = (count: number) => (count > 99 ? '99+' : String(count));

/** The 56 px at the left; on phones the bar at the foot. */
export function Rail() {
  const { t } = useTranslation('shell');
  const [location] = useLocation();
  const waiting = useAgent((state) => state.counts['mine-waiting'] ?? 0);
  const mayReadCustomers = useAgent((state) => state.me.permissions.includes('customers.read'));
  const places = PLACES.filter((place) => place.name !== 'customers' || mayReadCustomers);
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <Link href="/inbox" className="rail-mark" aria-label={t('common:product')} tabIndex={-1}>
        <Mark />
      </Link>
      {places.map((place) => {
        const isOn = location === place.path || location.startsWith(`${place.path}/`);
        return (
          <Tooltip
            key={place.path}
            placement="right"
            text={t(`nav.${place.name}`)}
            keys={SHORTCUTS[place.shortcut].keys}
          >
            <Link
              href={place.path}
              className={cx('rail-link', isOn && 'is-on')}
              aria-current={isOn ? 'page' : undefined}
            >
              <Icon name={place.icon} size={20} />
              <span className="rail-word">{t(`nav.${place.name}`)}</span>
              {place.name === 'inbox' && waiting > 0 && (
                <span className="rail-count">{countText(waiting)}</span>
              )}
            </Link>
          </Tooltip>
        );
      })}
      <Tooltip placement="right" text={t('nav.palette')} keys="Ctrl+K">
        <button type="button" className="rail-link" onClick={openPalette}>
          <Icon name="search" size={20} />
          <span className="rail-word">{t('common:action.search')}</span>
        </button>
      </Tooltip>
      <MyMenu />
    </nav>
  );
}
