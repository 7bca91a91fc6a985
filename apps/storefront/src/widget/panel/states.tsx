import type { TextKey } from '../locales/zh-cn.ts';
import { useChat, useTexts } from './context.ts';

export function LoadingState() {
  const say = useTexts();
  return (
    <div class="skeleton" role="status" aria-label={say('loading')}>
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}

const REASONS: Record<string, readonly [TextKey, TextKey]> = {
  'channels.disabled': ['disabled', 'disabledHint'],
  'channels.not_found': ['disabled', 'disabledHint'],
  'channels.origin_refused': ['refused', 'refusedHint'],
  'request.forbidden_origin': ['refused', 'refusedHint'],
};

export function FailedState({ code }: { code: string }) {
  const say = useTexts();
  const chat = useChat();
  const [title, hint] = REASONS[code] ?? ['loadFailed', 'loadFailedHint'];
  return (
    <div class="state" role="alert">
      <strong>{say(title)}</strong>
      <span>{say(hint)}</span>
      {!(code in REASONS) && (
        <button type="button" class="primary" onClick={chat.start}>
          {say('loadRetry')}
        </button>
      )}
    </div>
  );
}
