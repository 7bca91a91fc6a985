import type { Team } from '@xiaoer/contracts';
import { applyTeam, selectUsers } from '@xiaoer/sync';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { session, useAgent } from '../../session/agent.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea, TextInput, Toggle } from '../../ui/field.tsx';
import { Dialog, Drawer } from '../../ui/overlay.tsx';
import { Select } from '../../ui/select.tsx';
import { Empty } from '../../ui/states.tsx';
import { EditDrawer } from '../pieces/edit-drawer.tsx';
import { leaveFreely } from '../pieces/leave-guard.tsx';
import { sayDone } from '../pieces/say-done.ts';
import { useAction } from '../pieces/use-action.ts';
import { useDraft } from '../pieces/use-draft.ts';

type Fields = Pick<Team, 'name' | 'description' | 'memberIds' | 'isAutoAssigned'>;

const fieldsOf = (team: Team | undefined): Fields => ({
  name: team?.name ?? '',
  description: team?.description ?? '',
  memberIds: team?.memberIds ?? [],
  isAutoAssigned: team?.isAutoAssigned ?? true,
});

const put = (team: Team) => session().change((state) => applyTeam(state, team));

/** A team to make, change or delete. `id` null: a new one. */
export function TeamDrawer({
  id,
  isReadOnly,
  onClose,
}: {
  id: string | null;
  isReadOnly: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('settings');
  const team = useAgent((state) => (id === null ? undefined : state.teams.get(id)));
  if (id !== null && !team)
    return (
      <Drawer isOpen title={t('shell:settingsPage.teams')} onClose={onClose}>
        <Empty icon="search" title={t('teams.gone')} text={t('teams.goneText')} />
      </Drawer>
    );
  return <Form team={team} isReadOnly={isReadOnly} onClose={onClose} />;
}

function Form({
  team,
  isReadOnly,
  onClose,
}: {
  team: Team | undefined;
  isReadOnly: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('settings');
  const users = useAgent(selectUsers);
  const draft = useDraft(team, fieldsOf);
  const { value } = draft;
  const action = useAction();
  const [isShown, setShown] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const isMissing = value.name.trim() === '';
  const isTaken = (action.failure as { code?: string } | null)?.code === 'identity.name_taken';

  const save = async () => {
    setShown(true);
    if (isMissing) return;
    const body = { ...value, name: value.name.trim() };
    const before = team && fieldsOf(team);
    const isDone = await action.run(async () => {
      put(
        team
          ? await client.call('updateTeam', { params: { id: team.id }, body })
          : await client.call('createTeam', { body }),
      );
    });
    if (!isDone) return;
    leaveFreely(onClose);
    sayDone(
      t('saved'),
      team && before
        ? () => client.call('updateTeam', { params: { id: team.id }, body: before }).then(put)
        : undefined,
    );
  };
  const options = users
    .filter((user) => user.isActive || value.memberIds.includes(user.id))
    .map((user) => ({ value: user.id, label: user.name }));
  return (
    <EditDrawer
      title={team ? team.name : t('teams.create')}
      onClose={onClose}
      onSave={() => void save()}
      isDirty={draft.isDirty}
      isBusy={action.isBusy}
      isReadOnly={isReadOnly}
      isOvertaken={draft.isOvertaken}
      onReset={draft.reset}
      error={!isTaken && action.error}
      extra={
        team && (
          <Button tone="danger" icon="trash" onClick={() => setAsking(true)}>
            {t('common:action.delete')}
          </Button>
        )
      }
    >
      <Field
        label={t('teams.name')}
        error={(isTaken && action.error) || (isShown && isMissing && t('teams.nameMissing'))}
      >
        {(control) => (
          <TextInput
            {...control}
            autoFocus={!team}
            maxLength={60}
            value={value.name}
            onChange={(event) => draft.put({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('teams.description')} isOptional={t('common:optional')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={300}
            value={value.description}
            onChange={(event) => draft.put({ description: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('teams.members')} hint={t('teams.membersHint')}>
        {(control) => (
          <Select<string[]>
            {...control}
            mode="multiple"
            placeholder={t('teams.noMembers')}
            value={value.memberIds}
            options={options}
            onChange={(memberIds) => draft.put({ memberIds })}
          />
        )}
      </Field>
      <Toggle
        isOn={value.isAutoAssigned}
        disabled={isReadOnly}
        onChange={(isAutoAssigned) => draft.put({ isAutoAssigned })}
        label={t('teams.automatic')}
        hint={t(value.isAutoAssigned ? 'teams.automaticOn' : 'teams.automaticOff')}
      />
      {isAsking && team && (
        <DeleteDialog team={team} onClose={() => setAsking(false)} onDone={() => leaveFreely(onClose)} />
      )}
    </EditDrawer>
  );
}

/** Asked, because who belonged to it and what pointed to it does not come back with a new team. */
function DeleteDialog({ team, onClose, onDone }: { team: Team; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const action = useAction();
  const remove = async () => {
    const isDone = await action.run(async () => {
      await client.call('deleteTeam', { params: { id: team.id } });
    });
    if (!isDone) return;
    sayDone(t('teams.deleted', { name: team.name }));
    onDone();
  };
  return (
    <Dialog
      isOpen
      isDanger
      title={t('teams.ask', { name: team.name })}
      confirmLabel={t('common:action.delete')}
      isBusy={action.isBusy}
      onClose={onClose}
      onConfirm={() => void remove()}
    >
      {action.error && (
        <p className="st-error" role="alert">
          {action.error}
        </p>
      )}
      <p className="st-dialog-text">{t('teams.askText')}</p>
    </Dialog>
  );
}
