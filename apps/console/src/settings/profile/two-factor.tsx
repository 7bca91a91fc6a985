import { makeStore } from '@xiaoer/sync';
import { QRCode } from 'antd';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../../session/agent.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CopyButton } from '../pieces/copy.tsx';
import { saveText } from '../pieces/save-text.ts';
import { Section } from '../pieces/section.tsx';
import { beginTwoFactor, confirmTotp, endTwoFactor, renewBackupCodes } from './account.ts';
import { useAccountText } from './account-text.ts';

const DIGITS = 6;
type Purpose = 'enable' | 'disable' | 'codes';
type Step =
  | { name: 'password'; purpose: Purpose }
  | { name: 'scan'; uri: string; codes: readonly string[] }
  | { name: 'codes'; codes: readonly string[] };

/**
 * Outside of the page: turning it on replaces the session, which paints every screen anew, and the backup
 * codes have to stay in sight.
 */
const stepStore = makeStore<{ step: Step | null }>({ step: null });
const setStep = (step: Step | null) => stepStore.update(() => ({ step }));

/** The second factor: on or off, and the way between. */
export function TwoFactorSection() {
  const { t } = useTranslation('settings');
  const isOn = useAgent((state) => state.me.user.hasTwoFactor);
  const { step } = useSyncExternalStore(stepStore.subscribe, stepStore.getState);
  const ask = (purpose: Purpose) => setStep({ name: 'password', purpose });
  return (
    <Section title={t('twoFactor.title')} text={t('twoFactor.text')}>
      <div className="profile-state">
        <Chip tone={isOn ? 'accent' : 'plain'}>{t(isOn ? 'twoFactor.on' : 'twoFactor.off')}</Chip>
        {isOn ? (
          <>
            <Button onClick={() => ask('codes')}>{t('twoFactor.renew')}</Button>
            <Button tone="danger" onClick={() => ask('disable')}>
              {t('twoFactor.disable')}
            </Button>
          </>
        ) : (
          <Button icon="shield" onClick={() => ask('enable')}>
            {t('twoFactor.enable')}
          </Button>
        )}
      </div>
      {step?.name === 'password' && (
        <PasswordDialog purpose={step.purpose} onClose={() => setStep(null)} onDone={setStep} />
      )}
      {step?.name === 'scan' && (
        <ScanDialog
          uri={step.uri}
          onClose={() => setStep(null)}
          onDone={() => setStep({ name: 'codes', codes: step.codes })}
        />
      )}
      {step?.name === 'codes' && <CodesDialog codes={step.codes} onClose={() => setStep(null)} />}
    </Section>
  );
}

function PasswordDialog({
  purpose,
  onClose,
  onDone,
}: {
  purpose: Purpose;
  onClose: () => void;
  onDone: (next: Step | null) => void;
}) {
  const { t } = useTranslation('settings');
  const text = useAccountText();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    setError(null);
    try {
      if (purpose === 'enable') {
        const { totpURI, backupCodes } = await beginTwoFactor(password);
        onDone({ name: 'scan', uri: totpURI, codes: backupCodes });
      } else if (purpose === 'codes') {
        onDone({ name: 'codes', codes: (await renewBackupCodes(password)).backupCodes });
      } else {
        await endTwoFactor(password);
        showToast({ text: t('twoFactor.disabled') });
        onDone(null);
      }
    } catch (failure) {
      setError(text(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      title={t(`twoFactor.ask.${purpose}`)}
      onClose={onClose}
      onConfirm={() => void go()}
      confirmLabel={t(purpose === 'disable' ? 'twoFactor.disable' : 'twoFactor.continue')}
      isDanger={purpose === 'disable'}
      isBusy={isBusy}
      isConfirmDisabled={password === ''}
    >
      <p className="st-dialog-text">{t(`twoFactor.askText.${purpose}`)}</p>
      <Field label={t('profile.passwordNow')} error={error}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="current-password"
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

/** The secret in groups of four, as people type it. */
const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

function ScanDialog({ uri, onClose, onDone }: { uri: string; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const text = useAccountText();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const verify = async (digits: string) => {
    if (isBusy || digits.length !== DIGITS) return;
    setBusy(true);
    setError(null);
    try {
      await confirmTotp(digits);
      onDone();
      showToast({ tone: 'good', text: t('twoFactor.enabled') });
    } catch (failure) {
      setError(text(failure));
      setCode('');
      setBusy(false);
    }
  };
  const change = (value: string) => {
    const digits = value.replace(/\D/g, '').slice(0, DIGITS);
    setCode(digits);
    void verify(digits);
  };
  return (
    <Dialog
      isOpen
      title={t('twoFactor.scan')}
      onClose={onClose}
      onConfirm={() => void verify(code)}
      confirmLabel={t('twoFactor.verify')}
      isBusy={isBusy}
      isConfirmDisabled={code.length !== DIGITS}
    >
      <p className="st-dialog-text">{t('twoFactor.scanText')}</p>
      <div className="profile-scan">
        {/* Always dark on white: some phones cannot read it the other way round. */}
        <span className="profile-qr" role="img" aria-label={t('twoFactor.qr')}>
          <QRCode type="svg" value={uri} size={168} color="#16201d" bgColor="#ffffff" bordered={false} />
        </span>
        <div className="profile-secret">
          <span className="field-hint">{t('twoFactor.byHand')}</span>
          <code>{inGroups(secret)}</code>
          <CopyButton text={secret} />
        </div>
      </div>
      <Field label={t('twoFactor.code')} error={error}>
        {(control) => (
          <TextInput
            {...control}
            className="profile-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            value={code}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

function CodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const list = codes.join('\n');
  const [isKept, setKept] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isKept) onClose();
  };
  return (
    <Dialog isOpen title={t('twoFactor.codes')} onClose={() => isKept && onClose()} footer={null}>
      <form onSubmit={submit}>
        <p className="st-dialog-text">{t('twoFactor.codesText')}</p>
        <ul className="profile-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div className="profile-state">
          <CopyButton text={list} />
          <Button
            size="small"
            icon="download"
            onClick={() => saveText('xiaoer-backup-codes.txt', `${list}\n`)}
          >
            {t('common:action.download')}
          </Button>
        </div>
        <label className="profile-kept">
          <input type="checkbox" checked={isKept} onChange={(event) => setKept(event.target.checked)} />
          {t('twoFactor.kept')}
        </label>
        <div className="overlay-foot">
          <Button type="submit" tone="primary" disabled={!isKept}>
            {t('twoFactor.done')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
