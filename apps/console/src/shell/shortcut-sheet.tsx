import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/kbd.tsx';
import { Dialog } from '../ui/overlay.tsx';
import { SHORTCUTS, type ShortcutGroup } from './shortcut-table.ts';
import './shortcut-sheet.css';

const GROUPS: readonly ShortcutGroup[] = ['anywhere', 'list', 'conversation', 'composer', 'lightbox'];

/** All keys, from the same table by which they work. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Dialog isOpen title={t('shortcuts.title')} onClose={onClose} width={680} footer={null}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long sheet is scrolled by the keyboard */}
      <div className="keys-sheet" tabIndex={0}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h2>{t(`shortcuts.group.${group}`)}</h2>
            <dl>
              {Object.entries(SHORTCUTS)
                .filter(([, shortcut]) => shortcut.group === group)
                .map(([id, shortcut]) => (
                  <div key={id}>
                    <dt>{t(`shortcuts.key.${id}`)}</dt>
                    <dd>
                      <Kbd keys={shortcut.keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
