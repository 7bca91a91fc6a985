import { randomUUIDv7 } from 'node:crypto';
import type {
  VisitorRegister,
  VisitorSent,
  VisitorSnapshot,
  WebChannel,
  WidgetSettings,
} from '@xiaoer/contracts';
import { type Client, makeClient } from '@xiaoer/sync';
import type { z } from 'zod';
import type { TestServer } from './server.ts';

const SETTINGS: WidgetSettings = {
  shopName: { 'zh-CN': '测试店', en: 'Test shop' },
  greeting: { 'zh-CN': '您好，有什么可以帮您？', en: 'Hello, how can we help?' },
  awayMessage: {
    'zh-CN': '请留下邮箱，我们尽快回复。',
    en: 'Leave your e-mail address and we will answer soon.',
  },
  starters: [],
  colour: '#1f6f5c',
  theme: 'system',
  language: null,
  position: 'right',
  timeZone: 'Asia/Shanghai',
  openingHours: [],
  allowedOrigins: [],
  teamId: null,
};

/** A web channel that every origin may use, known to the whole server. */
export async function testChannel(
  server: TestServer,
  settings: Partial<WidgetSettings> = {},
): Promise<WebChannel> {
  const given = { name: 'Test', settings: { ...SETTINGS, ...settings } };
  const channel = await server.modules.channels.createChannel(given);
  await server.settle();
  return channel;
}

/** A shopper's widget without the pages: registers and writes. */
export class Shopper {
  readonly client: Client;
  readonly #key: string;
  #token: string | undefined;

  constructor(url: string, channel: Pick<WebChannel, 'key'>) {
    this.#key = channel.key;
    this.client = makeClient({
      baseUrl: url,
      fetch,
      headers: (): Record<string, string> =>
        this.#token === undefined ? {} : { authorization: `Visitor ${this.#token}` },
    });
  }

  get token(): string {
    if (this.#token === undefined) throw new Error('not registered yet');
    return this.#token;
  }

  async register(more: Partial<z.input<typeof VisitorRegister>> = {}): Promise<VisitorSnapshot> {
    const token = this.#token !== undefined && { token: this.#token };
    const body = { key: this.#key, ...token, ...more };
    const snapshot = await this.client.call('visitorRegister', { body });
    this.#token = snapshot.token;
    return snapshot;
  }

  say(text: string, id: string = randomUUIDv7()): Promise<VisitorSent> {
    return this.client.call('visitorSend', { body: { id, text } });
  }
}
