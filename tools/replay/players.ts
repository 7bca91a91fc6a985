import type { AgentSnapshot, VisitorSnapshot } from '@xiaoer/contracts';
import { callAs, type Frame, openStream, signIn } from '../../bench/actors.ts';

export type Line = { by: 'shopper' | 'agent'; text: string };

const AGENTS = ['agent@demo.test', 'emma@demo.test', 'zhaoyan@demo.test', 'lead@demo.test'];

/** Says again what was refused for haste or trouble, with the same id: the server stores it once. */
async function patiently<T>(work: () => Promise<Response>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const response = await work().catch(() => null);
    if (response?.ok) return (await response.json()) as T;
    if (response && response.status !== 429 && response.status < 500)
      throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
    if (attempt === 30) throw new Error('the server does not answer');
    const after = Number(response?.headers.get('retry-after') ?? 0);
    await new Promise((done) => setTimeout(done, Math.max(after * 1_000, 200)));
  }
}

const post = (url: string, body: unknown, headers: Record<string, string>) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** A shopper's browser: a token, a stream, and what it said and heard. */
export class Shopper {
  readonly said: string[] = [];
  readonly answered: string[] = [];
  conversationId = '';
  readonly #url: string;
  readonly #token: string;
  readonly #seen = new Map<string, number>();
  #close: () => void = () => {};

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async enter(url: string): Promise<Shopper> {
    const snapshot = await patiently<VisitorSnapshot>(() =>
      post(`${url}/api/visitor/register`, { key: 'demo', language: 'zh-CN' }, {}),
    );
    const shopper = new Shopper(url, snapshot.token);
    const socket = await openStream(
      Number(new URL(url).port),
      { cursor: snapshot.cursor, token: snapshot.token },
      (frame) => shopper.#hear(frame),
    );
    shopper.#close = () => socket.terminate();
    return shopper;
  }

  #hear(frame: Frame): void {
    for (const event of frame.events ?? [])
      if (event.message) this.#seen.set(event.message.id, (this.#seen.get(event.message.id) ?? 0) + 1);
  }

  async say(text: string): Promise<void> {
    const id = crypto.randomUUID();
    const sent = await patiently<{ conversation: { id: string } }>(() =>
      post(`${this.#url}/api/visitor/messages`, { id, text }, { authorization: `Visitor ${this.#token}` }),
    );
    this.conversationId = sent.conversation.id;
    this.said.push(id);
  }

  timesSeen(id: string): number {
    return this.#seen.get(id) ?? 0;
  }

  leave(): void {
    this.#close();
  }
}

/** The agents: each with a session and a stream; a supervisor hears everything. */
export class Desk {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();
  readonly #assignees = new Map<string, string>();
  readonly #seen = new Map<string, number>();
  readonly #closers: (() => void)[] = [];
  #owner = '';

  private constructor(url: string) {
    this.#url = url;
  }

  static async open(url: string): Promise<Desk> {
    const desk = new Desk(url);
    const port = Number(new URL(url).port);
    for (const email of ['owner@demo.test', ...AGENTS]) {
      const cookie = await signIn(port, email);
      const { me, cursor } = await callAs<AgentSnapshot>(port, cookie, 'POST', '/register');
      const isOwner = me.user.role === 'owner';
      if (isOwner) desk.#owner = cookie;
      else desk.#cookies.set(me.user.id, cookie);
      const socket = await openStream(port, { cursor, cookie }, (frame) =>
        isOwner ? desk.#hear(frame) : undefined,
      );
      desk.#closers.push(() => socket.terminate());
    }
    return desk;
  }

  #hear(frame: Frame): void {
    for (const event of frame.events ?? []) {
      const payload = event.payload as
        | { message?: { id: string; kind: string }; conversation?: { id: string; assigneeId: string | null } }
        | undefined;
      if (payload?.conversation?.assigneeId)
        this.#assignees.set(payload.conversation.id, payload.conversation.assigneeId);
      const id = payload?.message?.kind === 'reply' ? payload.message.id : undefined;
      if (id) this.#seen.set(id, (this.#seen.get(id) ?? 0) + 1);
    }
  }

  /** Whoever has the conversation answers; nobody has it yet: the supervisor does. */
  #cookieFor(shopper: Shopper): string {
    return this.#cookies.get(this.#assignees.get(shopper.conversationId) ?? '') ?? this.#owner;
  }

  async answer(shopper: Shopper, text: string): Promise<void> {
    const id = crypto.randomUUID();
    await patiently(() =>
      post(
        `${this.#url}/api/conversations/${shopper.conversationId}/replies`,
        { id, text },
        { cookie: this.#cookieFor(shopper) },
      ),
    );
    shopper.answered.push(id);
  }

  async resolve(shopper: Shopper): Promise<void> {
    if (shopper.conversationId)
      await patiently(() =>
        post(`${this.#url}/api/conversations/${shopper.conversationId}/resolve`, {}, { cookie: this.#owner }),
      );
  }

  /** Ids of all stored replies of the conversation. */
  async read(shopper: Shopper): Promise<string[]> {
    const port = Number(new URL(this.#url).port);
    type Page = { messages: { id: string; kind: string; number: number }[]; olderBefore: number | null };
    const path = `/conversations/${shopper.conversationId}`;
    let page = await callAs<Page>(port, this.#owner, 'GET', path);
    const found = [...page.messages];
    while (page.olderBefore !== null) {
      page = await callAs<Page>(port, this.#owner, 'GET', `${path}/messages?before=${page.olderBefore}`);
      found.push(...page.messages);
    }
    return found.filter((m) => m.kind === 'reply').map((m) => m.id);
  }

  timesSeen(id: string): number {
    return this.#seen.get(id) ?? 0;
  }

  close(): void {
    for (const close of this.#closers) close();
  }
}
