import type { Conversation, ConversationAbility } from '@xiaoer/contracts';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../shell/commands.ts';
import { SHORTCUTS, type ShortcutId } from '../../shell/shortcut-table.ts';
import { useShortcut } from '../../shell/shortcuts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { PHONE_QUERY, useMedia } from '../../ui/use-media.ts';
import * as actions from '../actions.ts';
import { HeaderFacts } from './header-facts.tsx';
import { AssignPanel, type PanelProps, SheetPanel, SnoozePanel, TagPanel } from './header-panels.tsx';

const TransferDialog = lazy(() => import('../transfer-dialog.tsx'));

type Panel = 'none' | 'assign' | 'tag' | 'snooze' | 'transfer';
/** What is done most often comes first. */
const THUMB_ORDER: readonly Act['id'][] = [
  'claim',
  'resolve',
  'reopen',
  'snooze',
  'transfer',
  'assign',
  'tag',
];
type Act = { id: ConversationAbility & ShortcutId; icon: IconName; run: () => void };

/** Keys and palette commands of what may be done with the conversation. */
function useActs(
  acts: readonly Act[],
  more: readonly MenuItem[],
  may: (id: ConversationAbility) => boolean,
): void {
  const { t } = useTranslation('inbox');
  // The list of actions never changes its length or order.
  // biome-ignore lint/correctness/useHookAtTopLevel: see above
  for (const act of acts) useShortcut(act.id, act.run, may(act.id));
  useCommands(() => [
    ...acts
      .filter((act) => may(act.id))
      .map(
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
    ...more.flatMap((item): Command[] =>
      'run' in item && typeof item.label === 'string'
        ? [{ id: item.key, group: 'conversation', icon: item.icon, label: item.label, run: item.run }]
        : [],
    ),
  ]);
}

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
  const isPhone = useMedia(PHONE_QUERY);
  const [panel, setPanel] = useState<Panel>('none');
  const may = (ability: ConversationAbility) => abilities.includes(ability);
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
  const wake: MenuItem[] = may('wake')
    ? [{ key: 'wake', label: t('action.wake'), icon: 'bell', run: () => void actions.wake(conversation) }]
    : [];
  useActs(acts, wake, may);

  const panels: PanelProps = {
    conversation,
    isOpen: false,
    onOpenChange: () => {},
    onAssign: (userId) => {
      setPanel('none');
      void actions.assign(conversation, userId);
    },
    onTag: (add, remove) => void actions.tag(conversation, add, remove),
    onSnooze: (until) => settle(actions.snooze(conversation, until)),
  };
  const at = (name: Panel): PanelProps => ({
    ...panels,
    isOpen: panel === name,
    // One that says late that it is closed must not close the one that was opened meanwhile.
    onOpenChange: (isOpen) => setPanel((now) => (isOpen ? name : now === name ? 'none' : now)),
  });

  const transferDialog = panel === 'transfer' && (
    <Suspense fallback={null}>
      <TransferDialog
        onClose={() => setPanel('none')}
        onTransfer={(target, reason) => settle(actions.transfer(conversation, target, reason))}
      />
    </Suspense>
  );
  const head = (buttons: ReactNode) => (
    <header className="conv-head">
      <IconButton icon="back" label={t('conversation.backToList')} className="conv-back" onClick={onBack} />
      <HeaderFacts conversation={conversation} onContext={onContext} />
      <div className="conv-acts">
        {buttons}
        <IconButton icon="info" label={t('context.label')} onClick={onContext} />
      </div>
      {transferDialog}
    </header>
  );

  if (isPhone)
    return (
      <>
        {head(null)}
        <ThumbBar
          acts={[
            ...THUMB_ORDER.flatMap((name) => acts.filter((act) => act.id === name && may(name))),
            ...wake.flatMap((item) =>
              'run' in item ? [{ id: 'wake' as const, icon: 'bell' as const, run: item.run }] : [],
            ),
          ]}
        />
        {(panel === 'assign' || panel === 'tag' || panel === 'snooze') && (
          <SheetPanel {...at(panel)} panel={panel} />
        )}
      </>
    );
  return head(
    <>
      {may('tag') && <TagPanel {...at('tag')} />}
      {may('assign') && <AssignPanel {...at('assign')} />}
      {may('transfer') && (
        <Button
          icon="transfer"
          aria-label={t('action.transfer')}
          title={`${t('action.transfer')} (T)`}
          className="is-terse"
          onClick={() => setPanel('transfer')}
        >
          {t('action.transfer')}
        </Button>
      )}
      {may('wake') && (
        <Button icon="bell" onClick={() => void actions.wake(conversation)}>
          {t('action.wake')}
        </Button>
      )}
      {may('snooze') && <SnoozePanel {...at('snooze')} />}
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
    </>,
  );
}

/** On phones the actions stand in a row above the composer, where the thumb is. */
function ThumbBar({
  acts,
}: {
  acts: readonly { id: ConversationAbility; icon: IconName; run: () => void }[];
}) {
  const { t } = useTranslation('inbox');
  return (
    <div className="thumb-bar">
      {acts.map((act, index) => (
        <Button
          key={act.id}
          icon={act.icon}
          tone={index === 0 && (act.id === 'claim' || act.id === 'resolve') ? 'primary' : 'default'}
          onClick={act.run}
        >
          {t(`action.${act.id}`)}
        </Button>
      ))}
    </div>
  );
}
