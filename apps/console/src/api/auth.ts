/**
 * Sessions, passwords and two-factor are served by better-auth under /api/auth; these are the few calls
 * that the sign-in page makes. Its errors carry a code in capitals.
 */
export class AuthError extends Error {
  override readonly name = 'AuthError';
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

async function post(path: string, body: Record<string, unknown>): Promise<Record<string, unknown>> {
  let response: Response;
  try {
    response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
  } catch (cause) {
    throw new AuthError('UNREACHABLE', { cause });
  }
  const answer = await readJson(response);
  if (response.ok) return answer;
  if (response.status === 429) throw new AuthError('RATE_LIMITED');
  throw new AuthError(typeof answer.code === 'string' ? answer.code : `HTTP_${response.status}`);
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text();
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch (cause) {
    // A proxy's own error page: the status says what there is to say.
    if (response.ok) throw new AuthError('UNREACHABLE', { cause });
    return {};
  }
}

/** Signs in; answers whether a second factor is asked for before the session counts. */
export async function signIn(email: string, password: string, rememberMe: boolean): Promise<'done' | 'totp'> {
  const answer = await post('/sign-in/email', { email, password, rememberMe });
  return answer.twoFactorRedirect === true ? 'totp' : 'done';
}

export async function verifyTotp(code: string, trustDevice: boolean): Promise<void> {
  await post('/two-factor/verify-totp', { code, trustDevice });
}

export async function verifyBackupCode(code: string, trustDevice: boolean): Promise<void> {
  await post('/two-factor/verify-backup-code', { code, trustDevice });
}

/** A new password by a one-time link; every session of the account ends. */
export async function resetPassword(token: string, newPassword: string): Promise<void> {
  await post('/reset-password', { token, newPassword });
}

export async function signOut(): Promise<void> {
  await post('/sign-out', {});
}

export type DemoLogin = { name: string; role: string; email: string; password: string };

/** Log-ins of the demo shop; none outside of demo mode, where the address does not exist. */
export async function readDemoLogins(): Promise<DemoLogin[]> {
  try {
    const response = await fetch('/api/demo', { headers: { accept: 'application/json' } });
    if (!response.ok) return [];
    const answer = (await response.json()) as { logins?: DemoLogin[] };
    return Array.isArray(answer.logins) ? answer.logins : [];
  } catch {
    // Only a convenience: without it people sign in with their own account.
    return [];
  }
}
