import type { WebChannel } from '@xiaoer/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import readme from '../../../../storefront/README.md?raw';
import { client } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { CopyButton, ShownOnce } from '../pieces/copy.tsx';
import { Choices, Section } from '../pieces/section.tsx';
import { useAction } from '../pieces/use-action.ts';
import { pageSample, SAMPLE_LANGUAGES, type SampleLanguage, sampleOf, scriptTag } from './samples.ts';

/** How the widget gets into a page, and how a shop signs its shoppers. */
export default function Install({ channel }: { channel: WebChannel }) {
  const { t } = useTranslation('settings');
  const [language, setLanguage] = useState<SampleLanguage>('Node');
  return (
    <div className="install">
      <Section title={t('install.tag')} text={t('install.tagText')}>
        <Code text={scriptTag(location.origin, channel.key)} label={t('install.tag')} />
        <p className="field-hint">{t('install.tagHint')}</p>
      </Section>
      <Section title={t('install.sign')} text={t('install.signText')}>
        <Choices
          label={t('install.language')}
          value={language}
          options={SAMPLE_LANGUAGES.map((value) => ({ value, label: value === 'Node' ? 'Node.js' : value }))}
          onChange={setLanguage}
        />
        <Code text={sampleOf(readme, language)} label={t('install.codeIn', { language })} />
        <ul className="install-ways">
          <li>{t('install.jwt')}</li>
          <li>{t('install.hmac')}</li>
        </ul>
      </Section>
      <Section title={t('install.page')} text={t('install.pageText')}>
        <Code text={pageSample(readme, location.origin, channel.key)} label={t('install.page')} />
      </Section>
      <SecretSection channel={channel} />
    </div>
  );
}

function Code({ text, label }: { text: string; label: string }) {
  return (
    <section className="st-code-wrap" aria-label={label}>
      <div className="st-code-head">
        <span>{label}</span>
        <CopyButton text={text} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard */}
      <pre className="st-code" tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}

/** Asked before: the old secret ends a day later, and then every page that still signs with it fails. */
function SecretSection({ channel }: { channel: WebChannel }) {
  const { t } = useTranslation('settings');
  const action = useAction();
  const [isAsking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = async () => {
    await action.run(async () => {
      const answer = await client.call('rotateChannelSecret', { params: { id: channel.id } });
      setSecret(answer.secret);
      setAsking(false);
    });
  };
  return (
    <Section title={t('install.secret')} text={t('install.secretText')}>
      {secret === null ? (
        <div>
          <Button icon="refresh" onClick={() => setAsking(true)}>
            {t('install.rotate')}
          </Button>
        </div>
      ) : (
        <ShownOnce text={secret} note={t('install.once')} />
      )}
      <Dialog
        isOpen={isAsking}
        isDanger
        title={t('install.ask')}
        confirmLabel={t('install.rotate')}
        isBusy={action.isBusy}
        onClose={() => setAsking(false)}
        onConfirm={() => void rotate()}
      >
        {action.error && (
          <p className="st-error" role="alert">
            {action.error}
          </p>
        )}
        <p className="st-dialog-text">{t('install.askText')}</p>
      </Dialog>
    </Section>
  );
}
