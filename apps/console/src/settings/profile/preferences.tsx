import { applyMe } from '@xiaoer/sync';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/index.ts';
import { askForNotifications, playSound } from '../../inbox/notify.ts';
import { session, useAgent } from '../../session/agent.ts';
import { changePreferences } from '../../session/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput, Toggle } from '../../ui/field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { LeaveGuard } from '../pieces/leave-guard.tsx';
import { Choices, Section } from '../pieces/section.tsx';

const THEMES = ['system', 'light', 'dark'] as const;
const NAME_MAX = 80;

/** Own name. It can be taken back for a moment. */
export function NameSection() {
  const { t } = useTranslation('settings');
  const user = useAgent((state) => state.me.user);
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const name = typed ?? user.name;
  const isDirty = name.trim() !== user.name;

  const save = async (next: string): Promise<boolean> => {
    try {
      const me = await client.call('updateMe', { body: { name: next } });
      session().change((state) => applyMe(state, me));
      return true;
    } catch (failure) {
      setError(errorText(failure));
      return false;
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setError(t('profile.nameMissing'));
    if (!isDirty) return;
    const before = user.name;
    setError(null);
    setBusy(true);
    if (await save(name.trim())) {
      setTyped(null);
      showToast({
        tone: 'good',
        text: t('saved'),
        action: { label: t('common:action.undo'), run: () => void save(before) },
      });
    }
    setBusy(false);
  };
  return (
    <Section title={t('profile.who')} text={t('profile.whoText')}>
      <LeaveGuard isDirty={isDirty} />
      <form className="st-row" noValidate onSubmit={(event) => void submit(event)}>
        <Field label={t('profile.name')} error={error}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="name"
              maxLength={NAME_MAX}
              value={name}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" tone={isDirty ? 'primary' : 'default'} disabled={!isDirty} isBusy={isBusy}>
          {t('common:action.save')}
        </Button>
      </form>
      <dl className="profile-facts">
        <dt>{t('profile.email')}</dt>
        <dd>{user.email}</dd>
        <dt>{t('profile.role')}</dt>
        <dd>{t(`common:role.${user.role}`)}</dd>
      </dl>
    </Section>
  );
}

/** Language, look, sound, notifications, keys: each counts at once. */
export function PreferenceSection() {
  const { t } = useTranslation('settings');
  const preferences = useAgent((state) => state.me.preferences);
  return (
    <Section title={t('profile.look')} text={t('profile.lookText')}>
      <Choices
        label={t('profile.language')}
        value={preferences.language}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={(language) => void changePreferences({ language })}
      />
      <Choices
        label={t('profile.theme')}
        value={preferences.theme}
        options={THEMES.map((value) => ({ value, label: t(`common:theme.${value}`) }))}
        onChange={(theme) => void changePreferences({ theme })}
      />
      <div>
        <Toggle
          isOn={preferences.sendWithEnter}
          onChange={(sendWithEnter) => void changePreferences({ sendWithEnter })}
          label={t('profile.enter')}
          hint={t(preferences.sendWithEnter ? 'profile.enterOn' : 'profile.enterOff')}
        />
        <Toggle
          isOn={preferences.hasSound}
          onChange={(hasSound) => {
            if (hasSound) playSound();
            void changePreferences({ hasSound });
          }}
          label={t('profile.sound')}
          hint={t('profile.soundHint')}
        />
        <NotificationToggle isWanted={preferences.hasDesktopNotifications} />
      </div>
    </Section>
  );
}

type BrowserPermission = NotificationPermission | 'unsupported';
const readPermission = (): BrowserPermission =>
  'Notification' in window ? Notification.permission : 'unsupported';

/** The wish is kept on the server, the permission by this browser: both are told. */
function NotificationToggle({ isWanted }: { isWanted: boolean }) {
  const { t } = useTranslation('settings');
  const [permission, setPermission] = useState(readPermission);
  const ask = async () => {
    await askForNotifications();
    setPermission(readPermission());
  };
  const change = (isOn: boolean) => {
    void changePreferences({ hasDesktopNotifications: isOn });
    if (isOn && permission === 'default') void ask();
  };
  return (
    <>
      <Toggle
        isOn={isWanted}
        onChange={change}
        label={t('profile.notify')}
        hint={isWanted ? t(`profile.notifyIs.${permission}`) : t('profile.notifyHint')}
      />
      {isWanted && permission === 'default' && (
        <Button size="small" icon="bell" className="profile-ask" onClick={() => void ask()}>
          {t('profile.notifyAsk')}
        </Button>
      )}
    </>
  );
}
