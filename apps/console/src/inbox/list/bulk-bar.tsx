import { can } from '@xiaoer/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../../session/agent.ts';
import { IconButton } from '../../ui/button.tsx';
import { Popover } from '../../ui/menu.tsx';
import { AssignList } from '../assign-list.tsx';
import { type BulkChange, runBulk } from '../bulk.ts';
import { SnoozeMenu } from '../snooze-menu.tsx';
import { TagPicker } from '../tag-picker.tsx';

const TransferDialog = lazy(() => import('../transfer-dialog.tsx'));

/** What can be done with the selected rows at once. Each conversation is judged alone by the server. */
export function BulkBar({
  selected,
  onClear,
  onSelectAll,
}: {
  selected: ReadonlySet<string>;
  onClear: () => void;
  onSelectAll: () => void;
}) {
  const { t } = useTranslation('inbox');
  const role = useAgent((state) => state.me.user.role);
  const [open, setOpen] = useState<'none' | 'assign' | 'tag' | 'transfer'>('none');
  const toggle = (name: 'assign' | 'tag') => (isOpen: boolean) => setOpen(isOpen ? name : 'none');
  const run = (change: BulkChange) => {
    setOpen('none');
    void runBulk([...selected], change).then((isDone) => isDone && onClear());
  };
  const mayWork = can(role, 'conversations.reply');
  const mayAssign = can(role, 'conversations.assign');
  return (
    <div className="bulk" role="toolbar" aria-label={t('bulk.label')}>
      <IconButton icon="close" size="small" label={t('bulk.clear')} onClick={onClear} />
      <button type="button" className="bulk-count num" onClick={onSelectAll} title={t('bulk.selectAll')}>
        {t('bulk.count', { count: selected.size })}
      </button>
      <span className="bulk-acts">
        {mayWork && (
          <>
            <IconButton
              icon="check"
              size="small"
              label={t('action.resolve')}
              onClick={() => run({ type: 'resolve' })}
            />
            <IconButton
              icon="reopen"
              size="small"
              label={t('action.reopen')}
              onClick={() => run({ type: 'reopen' })}
            />
            <SnoozeMenu onChoose={(until) => run({ type: 'snooze', until: until.toISOString() })}>
              <IconButton icon="snooze" size="small" label={t('action.snooze')} />
            </SnoozeMenu>
          </>
        )}
        {mayAssign && (
          <>
            <Popover
              isOpen={open === 'assign'}
              onOpenChange={toggle('assign')}
              content={<AssignList onPick={(assigneeId) => run({ type: 'assign', assigneeId })} />}
            >
              <IconButton icon="userPlus" size="small" label={t('action.assign')} />
            </Popover>
            <IconButton
              icon="transfer"
              size="small"
              label={t('action.transfer')}
              onClick={() => setOpen('transfer')}
            />
          </>
        )}
        {mayWork && (
          <Popover
            isOpen={open === 'tag'}
            onOpenChange={toggle('tag')}
            placement="bottomRight"
            content={
              <TagPicker
                tags={[]}
                onDone={(add) => (add.length > 0 ? run({ type: 'tag', add, remove: [] }) : setOpen('none'))}
              />
            }
          >
            <IconButton icon="tag" size="small" label={t('action.tag')} />
          </Popover>
        )}
      </span>
      {open === 'transfer' && (
        <Suspense fallback={null}>
          <TransferDialog
            isTeamOnly
            onClose={() => setOpen('none')}
            onTransfer={({ teamId }, reason) => teamId !== null && run({ type: 'transfer', teamId, reason })}
          />
        </Suspense>
      )}
    </div>
  );
}
