import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthError, verifyBackupCode, verifyTotp } from '../api/auth.ts';
import { Button } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useAuthText } from './auth-text.ts';
import { Stage } from './stage.tsx';

const DIGITS = 6;

/** The second step: six digits, sent as soon as they are all there, or a backup code. */
export function TotpStep({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const { t } = useTranslation('auth');
  const authText = useAuthText();
  const [way, setWay] = useState<'app' | 'backup'>('app');
  const [code, setCode] = useState('');
  const [isTrusted, setTrusted] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows the way chosen
  useEffect(() => input.current?.focus(), [way]);

  const verify = async (value: string) => {
    if (isBusy || value === '') return;
    setBusy(true);
    setError(null);
    try {
      await (way === 'app' ? verifyTotp(value, isTrusted) : verifyBackupCode(value.trim(), isTrusted));
      onDone();
    } catch (failure) {
      setError(authText(failure instanceof AuthError ? failure.code : 'UNREACHABLE'));
      setCode('');
      setBusy(false);
      input.current?.focus();
    }
  };
  const change = (value: string) => {
    if (way === 'backup') return setCode(value);
    const digits = value.replace(/\D/g, '').slice(0, DIGITS);
    setCode(digits);
    if (digits.length === DIGITS) void verify(digits);
  };

  return (
    <Stage title={t('totp.title')} lead={t(way === 'app' ? 'totp.lead' : 'totp.backupLead')}>
      {error && (
        <p className="stage-error" role="alert">
          {error}
        </p>
      )}
      <form
        className="stage-form"
        onSubmit={(event) => {
          event.preventDefault();
          void verify(code);
        }}
      >
        <Field label={t(way === 'app' ? 'totp.code' : 'totp.backupCode')}>
          {(control) => (
            <TextInput
              {...control}
              ref={input}
              className={way === 'app' ? 'stage-code' : undefined}
              inputMode={way === 'app' ? 'numeric' : 'text'}
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              value={code}
              onChange={(event) => change(event.target.value)}
            />
          )}
        </Field>
        <label className="stage-check">
          <input type="checkbox" checked={isTrusted} onChange={(event) => setTrusted(event.target.checked)} />
          {t('totp.trust')}
        </label>
        <Button type="submit" tone="primary" size="large" isBlock isBusy={isBusy}>
          {t('totp.submit')}
        </Button>
        <span className="stage-links">
          <Button tone="quiet" size="small" onClick={onBack}>
            {t('totp.again')}
          </Button>
          <Button
            tone="quiet"
            size="small"
            onClick={() => {
              setCode('');
              setWay(way === 'app' ? 'backup' : 'app');
            }}
          >
            {t(way === 'app' ? 'totp.useBackup' : 'totp.useApp')}
          </Button>
        </span>
      </form>
    </Stage>
  );
}
