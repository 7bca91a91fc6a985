import type { WebChannel } from '@xiaoer/contracts';
import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../kernel/db/transact.ts';
import type { ChannelsChannel } from '../../kernel/db/types.gen.ts';

export type ChannelRecord = Selectable<ChannelsChannel>;

export function presentChannel(row: ChannelRecord): WebChannel {
  return {
    id: row.id,
    name: row.name,
    key: row.key,
    settings: row.settings as WebChannel['settings'],
    isEnabled: row.is_enabled,
    version: row.version,
  };
}

export async function listChannels(db: Database | Tx): Promise<ChannelRecord[]> {
  return db.selectFrom('channels.channel').selectAll().orderBy('name').limit(100).execute();
}

export async function lockChannel(tx: Tx, id: string): Promise<ChannelRecord | undefined> {
  return tx.selectFrom('channels.channel').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
