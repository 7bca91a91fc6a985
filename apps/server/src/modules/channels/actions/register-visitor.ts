import type { VisitorRegister, VisitorSnapshot, WidgetSettings } from '@xiaoer/contracts';
import type { z } from 'zod';
import { snapshot, transact } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import { readHead } from '../../../kernel/events/read.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { findNewest, followMerge, presentConversation, queuePosition } from '../../conversations/index.ts';
import { createVisitor, findKnown, identifyShopper, type Known, touch } from '../../customers/index.ts';
import type { ChannelDirectory } from '../directory.ts';
import { readHistory } from '../history.ts';
import type { ChannelRecord } from '../repo.ts';
import { proveShopper } from '../rules/shopper.ts';
import { makeVisitorToken, readVisitorToken } from '../rules/visitor-token.ts';
import { traditional } from '../traditional.ts';
import { type Faces, visitorConversation, visitorWidget } from '../visitor-view.ts';

/** The channel of a public key, asked from a page that may carry it. */
export function accessChannel(
  directory: ChannelDirectory,
  key: string,
  origin: string | undefined,
  ownOrigin: string,
): ChannelRecord {
  const channel = directory.byKey(key);
  if (!channel) throw coded('channels.not_found');
  if (!channel.is_enabled) throw coded('channels.disabled');
  const { allowedOrigins } = channel.settings as WidgetSettings;
  const isAllowed =
    allowedOrigins.length === 0 ||
    origin === undefined ||
    origin === ownOrigin ||
    allowedOrigins.some((o) => new URL(o).origin === origin);
  if (!isAllowed) throw coded('channels.origin_refused');
  return channel;
}

type Deps = { directory: ChannelDirectory; faces: Faces; tokenKey: Buffer };

/** Who the browser is: the visitor of its token, the shopper whom the shop names, or somebody new. */
async function recognise(
  kernel: Kernel,
  deps: Deps,
  channel: ChannelRecord,
  body: z.output<typeof VisitorRegister>,
): Promise<Known> {
  const now = kernel.clock.now();
  const token = body.token === undefined ? null : readVisitorToken(deps.tokenKey, body.token, now);
  const visitor = token && token.channelId === channel.id ? await findKnown(kernel, token.identityId) : null;
  const language = body.language ?? null;
  if (body.shopper !== undefined) {
    const proven = proveShopper(body.shopper, deps.directory.secretsOf(channel), now);
    if (!proven) throw coded('channels.shopper_invalid');
    const known = await identifyShopper(kernel, { scope: channel.id, ...proven }, visitor, language);
    if (known.merge) await bringConversation(kernel, known.merge, known.customer);
    return known;
  }
  return visitor ?? createVisitor(kernel, language);
}

/** What was said before the log-in stands in the very snapshot that follows it. */
async function bringConversation(
  kernel: Kernel,
  merge: NonNullable<Known['merge']>,
  customer: Known['customer'],
): Promise<void> {
  const survivor = { id: customer.id, name: customer.name, isVip: customer.is_vip };
  await transact(kernel.db, (tx) => followMerge(tx, { ...merge, survivor }, kernel.clock.now()));
}

/** Everything a widget shows at once, and the cursor from which its stream goes on. */
export async function registerVisitor(
  kernel: Kernel,
  deps: Deps,
  channel: ChannelRecord,
  body: z.output<typeof VisitorRegister>,
): Promise<VisitorSnapshot> {
  const known = await recognise(kernel, deps, channel, body);
  await touch(kernel, known.customer.id);
  const now = kernel.clock.now();
  const settings = channel.settings as WidgetSettings;
  const isTraditional = (body.language ?? settings.language) === 'zh-TW';
  const convert = isTraditional ? await traditional() : (text: string) => text;
  return snapshot(kernel.db, async (tx) => {
    // First, so that nothing of the rest is newer than the cursor says.
    const cursor = await readHead(tx);
    const row = await findNewest(tx, channel.id, known.customer.id);
    const shopper = { channelId: channel.id, customerId: known.customer.id };
    const history = row ? await readHistory(tx, shopper) : { messages: [], olderBefore: null };
    return {
      token: makeVisitorToken(deps.tokenKey, known.identity.id, channel.id, now),
      widget: visitorWidget(settings, body.language ?? null, now, convert),
      customer: { name: known.customer.name, hasEmail: known.customer.email !== null },
      conversation: row ? visitorConversation(presentConversation(row), deps.faces) : null,
      queuePosition: row ? await queuePosition(tx, row) : null,
      ...history,
      cursor,
    };
  });
}
