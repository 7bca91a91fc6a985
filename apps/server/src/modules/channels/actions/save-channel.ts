import { randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Actor, SaveWebChannel, WebChannel, WidgetSettings } from '@xiaoer/contracts';
import type { z } from 'zod';
import { transact } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { STAFF } from '../../../kernel/gateway/topics.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { holdTeam } from '../../identity/index.ts';
import type { ChannelDirectory } from '../directory.ts';
import { lockChannel, presentChannel } from '../repo.ts';
import { isTimeZone } from '../rules/opening.ts';
import { encrypt } from '../secrets.ts';

const PREVIOUS_SECRET_HOURS = 24;
const makeSecret = () => randomBytes(32).toString('hex');

export async function updateChannel(
  kernel: Kernel,
  agent: AgentPrincipal,
  id: string,
  body: z.output<typeof SaveWebChannel>,
): Promise<WebChannel> {
  if (!isTimeZone(body.settings.timeZone))
    throw coded('request.invalid', {
      issues: [{ path: 'body.settings.timeZone', problem: 'unknown time zone' }],
    });
  return transact(kernel.db, async (tx) => {
    const before = await lockChannel(tx, id);
    if (!before) throw coded('channels.not_found');
    if (body.settings.teamId !== null) await holdTeam(tx, body.settings.teamId);
    const row = await tx
      .updateTable('channels.channel')
      .set({
        name: body.name,
        settings: JSON.stringify(body.settings),
        is_enabled: body.isEnabled,
        version: before.version + 1,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const channel = presentChannel(row);
    await emit(tx, {
      type: 'channel.saved',
      actor: { kind: 'user', id: agent.id },
      subject: { type: 'channel', id },
      payload: { channel },
      audience: [STAFF],
      at: kernel.clock.now(),
    });
    return channel;
  });
}

/** A new signing secret, shown this once; the one before stays valid for a day, so that a shop can change over. */
export async function rotateSecret(
  kernel: Kernel,
  directory: ChannelDirectory,
  agent: AgentPrincipal,
  id: string,
): Promise<{ secret: string }> {
  const secret = makeSecret();
  await transact(kernel.db, async (tx) => {
    const before = await lockChannel(tx, id);
    if (!before) throw coded('channels.not_found');
    const at = kernel.clock.now();
    await tx
      .updateTable('channels.channel')
      .set({
        secret: encrypt(directory.encryptionKey, secret),
        previous_secret: before.secret,
        previous_secret_until: new Date(at.getTime() + PREVIOUS_SECRET_HOURS * 3_600_000),
        version: before.version + 1,
      })
      .where('id', '=', id)
      .execute();
    await emit(tx, {
      type: 'channel.secret_rotated',
      actor: { kind: 'user', id: agent.id },
      subject: { type: 'channel', id },
      payload: { channelId: id },
      audience: [STAFF],
      at,
    });
  });
  return { secret };
}

/** A web channel, by the seed and the first set-up. */
export async function createChannel(
  kernel: Kernel,
  directory: ChannelDirectory,
  channel: { name: string; key?: string; secret?: string; settings: WidgetSettings },
): Promise<WebChannel> {
  const actor: Actor = { kind: 'system', id: null };
  return transact(kernel.db, async (tx) => {
    const row = await tx
      .insertInto('channels.channel')
      .values({
        id: randomUUIDv7(),
        type: 'web',
        name: channel.name,
        key: channel.key ?? randomBytes(12).toString('base64url'),
        settings: JSON.stringify(channel.settings),
        secret: encrypt(directory.encryptionKey, channel.secret ?? makeSecret()),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const saved = presentChannel(row);
    await emit(tx, {
      type: 'channel.saved',
      actor,
      subject: { type: 'channel', id: row.id },
      payload: { channel: saved },
      audience: [STAFF],
      at: kernel.clock.now(),
    });
    return saved;
  });
}
