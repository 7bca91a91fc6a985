import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';

const SAID_MS = 2_000;

/** Copies `text`; says so for two seconds. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation('settings');
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Pages without HTTPS have no clipboard: the text stands there to be marked by hand.
      showToast({ tone: 'bad', text: t('copy.failed') });
    }
  };
  return (
    <Button size="small" icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()} aria-live="polite">
      {isCopied ? t('common:action.copied') : (label ?? t('common:action.copy'))}
    </Button>
  );
}

/** A secret or link that is shown this once, with its copy button. */
export function ShownOnce({ text, note }: { text: string; note: string }) {
  return (
    <div className="st-once">
      <code className="st-once-text">{text}</code>
      <div className="st-once-foot">
        <span>{note}</span>
        <CopyButton text={text} />
      </div>
    </div>
  );
}
