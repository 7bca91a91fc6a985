import { restartSession, session } from '../../session/agent.ts';

const WATCH_MS = 10_000;

/**
 * Does something that replaces the session cookie: a new password, or a change of the second factor. The
 * stream of the old session is refused then; it begins anew with the new cookie instead of asking to sign in.
 */
export async function replacingSession<T>(act: () => Promise<T>): Promise<T> {
  const old = session();
  const answer = await act();
  let stop = () => {};
  const check = () => {
    const status = old.status.getState();
    if (session() !== old) return stop();
    if (status.kind !== 'refused' || status.reason !== 'unauthorised') return;
    stop();
    restartSession();
  };
  stop = old.status.subscribe(check);
  setTimeout(stop, WATCH_MS);
  check();
  return answer;
}
