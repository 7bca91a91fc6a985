import { useQueryClient } from '@tanstack/react-query';
import { Email, type Role } from '@xiaoer/contracts';
import { selectTeams } from '@xiaoer/sync';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAgent } from '../../session/agent.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Drawer } from '../../ui/overlay.tsx';
import { Select } from '../../ui/select.tsx';
import { ShownOnce } from '../pieces/copy.tsx';
import { EditDrawer } from '../pieces/edit-drawer.tsx';
import { useAction } from '../pieces/use-action.ts';
import { INVITATIONS } from './invitations.tsx';
import { RoleSelect } from './role-select.tsx';

/** Inviting one colleague; the link that comes of it is shown this once. */
export function InviteDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const granter = useAgent((state) => state.me.user.role);
  const teams = useAgent(selectTeams);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [teamIds, setTeamIds] = useState<string[]>([]);
  const [isShown, setShown] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const action = useAction();
  const parsed = Email.safeParse(email.trim());
  const isTaken = (action.failure as { code?: string } | null)?.code === 'identity.email_taken';

  const send = async () => {
    setShown(true);
    if (!parsed.success) return;
    await action.run(async () => {
      const answer = await client.call('inviteUser', { body: { email: parsed.data, role, teamIds } });
      setLink(answer.link);
      void queries.invalidateQueries({ queryKey: INVITATIONS });
    });
  };
  if (link !== null)
    return (
      <Drawer
        isOpen
        title={t('invite.done')}
        onClose={onClose}
        footer={
          <>
            <Button
              onClick={() => {
                setLink(null);
                setEmail('');
                setShown(false);
              }}
            >
              {t('invite.another')}
            </Button>
            <Button tone="primary" onClick={onClose}>
              {t('common:action.close')}
            </Button>
          </>
        }
      >
        <p className="st-dialog-text">{t('invite.doneText', { email })}</p>
        <ShownOnce text={link} note={t('invite.once')} />
      </Drawer>
    );
  return (
    <EditDrawer
      title={t('agents.invite')}
      onClose={onClose}
      onSave={() => void send()}
      isDirty={email.trim() !== ''}
      isBusy={action.isBusy}
      saveLabel={t('invite.submit')}
      error={!isTaken && action.error}
    >
      <Field
        label={t('profile.email')}
        hint={t('invite.emailHint')}
        error={(isTaken && action.error) || (isShown && !parsed.success && t('auth:invalid.email'))}
      >
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoFocus
            autoComplete="off"
            value={email}
            onChange={(event) => {
              setEmail(event.target.value);
              if (isTaken) action.clear();
            }}
          />
        )}
      </Field>
      <Field label={t('agents.role')} hint={t(`agents.roleHint.${role}`)}>
        {(control) => <RoleSelect {...control} granter={granter} value={role} onChange={setRole} />}
      </Field>
      <Field label={t('agents.teams')} isOptional={t('common:optional')}>
        {(control) => (
          <Select<string[]>
            {...control}
            mode="multiple"
            placeholder={t('agents.noTeam')}
            value={teamIds}
            options={teams.map((team) => ({ value: team.id, label: team.name }))}
            onChange={setTeamIds}
          />
        )}
      </Field>
    </EditDrawer>
  );
}
