import type { Actor, EventPayload, EventType } from '@xiaoer/contracts';
import { CompiledQuery } from 'kysely';
import { LATER } from '../db/connect.ts';
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

// Written out: it runs with every change, and building it anew each time costs more than sending it.
const INSERT = `insert into log.event (type, actor_kind, actor_id, subject_type, subject_id, payload, audience, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8) ${LATER}`;

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
  await tx.executeQuery(
    CompiledQuery.raw(INSERT, [
      event.type,
      event.actor.kind,
      event.actor.id,
      event.subject.type,
      event.subject.id,
      JSON.stringify(event.payload),
      event.audience as string[],
      event.at,
    ]),
  );
}
