import type { StampedEvent } from '../../kernel/events/read.ts';
import type { Kernel } from '../../kernel/module.ts';
import { deriveKey } from '../../kernel/secret.ts';
import { type ChannelRecord, listChannels } from './repo.ts';
import { decrypt } from './secrets.ts';

const RETRY_MS = 1_000;

/** Channels in memory: every visitor's request needs one, and a shop has few. Renewed by their events. */
export function makeChannelDirectory(kernel: Kernel) {
  const encryptionKey = deriveKey(kernel.config.secret, 'channel-secrets');
  let byId = new Map<string, ChannelRecord>();
  let byKey = new Map<string, ChannelRecord>();
  let loading: Promise<void> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  const read = async () => {
    const rows = await listChannels(kernel.db);
    byId = new Map(rows.map((r) => [r.id, r]));
    byKey = new Map(rows.map((r) => [r.key, r]));
  };
  /** One after the other: of two readings at once the older could be kept. */
  const load = (): Promise<void> => {
    loading = loading.catch(() => {}).then(read);
    return loading;
  };
  const renew = (): void => {
    load().catch((err: unknown) => {
      kernel.log.warn({ err }, 'channels not read again; trying on');
      clearTimeout(retry);
      retry = setTimeout(renew, RETRY_MS).unref();
    });
  };
  return {
    load,
    /** Waits for a reading under way, so that a change is seen right after its event. */
    ready: (): Promise<void> => loading.catch(() => {}),
    stop: () => clearTimeout(retry),
    onEvents(events: readonly StampedEvent[]) {
      if (events.some((e) => e.type === 'channel.saved' || e.type === 'channel.secret_rotated')) renew();
    },
    byId: (id: string) => byId.get(id),
    byKey: (key: string) => byKey.get(key),
    /** The secrets under which a shopper's proof is valid now: the present one, and for a day the one before. */
    secretsOf(row: ChannelRecord): string[] {
      const isPreviousValid =
        row.previous_secret !== null &&
        row.previous_secret_until !== null &&
        row.previous_secret_until > kernel.clock.now();
      return [row.secret, ...(isPreviousValid ? [row.previous_secret!] : [])].map((bytes) =>
        decrypt(encryptionKey, bytes),
      );
    },
    encryptionKey,
  };
}
export type ChannelDirectory = ReturnType<typeof makeChannelDirectory>;
