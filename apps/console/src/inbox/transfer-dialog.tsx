import { can } from '@xiaoer/contracts';
import { selectTeams, selectUsers } from '@xiaoer/sync';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../session/agent.ts';
import { Field, TextArea } from '../ui/field.tsx';
import { Dialog } from '../ui/overlay.tsx';
import { Select } from '../ui/select.tsx';
import type { TransferTarget } from './actions.ts';

const REASON_MAX = 500;

/** Hands over to a team or a colleague; the reason is required, since the next one starts from it. */
export default function TransferDialog({
  isTeamOnly = false,
  onClose,
  onTransfer,
}: {
  isTeamOnly?: boolean;
  onClose: () => void;
  onTransfer: (target: TransferTarget, reason: string) => void;
}) {
  const { t } = useTranslation('inbox');
  const teams = useAgent(selectTeams);
  const users = useAgent(selectUsers);
  const seats = useAgent((state) => state.seats);
  const myId = useAgent((state) => state.me.user.id);
  const [target, setTarget] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const people = users.filter(
    (user) => user.isActive && user.id !== myId && can(user.role, 'conversations.reply'),
  );
  const loadOf = (userId: string) => {
    const seat = seats.get(userId);
    return seat
      ? `${t(`common:presence.${seat.presence}`)} · ${seat.load} / ${seat.capacity}`
      : t('common:presence.offline');
  };
  const options = [
    {
      label: t('transfer.teams'),
      options: teams.map((team) => ({ value: `team:${team.id}`, label: team.name })),
    },
    ...(isTeamOnly
      ? []
      : [
          {
            label: t('transfer.people'),
            options: people.map((user) => ({
              value: `user:${user.id}`,
              label: `${user.name} · ${loadOf(user.id)}`,
            })),
          },
        ]),
  ];
  const submit = () => {
    if (target === null) return;
    const id = target.slice(5);
    onClose();
    onTransfer(
      target.startsWith('team:') ? { teamId: id, assigneeId: null } : { teamId: null, assigneeId: id },
      reason.trim().replace(/\s*\n\s*/g, ' '),
    );
  };
  return (
    <Dialog
      isOpen
      title={t('transfer.title')}
      onClose={onClose}
      onConfirm={submit}
      confirmLabel={t('action.transfer')}
      isConfirmDisabled={target === null || reason.trim() === ''}
    >
      <Field label={t('transfer.to')}>
        {(control) => (
          <Select<string>
            {...control}
            autoFocus
            defaultOpen={false}
            placeholder={t(isTeamOnly ? 'transfer.chooseTeam' : 'transfer.choose')}
            value={target ?? undefined}
            options={options}
            onChange={(value) => setTarget(value)}
          />
        )}
      </Field>
      <Field label={t('transfer.reason')} hint={t('transfer.reasonHint')}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={REASON_MAX}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit();
            }}
          />
        )}
      </Field>
    </Dialog>
  );
}
