import { useEffect, useState } from 'preact/hooks';
import { useTexts } from './context.ts';

/** Without news of it for this long, nobody is typing any more. */
const TYPING_LASTS_MS = 6_000;

/** Name of who writes now, or null. The word that they stopped may be lost, so it ends by itself. */
export function useTypist(typing: { name: string; at: number } | null): string | null {
  const [ended, setEnded] = useState<number | null>(null);
  useEffect(() => {
    if (!typing) return;
    const timer = setTimeout(() => setEnded(typing.at), TYPING_LASTS_MS);
    return () => clearTimeout(timer);
  }, [typing]);
  return typing && typing.at !== ended ? typing.name : null;
}

export function TypingWords({ name }: { name: string }) {
  const say = useTexts();
  return <>{name ? say('typing', { name }) : say('typingSomebody')}</>;
}
