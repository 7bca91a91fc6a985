import type { Conversation } from '@xiaoer/contracts';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Popover } from '../../ui/menu.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { AssignList } from '../assign-list.tsx';
import { SnoozeMenu } from '../snooze-menu.tsx';
import { snoozePresets } from '../snooze-presets.ts';
import { TagPicker } from '../tag-picker.tsx';

export type PanelProps = {
  conversation: Conversation;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onAssign: (userId: string | null) => void;
  onTag: (add: string[], remove: string[]) => void;
  onSnooze: (until: Date) => void;
};

export function TagPanel({ conversation, isOpen, onOpenChange, onTag }: PanelProps) {
  const { t } = useTranslation('inbox');
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement="bottomRight"
      content={<TagPicker isImmediate tags={conversation.tags} onDone={onTag} />}
    >
      <IconButton icon="tag" label={t('action.tag')} title={`${t('action.tag')} (L)`} />
    </Popover>
  );
}

export function AssignPanel({ conversation, isOpen, onOpenChange, onAssign }: PanelProps) {
  const { t } = useTranslation('inbox');
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement="bottomRight"
      content={<AssignList current={conversation.assigneeId} onPick={onAssign} />}
    >
      <IconButton icon="userPlus" label={t('action.assign')} title={`${t('action.assign')} (A)`} />
    </Popover>
  );
}

export function SnoozePanel({ isOpen, onOpenChange, onSnooze }: PanelProps) {
  const { t } = useTranslation('inbox');
  return (
    <SnoozeMenu isOpen={isOpen} onOpenChange={onOpenChange} onChoose={onSnooze}>
      <Button
        icon="snooze"
        aria-label={t('action.snooze')}
        title={`${t('action.snooze')} (S)`}
        className="is-terse"
      >
        {t('action.snooze')}
      </Button>
    </SnoozeMenu>
  );
}

/** The same on a phone, where there is no button to hang them on. */
export function SheetPanel({ panel, ...props }: PanelProps & { panel: 'assign' | 'tag' | 'snooze' }) {
  const { t } = useTranslation('inbox');
  const { conversation, onOpenChange, onAssign, onTag, onSnooze } = props;
  return (
    <Dialog isOpen title={t(`action.${panel}`)} onClose={() => onOpenChange(false)} footer={null} width={360}>
      <div className="sheet">
        {panel === 'assign' && <AssignList current={conversation.assigneeId} onPick={onAssign} />}
        {panel === 'tag' && <TagPicker isImmediate tags={conversation.tags} onDone={onTag} />}
        {panel === 'snooze' &&
          snoozePresets(new Date()).map(({ id, until }) => (
            <button key={id} type="button" className="picker-line" onClick={() => onSnooze(until)}>
              <span className="picker-name">{t(`snooze.${id}`)}</span>
              <span className="picker-load">{formatMoment(until.toISOString())}</span>
            </button>
          ))}
      </div>
    </Dialog>
  );
}
