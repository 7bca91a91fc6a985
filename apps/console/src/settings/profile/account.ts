import { AuthError } from '../../api/auth.ts';
import { replacingSession } from './keep-session.ts';

/** A signed-in browser of mine. `token` names it to the server when it is ended. */
export type OwnSession = {
  id: string;
  token: string;
  createdAt: string;
  updatedAt: string;
  ipAddress: string | null;
  userAgent: string | null;
};

/** One call of better-auth with the session of this page. Errors carry its code. */
async function call<T>(method: 'GET' | 'POST', path: string, body?: Record<string, unknown>): Promise<T> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`/api/auth${path}`, {
      method,
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch (cause) {
    throw new AuthError('UNREACHABLE', { cause });
  }
  if (response.status === 429) throw new AuthError('RATE_LIMITED');
  let answer: unknown;
  try {
    answer = text === '' ? null : JSON.parse(text);
  } catch (cause) {
    throw new AuthError(response.ok ? 'UNREACHABLE' : `HTTP_${response.status}`, { cause });
  }
  if (!response.ok)
    throw new AuthError((answer as { code?: string } | null)?.code ?? `HTTP_${response.status}`);
  return answer as T;
}

export const changePassword = (currentPassword: string, newPassword: string, revokeOtherSessions: boolean) =>
  replacingSession(() =>
    call<unknown>('POST', '/change-password', { currentPassword, newPassword, revokeOtherSessions }),
  );

/** Begins two-factor: the secret as an otpauth address, and the backup codes. It counts after `confirmTotp`. */
export const beginTwoFactor = (password: string) =>
  call<{ totpURI: string; backupCodes: string[] }>('POST', '/two-factor/enable', { password });
export const confirmTotp = (code: string) =>
  replacingSession(() => call<unknown>('POST', '/two-factor/verify-totp', { code }));
export const endTwoFactor = (password: string) =>
  replacingSession(() => call<unknown>('POST', '/two-factor/disable', { password }));
export const renewBackupCodes = (password: string) =>
  call<{ backupCodes: string[] }>('POST', '/two-factor/generate-backup-codes', { password });

/** My sessions, the one of this page first, and which that is. */
export async function readSessions(): Promise<{ sessions: OwnSession[]; current: string }> {
  const [sessions, own] = await Promise.all([
    call<OwnSession[]>('GET', '/list-sessions'),
    call<{ session: { token: string } } | null>('GET', '/get-session'),
  ]);
  const current = own?.session.token ?? '';
  return {
    current,
    sessions: [...sessions].sort(
      (a, b) =>
        Number(b.token === current) - Number(a.token === current) || b.updatedAt.localeCompare(a.updatedAt),
    ),
  };
}
export const endSession = (token: string) => call<unknown>('POST', '/revoke-session', { token });
export const endOtherSessions = () => call<unknown>('POST', '/revoke-other-sessions', {});
