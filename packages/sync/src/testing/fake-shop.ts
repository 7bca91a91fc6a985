import type { VisitorConversation, VisitorEvent, VisitorMessage } from '@xiaoer/contracts';
import type { Clock } from '../clock.ts';
import { FakeGateway } from './fake-gateway.ts';
import { at, id } from './make.ts';

export type Mishap = 'none' | 'lost-request' | 'lost-answer' | 'failing';

/** A server for one shopper, outside of the page: HTTP by `fetch`, the stream by `gateway`. */
export class FakeShop {
  readonly gateway = new FakeGateway();
  readonly messages: VisitorMessage[] = [];
  readonly requests: string[] = [];
  token = 'token-1';
  readNumber = 0;
  /** What befalls the next requests. */
  mishaps: Mishap[] = [];
  #version = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  readonly fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const path = new URL(String(url), 'https://shop.example').pathname;
    this.requests.push(`${init?.method} ${path}`);
    const mishap = this.mishaps.shift() ?? 'none';
    await this.#wait(40);
    if (mishap === 'lost-request' || !this.gateway.isReachable) throw new TypeError('fetch failed');
    if (mishap === 'failing') return this.#problem(503, 'server.unavailable');
    const authorization = new Headers(init?.headers).get('authorization');
    const body = JSON.parse(String(init?.body ?? '{}'));
    const answer =
      path === '/api/visitor/register'
        ? this.#register()
        : authorization !== `Visitor ${this.token}`
          ? this.#problem(401, 'channels.visitor_unknown')
          : this.#serve(path, body);
    await this.#wait(40);
    if (mishap === 'lost-answer') throw new TypeError('fetch failed');
    return answer;
  };

  /** An agent answers. */
  answer(text: string): void {
    this.#store(id('a', this.messages.length), text, 'agent');
  }

  #serve(path: string, body: { id: string; text: string; number: number }): Response {
    if (path === '/api/visitor/read') this.readNumber = Math.max(this.readNumber, body.number);
    if (path !== '/api/visitor/messages') return Response.json({});
    const message =
      this.messages.find((m) => m.id === body.id) ?? this.#store(body.id, body.text, 'customer');
    return Response.json({ message, conversation: this.#conversation() });
  }

  #store(messageId: string, text: string, kind: 'customer' | 'agent'): VisitorMessage {
    const number = this.messages.length + 1;
    const message: VisitorMessage = {
      id: messageId,
      conversationId: id('c', 1),
      number,
      author: { kind, name: kind === 'agent' ? '小美' : '' },
      text,
      attachments: [],
      createdAt: at(number),
    };
    this.messages.push(message);
    this.#version++;
    const event: VisitorEvent = { seq: this.gateway.log.length + 1, type: 'message', message };
    this.gateway.log.push(event);
    return message;
  }

  #conversation(): VisitorConversation {
    return {
      id: id('c', 1),
      status: 'open',
      agent: null,
      lastNumber: this.messages.length,
      customerReadNumber: this.readNumber,
      agentReadNumber: 0,
      openedAt: at(0),
      version: this.#version,
    };
  }

  #register(): Response {
    return Response.json({
      token: this.token,
      widget: {},
      customer: { name: '', hasEmail: false },
      conversation: this.messages.length > 0 ? this.#conversation() : null,
      queuePosition: null,
      messages: this.messages,
      olderBefore: null,
      cursor: this.gateway.log.length,
    });
  }

  #problem(status: number, code: string): Response {
    const problem = { type: 'about:blank', title: code, status, code, params: {}, requestId: 'r1' };
    return new Response(JSON.stringify(problem), {
      status,
      headers: { 'content-type': 'application/problem+json' },
    });
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.after(ms, resolve));
  }
}
