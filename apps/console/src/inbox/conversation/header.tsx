import type { Conversation, ConversationAbility } from '@xiaoer/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.ts';
import { useAgent } from '../../session/agent.ts';
import { type Command, useCommands } from '../../shell/commands.ts';
import { SHORTCUTS, type ShortcutId } from '../../shell/shortcut-table.ts';
import { useShortcut } from '../../shell/shortcuts.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Menu, Popover, Tooltip } from '../../ui/menu.tsx';
import * as actions from '../actions.ts';
import { AssignList } from '../assign-list.tsx';
import { customerName } from '../customer-name.ts';
import { WaitingClock } from '../list/row-clock.tsx';
import { SnoozeMenu } from '../snooze-menu.tsx';
import { TagPicker } from '../tag-picker.tsx';

const TransferDialog = lazy(() => import('../transfer-dialog.tsx'));

type Panel = 'none' | 'assign' | 'tag' | 'snooze' | 'transfer';
type Act = { id: ConversationAbility & ShortcutId; icon: IconName; run: () => void };

/** Who it is, how long they wait, who has it, and what can be done; buttons follow the abilities alone. */
export function Header({
  conversation,
  abilities,
  onBack,
  onSettled,
  onContext,
}: {
  conversation: Conversation;
  abilities: readonly ConversationAbility[];
  onBack: () => void;
  onSettled: (id: string) => void;
  onContext: () => void;
}) {
  const { t } = useTranslation('inbox');
  const [panel, setPanel] = useState<Panel>('none');
  const may = (ability: ConversationAbility) => abilities.includes(ability);
  const toggle = (name: Panel) => (isOpen: boolean) => setPanel(isOpen ? name : 'none');
  const { id } = conversation;

  const settle = (done: Promise<boolean>) => {
    setPanel('none');
    void done.then((isDone) => isDone && onSettled(id));
  };
  const acts: Act[] = [
    { id: 'claim', icon: 'user', run: () => void actions.claim(conversation) },
    { id: 'assign', icon: 'userPlus', run: () => setPanel('assign') },
    { id: 'transfer', icon: 'transfer', run: () => setPanel('transfer') },
    { id: 'snooze', icon: 'snooze', run: () => setPanel('snooze') },
    { id: 'tag', icon: 'tag', run: () => setPanel('tag') },
    { id: 'resolve', icon: 'check', run: () => settle(actions.resolve(conversation)) },
    { id: 'reopen', icon: 'reopen', run: () => void actions.reopen(conversation) },
  ];
  const offered = acts.filter((act) => may(act.id));
  // The list of actions never changes its length or order.
  // biome-ignore lint/correctness/useHookAtTopLevel: see above
  for (const act of acts) useShortcut(act.id, act.run, may(act.id));
  useCommands(() => [
    ...offered.map(
      (act): Command => ({
        id: `conversation-${act.id}`,
        group: 'conversation',
        icon: act.icon,
        label: t(`action.${act.id}`),
        keys: SHORTCUTS[act.id].keys,
        words: act.id,
        run: act.run,
      }),
    ),
    ...(may('wake')
      ? [
          {
            id: 'conversation-wake',
            group: 'conversation' as const,
            icon: 'bell' as const,
            label: t('action.wake'),
            run: () => void actions.wake(conversation),
          },
        ]
      : []),
  ]);

  return (
    <header className="conv-head">
      <IconButton icon="back" label={t('conversation.backToList')} className="conv-back" onClick={onBack} />
      <Who conversation={conversation} onContext={onContext} />
      <div className="conv-acts">
        {may('tag') && (
          <Popover
            isOpen={panel === 'tag'}
            onOpenChange={toggle('tag')}
            placement="bottomRight"
            content={
              <TagPicker
                isImmediate
                tags={conversation.tags}
                onDone={(add, remove) => void actions.tag(conversation, add, remove)}
              />
            }
          >
            <IconButton icon="tag" label={`${t('action.tag')} (L)`} className="is-wide-only" />
          </Popover>
        )}
        {may('assign') && (
          <Popover
            isOpen={panel === 'assign'}
            onOpenChange={toggle('assign')}
            placement="bottomRight"
            content={
              <AssignList
                current={conversation.assigneeId}
                onPick={(userId) => {
                  setPanel('none');
                  void actions.assign(conversation, userId);
                }}
              />
            }
          >
            <IconButton icon="userPlus" label={`${t('action.assign')} (A)`} className="is-wide-only" />
          </Popover>
        )}
        {may('transfer') && (
          <Tooltip text={t('action.transfer')} keys="T">
            <Button
              size="medium"
              icon="transfer"
              className="is-wide-only"
              onClick={() => setPanel('transfer')}
            >
              {t('action.transfer')}
            </Button>
          </Tooltip>
        )}
        {may('wake') && (
          <Button icon="bell" className="is-wide-only" onClick={() => void actions.wake(conversation)}>
            {t('action.wake')}
          </Button>
        )}
        {may('snooze') && (
          <SnoozeMenu
            isOpen={panel === 'snooze'}
            onOpenChange={toggle('snooze')}
            onChoose={(until) => settle(actions.snooze(conversation, until))}
          >
            <Button icon="snooze" title={`${t('action.snooze')} (S)`} className="is-wide-only">
              {t('action.snooze')}
            </Button>
          </SnoozeMenu>
        )}
        {may('claim') && (
          <Button
            tone="primary"
            title={`${t('action.claim')} (C)`}
            onClick={() => void actions.claim(conversation)}
          >
            {t('action.claim')}
          </Button>
        )}
        {may('resolve') && (
          <Button
            tone={may('claim') ? 'default' : 'primary'}
            icon="check"
            title={`${t('action.resolve')} (E)`}
            onClick={() => settle(actions.resolve(conversation))}
          >
            {t('action.resolve')}
          </Button>
        )}
        {may('reopen') && (
          <Button
            icon="reopen"
            title={`${t('action.reopen')} (O)`}
            onClick={() => void actions.reopen(conversation)}
          >
            {t('action.reopen')}
          </Button>
        )}
        <Menu
          items={[
            ...offered
              .filter((act) => act.id !== 'resolve' && act.id !== 'reopen' && act.id !== 'claim')
              .map((act) => ({
                key: act.id,
                label: t(`action.${act.id}`),
                icon: act.icon,
                keys: SHORTCUTS[act.id].keys,
                // The menu closes first, or it would take the focus from what opens.
                run: () => setTimeout(act.run, 0),
              })),
            ...(may('wake')
              ? [
                  {
                    key: 'wake',
                    label: t('action.wake'),
                    icon: 'bell' as const,
                    run: () => void actions.wake(conversation),
                  },
                ]
              : []),
            { key: 'context', label: t('context.label'), icon: 'info' as const, run: onContext },
          ]}
        >
          <IconButton icon="more" label={t('common:action.more')} className="is-narrow-only" />
        </Menu>
        <IconButton icon="info" label={t('context.label')} className="conv-info" onClick={onContext} />
      </div>
      {panel === 'transfer' && (
        <Suspense fallback={null}>
          <TransferDialog
            onClose={() => setPanel('none')}
            onTransfer={(target, reason) => settle(actions.transfer(conversation, target, reason))}
          />
        </Suspense>
      )}
    </header>
  );
}

function Who({ conversation, onContext }: { conversation: Conversation; onContext: () => void }) {
  const { t } = useTranslation('inbox');
  const { customer, status, waitingSince, snoozedUntil, assigneeId } = conversation;
  const assignee = useAgent((state) => (assigneeId ? state.users.get(assigneeId) : undefined));
  const isMine = useAgent((state) => state.me.user.id === assigneeId);
  const team = useAgent((state) =>
    conversation.teamId ? state.teams.get(conversation.teamId)?.name : undefined,
  );
  return (
    <div className="conv-who">
      <div className="conv-name">
        <button type="button" className="conv-person" onClick={onContext}>
          <h2 className="ellipsis">{customerName(customer)}</h2>
        </button>
        {customer.isVip && <Chip tone="vip">VIP</Chip>}
        {status === 'open' && waitingSince && (
          <span className="conv-wait-line">
            <span className="is-roomy">{t('conversation.waiting')}</span>
            <WaitingClock since={waitingSince} isBig />
          </span>
        )}
        {status === 'snoozed' && snoozedUntil && (
          <Chip tone="soon">{t('conversation.snoozedUntil', { time: formatMoment(snoozedUntil) })}</Chip>
        )}
        {status === 'resolved' && <Chip tone="accent">{t('status.resolved')}</Chip>}
      </div>
      <div className="conv-facts">
        <span className="dotted nowrap">
          <span className="num">#{conversation.number}</span>
          <span>{t(`channel.${conversation.channelType}`)}</span>
          {team && <span>{team}</span>}
          {assignee ? (
            <span className="conv-assignee">
              <Avatar id={assignee.id} name={assignee.name} url={assignee.avatarUrl} size={16} />
              {isMine ? t('conversation.mine') : assignee.name}
            </span>
          ) : (
            <span>{t('unassigned')}</span>
          )}
        </span>
        {conversation.tags.slice(0, 2).map((tag) => (
          <Chip key={tag}>{tag}</Chip>
        ))}
        {conversation.tags.length > 2 && (
          <span title={conversation.tags.join(t('common:listJoin'))}>+{conversation.tags.length - 2}</span>
        )}
      </div>
    </div>
  );
}
