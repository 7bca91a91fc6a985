import type { Actor, EventPayload, EventType } from '@xiaoer/contracts';
import { onCommit, type Tx } from '../db/transact.ts';

export type NewEvent<T extends EventType = EventType> = {
  type: T;
  actor: Actor;
  subject: { type: string; id: string };
  payload: EventPayload<T>;
  /** Topics whose listeners may see it. See docs/subsystems/event-log.md for the list. */
  audience: readonly string[];
  at: Date;
};

/** Nudges the relay of this process; others poll. Set once by the relay. */
let nudge: () => void = () => {};
export function setNudge(wake: () => void): void {
  nudge = wake;
}
const wakeRelay = () => nudge();

/**
 * Writes an event in the transaction of the change it tells of. It is invisible until that commits;
 * then the relay gives it its place in the log.
 */
export async function emit<T extends EventType>(tx: Tx, event: NewEvent<T>): Promise<void> {
  onCommit(tx, wakeRelay);
  await tx
    .insertInto('log.event')
    .values({
      type: event.type,
      actor_kind: event.actor.kind,
      actor_id: event.actor.id,
      subject_type: event.subject.type,
      subject_id: event.subject.id,
      payload: JSON.stringify(event.payload),
      audience: event.audience as string[],
      at: event.at,
    })
    .execute();
}
