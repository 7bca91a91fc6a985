import i18next from 'i18next';
import { errorText } from '../../api/error-text.ts';
import { showToast } from '../../ui/toast.tsx';

/** Says what was done and offers to take it back; says why when that fails. */
export function sayDone(text: string, undo?: () => Promise<unknown>): void {
  const takeBack = () =>
    void undo?.().catch((error: unknown) => showToast({ tone: 'bad', text: errorText(error) }));
  showToast({
    tone: 'good',
    text,
    ...(undo && { action: { label: i18next.t('common:action.undo'), run: takeBack } }),
  });
}
