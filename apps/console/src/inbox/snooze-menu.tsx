import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../i18n/format.ts';
import { Field, TextInput } from '../ui/field.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { Dialog } from '../ui/overlay.tsx';
import { snoozePresets } from './snooze-presets.ts';

/** `2026-01-15T09:00` as a datetime-local field has it, in the reader's own time. */
const localValue = (at: Date) =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** Times to put aside until: presets and one's own. */
export function SnoozeMenu({
  onChoose,
  children,
  isOpen,
  onOpenChange,
}: {
  onChoose: (until: Date) => void;
  children: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}) {
  const { t } = useTranslation('inbox');
  const [isCustom, setCustom] = useState(false);
  const items: MenuItem[] = [
    { key: 'heading', heading: t('snooze.until') },
    ...snoozePresets(new Date()).map(
      ({ id, until }): MenuItem => ({
        key: id,
        label: t(`snooze.${id}`),
        meta: formatMoment(until.toISOString()),
        run: () => onChoose(until),
      }),
    ),
    { key: 'line', divider: true },
    { key: 'custom', label: t('snooze.custom'), icon: 'clock', run: () => setCustom(true) },
  ];
  return (
    <>
      <Menu items={items} isOpen={isOpen} onOpenChange={onOpenChange}>
        {children}
      </Menu>
      {isCustom && <CustomTime onClose={() => setCustom(false)} onChoose={onChoose} />}
    </>
  );
}

function CustomTime({ onClose, onChoose }: { onClose: () => void; onChoose: (until: Date) => void }) {
  const { t } = useTranslation('inbox');
  const [value, setValue] = useState(localValue(new Date(Date.now() + 2 * 3_600_000)));
  const until = new Date(value);
  const isRight = !Number.isNaN(until.getTime()) && until.getTime() > Date.now();
  return (
    <Dialog
      isOpen
      title={t('snooze.customTitle')}
      onClose={onClose}
      onConfirm={() => {
        onClose();
        onChoose(until);
      }}
      confirmLabel={t('action.snooze')}
      isConfirmDisabled={!isRight}
      width={360}
    >
      <Field
        label={t('snooze.time')}
        hint={t('snooze.hint')}
        error={!isRight && t('errors:conversations.snooze_in_past')}
      >
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            autoFocus
            min={localValue(new Date())}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
