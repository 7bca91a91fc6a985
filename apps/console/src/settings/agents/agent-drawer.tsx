import { mayGrant, type Role, type User } from '@xiaoer/contracts';
import { applyUser, selectTeams } from '@xiaoer/sync';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { session, useAgent } from '../../session/agent.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput, Toggle } from '../../ui/field.tsx';
import { Dialog, Drawer } from '../../ui/overlay.tsx';
import { Select } from '../../ui/select.tsx';
import { Empty } from '../../ui/states.tsx';
import { ShownOnce } from '../pieces/copy.tsx';
import { EditDrawer } from '../pieces/edit-drawer.tsx';
import { leaveFreely } from '../pieces/leave-guard.tsx';
import { sayDone } from '../pieces/say-done.ts';
import { useAction } from '../pieces/use-action.ts';
import { useDraft } from '../pieces/use-draft.ts';
import { RoleSelect } from './role-select.tsx';

type Fields = { name: string; role: Role; teamIds: string[]; capacity: string; isActive: boolean };
type Change = Partial<Pick<User, 'name' | 'role' | 'teamIds' | 'capacity' | 'isActive'>>;

const fieldsOf = (user: User | undefined): Fields => ({
  name: user?.name ?? '',
  role: user?.role ?? 'agent',
  teamIds: user?.teamIds ?? [],
  capacity: String(user?.capacity ?? ''),
  isActive: user?.isActive ?? true,
});

const CAPACITY_MAX = 100;

/** Sends only what differs, so that a colleague's change of something else is not undone. */
function changeOf(user: User, fields: Fields): Change {
  const capacity = Number(fields.capacity);
  const isSameTeams =
    fields.teamIds.length === user.teamIds.length && fields.teamIds.every((id) => user.teamIds.includes(id));
  return {
    ...(fields.name.trim() !== user.name && { name: fields.name.trim() }),
    ...(fields.role !== user.role && { role: fields.role }),
    ...(!isSameTeams && { teamIds: fields.teamIds }),
    ...(capacity !== user.capacity && { capacity }),
    ...(fields.isActive !== user.isActive && { isActive: fields.isActive }),
  };
}

async function update(id: string, change: Change): Promise<void> {
  const user = await client.call('updateUser', { params: { id }, body: change });
  session().change((state) => applyUser(state, user));
}

/** One colleague: what they are and may, and the way back in for who has lost theirs. */
export function AgentDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const user = useAgent((state) => state.users.get(id));
  if (!user)
    return (
      <Drawer isOpen title={t('shell:settingsPage.agents')} onClose={onClose}>
        <Empty icon="search" title={t('agents.gone')} />
      </Drawer>
    );
  return <Form user={user} onClose={onClose} />;
}

function Form({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const me = useAgent((state) => state.me);
  const teams = useAgent(selectTeams);
  const draft = useDraft(user, fieldsOf);
  const { value, put } = draft;
  const action = useAction();
  const [isShown, setShown] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const inHand = useAgent((state) => state.seats.get(user.id)?.load ?? 0);
  const isMe = me.user.id === user.id;
  const isReadOnly = !me.permissions.includes('users.manage') || !mayGrant(me.user.role, user.role);
  const wrong = {
    name: value.name.trim() === '' && t('profile.nameMissing'),
    capacity: !/^\d{1,3}$/.test(value.capacity) || Number(value.capacity) > CAPACITY_MAX,
  };

  const save = async (isSure = false) => {
    setShown(true);
    if (wrong.name || wrong.capacity) return;
    const change = changeOf(user, value);
    if (Object.keys(change).length === 0) return leaveFreely(onClose);
    // Taking the account back gives the conversations back to nobody, so this one is asked.
    if (change.isActive === false && inHand > 0 && !isSure) return setAsking(true);
    setAsking(false);
    const before = Object.fromEntries(
      (Object.keys(change) as (keyof Change)[]).map((key) => [key, user[key]]),
    ) as Change;
    if (!(await action.run(() => update(user.id, change)))) return;
    leaveFreely(onClose);
    sayDone(change.isActive === false ? t('agents.deactivated', { name: user.name }) : t('saved'), () =>
      update(user.id, before),
    );
  };
  return (
    <EditDrawer
      title={user.name}
      onClose={onClose}
      onSave={() => void save()}
      isDirty={draft.isDirty}
      isBusy={action.isBusy}
      isReadOnly={isReadOnly}
      isOvertaken={draft.isOvertaken}
      onReset={draft.reset}
      error={action.error && explain(action.failure, action.error, t)}
    >
      <Field label={t('agents.name')} error={isShown && wrong.name}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={80}
            value={value.name}
            onChange={(event) => put({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('profile.email')}>
        {(control) => <TextInput {...control} value={user.email} disabled />}
      </Field>
      <Field label={t('agents.role')} hint={isMe ? t('agents.ownRole') : t(`agents.roleHint.${value.role}`)}>
        {(control) => (
          <RoleSelect
            {...control}
            granter={me.user.role}
            value={value.role}
            isDisabled={isMe}
            onChange={(role) => put({ role })}
          />
        )}
      </Field>
      <Field label={t('agents.teams')}>
        {(control) => (
          <Select<string[]>
            {...control}
            mode="multiple"
            placeholder={t('agents.noTeam')}
            value={value.teamIds}
            options={teams.map((team) => ({ value: team.id, label: team.name }))}
            onChange={(teamIds) => put({ teamIds })}
          />
        )}
      </Field>
      <Field
        label={t('agents.capacity')}
        hint={t('agents.capacityHint')}
        error={isShown && wrong.capacity && t('agents.capacityWrong', { max: CAPACITY_MAX })}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            value={value.capacity}
            onChange={(event) => put({ capacity: event.target.value.trim() })}
          />
        )}
      </Field>
      <Toggle
        isOn={value.isActive}
        disabled={isMe || isReadOnly}
        onChange={(isActive) => put({ isActive })}
        label={t('agents.active')}
        hint={t(isMe ? 'agents.ownActive' : value.isActive ? 'agents.activeHint' : 'agents.inactiveHint')}
      />
      {!isReadOnly && !isMe && <Access user={user} />}
      <Dialog
        isOpen={isAsking}
        title={t('agents.deactivateAsk', { name: user.name })}
        onClose={() => setAsking(false)}
        onConfirm={() => void save(true)}
        confirmLabel={t('agents.deactivate')}
        isDanger
        isBusy={action.isBusy}
      >
        <p className="st-dialog-text">{t('agents.deactivateText', { count: inHand })}</p>
      </Dialog>
    </EditDrawer>
  );
}

/** The general words of a refusal, with what can be done about it where that is known. */
function explain(failure: unknown, text: string, t: (key: string) => string): string {
  const code = (failure as { code?: string }).code;
  if (code === 'identity.last_owner') return t('agents.lastOwner');
  if (code === 'identity.own_account') return t('agents.ownAccount');
  return text;
}

/** A new password for who forgot theirs; taking away a second factor that was lost. */
function Access({ user }: { user: User }) {
  const { t } = useTranslation('settings');
  const reset = useAction();
  const remove = useAction();
  const [link, setLink] = useState<string | null>(null);
  const [isMailed, setMailed] = useState(false);
  const issue = () =>
    reset.run(async () => {
      const answer = await client.call('resetUserPassword', { params: { id: user.id } });
      setLink(answer.link);
      setMailed(answer.link === null);
    });
  const removeFactor = () =>
    remove.run(async () => {
      const changed = await client.call('removeUserTwoFactor', { params: { id: user.id } });
      session().change((state) => applyUser(state, changed));
      sayDone(t('agents.factorRemoved', { name: user.name }));
    });
  return (
    <section className="agents-access">
      <h3>{t('agents.access')}</h3>
      <p className="field-hint">{t('agents.accessText')}</p>
      <div className="agents-access-row">
        <Button size="small" icon="lock" isBusy={reset.isBusy} onClick={() => void issue()}>
          {t('agents.reset')}
        </Button>
        {user.hasTwoFactor && (
          <Button size="small" icon="shield" isBusy={remove.isBusy} onClick={() => void removeFactor()}>
            {t('agents.removeFactor')}
          </Button>
        )}
      </div>
      {(reset.error ?? remove.error) && (
        <p className="field-error" role="alert">
          {reset.error ?? remove.error}
        </p>
      )}
      {isMailed && (
        <p className="field-hint" role="status">
          {t('agents.resetMailed', { email: user.email })}
        </p>
      )}
      {link !== null && <ShownOnce text={link} note={t('agents.resetLink')} />}
    </section>
  );
}
