import type { Actor, User } from '@xiaoer/contracts';
import type { Tx } from '../../../kernel/db/transact.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { ADMINISTRATION, STAFF, userTopic } from '../../../kernel/gateway/topics.ts';
import { toUser } from '../present.ts';
import { changeUser, readUser } from '../repo.ts';

/** What better-auth's database hooks saw during one request; its events are made from this at the end. */
export class Changes {
  readonly #began = new Map<string, string>();
  readonly #ended = new Map<string, string>();
  readonly #passwords = new Set<string>();
  readonly #twoFactor = new Map<string, boolean>();

  sessionBegan(session: { id: string; userId: string }): void {
    this.#began.set(session.id, session.userId);
  }

  /** A session that began in the same request is none: the second factor is still to come. */
  sessionEnded(session: { id: string; userId: string }): void {
    if (!this.#began.delete(session.id)) this.#ended.set(session.id, session.userId);
  }

  passwordChanged(userId: string): void {
    this.#passwords.add(userId);
  }

  twoFactorSet(userId: string, isEnabled: boolean): void {
    this.#twoFactor.set(userId, isEnabled);
  }

  get isEmpty(): boolean {
    return this.#began.size + this.#ended.size + this.#passwords.size + this.#twoFactor.size === 0;
  }

  /** Users whose sessions or rights are other than a moment ago. */
  get userIds(): Set<string> {
    return new Set([
      ...this.#began.values(),
      ...this.#ended.values(),
      ...this.#passwords,
      ...this.#twoFactor.keys(),
    ]);
  }

  /**
   * Writes the events. Changing a password or the second factor replaces the session: that is neither a
   * sign-in nor a sign-out.
   */
  async emit(tx: Tx, about: { ip: string; at: Date }): Promise<void> {
    const renewed = new Set([...this.#passwords, ...this.#twoFactor.keys()]);
    for (const userId of new Set(this.#ended.values()))
      if (!renewed.has(userId)) await emitAbout(tx, userId, about.at, 'user.signed_out', { userId });
    for (const userId of new Set(this.#began.values()))
      if (!renewed.has(userId))
        await emitAbout(tx, userId, about.at, 'user.signed_in', { userId, ip: about.ip });
    for (const userId of this.#passwords)
      await emitAbout(tx, userId, about.at, 'user.password_changed', { userId });
    for (const [userId, isEnabled] of this.#twoFactor) {
      await emitAbout(tx, userId, about.at, 'user.two_factor_changed', { userId, isEnabled });
      await changeUser(tx, userId, {}, about.at);
      await emitUserUpdated(tx, {
        actor: { kind: 'user', id: userId },
        user: toUser(await readUser(tx, userId)),
        changed: ['hasTwoFactor'],
        at: about.at,
      });
    }
  }
}

type OwnEvent = 'user.signed_in' | 'user.signed_out' | 'user.password_changed' | 'user.two_factor_changed';

/** What somebody did with their own account: for administrators and themselves. */
async function emitAbout<T extends OwnEvent>(
  tx: Tx,
  userId: string,
  at: Date,
  type: T,
  payload: Parameters<typeof emit<T>>[1]['payload'],
): Promise<void> {
  await emit(tx, {
    type,
    actor: { kind: 'user', id: userId },
    subject: { type: 'user', id: userId },
    payload,
    audience: [ADMINISTRATION, userTopic(userId)],
    at,
  });
}

/** A colleague as they are now, for every screen. */
export async function emitUserUpdated(
  tx: Tx,
  event: { actor: Actor; user: User; changed: string[]; at: Date },
): Promise<void> {
  await emit(tx, {
    type: 'user.updated',
    actor: event.actor,
    subject: { type: 'user', id: event.user.id },
    payload: { user: event.user, changed: event.changed },
    audience: [STAFF],
    at: event.at,
  });
}
