import { useQueryClient } from '@tanstack/react-query';
import { Password } from '@xiaoer/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput, Toggle } from '../../ui/field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { Section } from '../pieces/section.tsx';
import { changePassword } from './account.ts';
import { useAccountText } from './account-text.ts';

type Wrong = { current?: string; next?: string; again?: string };

/** Changing the password; other devices are signed out with it unless left in. */
export function PasswordSection() {
  const { t } = useTranslation('settings');
  const text = useAccountText();
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isEndingOthers, setEndingOthers] = useState(true);
  const [wrong, setWrong] = useState<Wrong>({});
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found: Wrong = {
      ...(current === '' && { current: t('profile.passwordMissing') }),
      ...(!Password.safeParse(next).success && { next: t('auth:invalid.password') }),
      ...(again !== next && { again: t('profile.passwordDiffers') }),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await changePassword(current, next, isEndingOthers);
      setCurrent('');
      setNext('');
      setAgain('');
      showToast({ tone: 'good', text: t('profile.passwordChanged') });
      void queries.invalidateQueries({ queryKey: ['own-sessions'] });
    } catch (failure) {
      const code = (failure as { code?: string }).code;
      setWrong({ [code === 'INVALID_PASSWORD' ? 'current' : 'next']: text(failure) });
    } finally {
      setBusy(false);
    }
  };
  const field = (
    label: string,
    value: string,
    set: (value: string) => void,
    more: { error?: string | undefined; hint?: string; autoComplete: string },
  ) => (
    <Field label={label} error={more.error} hint={more.hint}>
      {(control) => (
        <TextInput
          {...control}
          type="password"
          autoComplete={more.autoComplete}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <Section title={t('profile.password')} text={t('profile.passwordText')}>
      <form className="profile-password" noValidate onSubmit={(event) => void submit(event)}>
        {field(t('profile.passwordNow'), current, setCurrent, {
          error: wrong.current,
          autoComplete: 'current-password',
        })}
        {field(t('profile.passwordNew'), next, setNext, {
          error: wrong.next,
          hint: t('auth:setUp.passwordHint'),
          autoComplete: 'new-password',
        })}
        {field(t('profile.passwordAgain'), again, setAgain, {
          error: wrong.again,
          autoComplete: 'new-password',
        })}
        <Toggle isOn={isEndingOthers} onChange={setEndingOthers} label={t('profile.passwordEndOthers')} />
        <Button type="submit" isBusy={isBusy} disabled={current === '' && next === ''}>
          {t('profile.passwordSubmit')}
        </Button>
      </form>
    </Section>
  );
}
