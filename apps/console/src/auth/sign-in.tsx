import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthError, type DemoLogin, readDemoLogins, signIn } from '../api/auth.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { usePageTitle } from '../ui/page.tsx';
import { useAuthText } from './auth-text.ts';
import { Stage } from './stage.tsx';
import { TotpStep } from './totp-step.tsx';

/** Sign-in. `onDone` is called when the session stands. */
export function SignIn({
  onDone,
  notice,
  email: knownEmail = '',
}: {
  onDone: () => void;
  notice?: string;
  email?: string;
}) {
  const { t } = useTranslation('auth');
  const authText = useAuthText();
  usePageTitle(t('signIn.title'));
  const [step, setStep] = useState<'password' | 'totp'>('password');
  const [email, setEmail] = useState(knownEmail);
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(true);
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});
  const [error, setError] = useState<string | null>(null);
  const demo = useQuery({
    queryKey: ['demo-logins'],
    queryFn: readDemoLogins,
    staleTime: Number.POSITIVE_INFINITY,
  });

  const enter = async (login: { email: string; password: string }, isKept: boolean) => {
    setBusy(true);
    setError(null);
    try {
      if ((await signIn(login.email, login.password, isKept)) === 'totp') setStep('totp');
      else onDone();
    } catch (failure) {
      setError(authText(failure instanceof AuthError ? failure.code : 'UNREACHABLE'));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = {
      ...(email.trim() === '' && { email: t('signIn.needEmail') }),
      ...(password === '' && { password: t('signIn.needPassword') }),
    };
    setMissing(wanted);
    if (Object.keys(wanted).length === 0) void enter({ email: email.trim(), password }, remember);
  };

  if (step === 'totp')
    return (
      <TotpStep
        onDone={onDone}
        onBack={() => {
          setStep('password');
          setPassword('');
        }}
      />
    );

  return (
    <Stage title={t('common:product')} lead={t('signIn.lead')}>
      {error ? (
        <p className="stage-error" role="alert">
          {error}
        </p>
      ) : (
        notice && <p className="stage-notice">{notice}</p>
      )}
      <form className="stage-form" onSubmit={submit} noValidate>
        <Field label={t('signIn.email')} error={missing.email}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="username"
              autoFocus={notice === undefined}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('signIn.password')} error={missing.password}>
          {(control) => (
            <span className="stage-secret">
              <TextInput
                {...control}
                type={isShown ? 'text' : 'password'}
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
              <IconButton
                icon="eye"
                label={t(isShown ? 'signIn.hidePassword' : 'signIn.showPassword')}
                isOn={isShown}
                onClick={() => setShown(!isShown)}
              />
            </span>
          )}
        </Field>
        <label className="stage-check">
          <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
          {t('signIn.remember')}
        </label>
        <Button type="submit" tone="primary" size="large" isBlock isBusy={isBusy}>
          {t('signIn.submit')}
        </Button>
      </form>
      {demo.data && demo.data.length > 0 && (
        <DemoLogins logins={demo.data} isBusy={isBusy} onPick={(login) => void enter(login, true)} />
      )}
    </Stage>
  );
}

function DemoLogins({
  logins,
  isBusy,
  onPick,
}: {
  logins: readonly DemoLogin[];
  isBusy: boolean;
  onPick: (login: DemoLogin) => void;
}) {
  const { t } = useTranslation('auth');
  return (
    <section className="demo">
      <h2 className="demo-title">
        {t('demo.title')} <span>{t('demo.hint')}</span>
      </h2>
      <ul className="demo-list">
        {logins.map((login) => (
          <li key={login.email}>
            <button
              type="button"
              className="demo-login btn-block"
              disabled={isBusy}
              onClick={() => onPick(login)}
            >
              <Avatar id={login.email} name={login.name} size={28} />
              <span className="demo-words">
                <b className="ellipsis">{login.name}</b>
                <span className="ellipsis">{t(`common:role.${login.role}`, login.role)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
