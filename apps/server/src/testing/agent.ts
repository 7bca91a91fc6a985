import type { User } from '@xiaoer/contracts';
import { type Client, makeClient } from '@xiaoer/sync';

/** A colleague's browser without the pages: keeps cookies and calls the API as the console does. */
export class Agent {
  readonly url: string;
  readonly client: Client;
  readonly #user: User | null;
  readonly #cookies = new Map<string, string>();

  constructor(url: string, user: User | null = null) {
    this.url = url;
    this.#user = user;
    this.client = makeClient({ baseUrl: url, fetch: this.fetch });
  }

  get call(): Client['call'] {
    return this.client.call;
  }

  /** As created; later changes are not followed. */
  get user(): User {
    if (!this.#user) throw new Error('nobody');
    return this.#user;
  }

  get id(): string {
    return this.user.id;
  }

  /** The Cookie header, for the stream or a second browser. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** As `fetch`, with this browser's cookies. Paths are taken below the server's address. */
  fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const address = typeof input === 'string' && input.startsWith('/') ? `${this.url}${input}` : input;
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set('cookie', this.cookie);
    if (!headers.has('origin')) headers.set('origin', this.url);
    const response = await fetch(address, { ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#take(line);
    return response;
  };

  #take(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals);
    const value = pair.slice(equals + 1);
    const isExpired = value === '' || attributes.some((a) => /^\s*max-age=0$/i.test(a));
    if (isExpired) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  /** A request below /api/auth. */
  async auth(path: string, body?: Record<string, unknown>): Promise<{ status: number; body: AuthAnswer }> {
    const response = await this.fetch(
      `/api/auth${path}`,
      body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  /** Throws unless the answer is a session or the question for the second factor. */
  async signIn(email: string, password: string): Promise<AuthAnswer> {
    const { status, body } = await this.auth('/sign-in/email', { email, password, rememberMe: true });
    if (status !== 200) throw new Error(`sign-in refused: ${status} ${JSON.stringify(body)}`);
    return body;
  }
}

export type AuthAnswer = { [field: string]: unknown; code?: string } | null;
