import { z } from 'zod';
import { Id } from './base.ts';

/** `online` takes conversations; `busy` keeps its own but gets no new ones; `offline` is away. */
export const Presence = z.enum(['online', 'busy', 'offline']);
export type Presence = z.infer<typeof Presence>;

/** An agent's place in the inbox: wish, connection and load. */
export const Seat = z.object({
  userId: Id,
  presence: Presence,
  /** Open conversations assigned to them; snoozed and resolved ones do not count. */
  load: z.number().int(),
  capacity: z.number().int(),
  version: z.number().int(),
});
export type Seat = z.infer<typeof Seat>;

export const SetPresence = z.object({ presence: Presence });
