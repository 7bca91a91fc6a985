import { useId, useState } from 'preact/hooks';
import { useChat, useTexts } from './context.ts';
import { refusalOf } from './refusal.ts';

/** Asks where to send the answer; says so once it is known. */
export function EmailForm({ hasEmail }: { hasEmail: boolean }) {
  const say = useTexts();
  const chat = useChat();
  const id = useId();
  const [email, setEmail] = useState('');
  const [phase, setPhase] = useState<'writing' | 'saving' | 'saved'>('writing');
  const [problem, setProblem] = useState<'emailInvalid' | 'emailFailed' | null>(null);

  if (phase === 'saved') return <p role="status">{say('emailSaved', { email })}</p>;
  if (hasEmail) return null;
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const address = email.trim();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return setProblem('emailInvalid');
    setProblem(null);
    setPhase('saving');
    try {
      await chat.leaveEmail(address);
      setEmail(address);
      setPhase('saved');
    } catch (error) {
      setPhase('writing');
      const { status } = refusalOf(error);
      setProblem(status === 400 || status === 422 ? 'emailInvalid' : 'emailFailed');
    }
  };
  return (
    <form noValidate onSubmit={save}>
      <p id={`${id}-hint`}>{say('emailHint')}</p>
      <div class="email">
        <input
          type="email"
          inputMode="email"
          autocomplete="email"
          maxLength={254}
          aria-label={say('emailLabel')}
          aria-describedby={`${id}-hint`}
          aria-invalid={problem !== null}
          aria-errormessage={`${id}-problem`}
          placeholder={say('emailPlaceholder')}
          value={email}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <button type="submit" class="primary" disabled={phase === 'saving'}>
          {say(phase === 'saving' ? 'emailSaving' : 'emailSubmit')}
        </button>
      </div>
      <p class="email-error" id={`${id}-problem`} role="alert" hidden={!problem}>
        {problem && say(problem)}
      </p>
    </form>
  );
}
