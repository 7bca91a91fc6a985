import type { StampedEvent } from '../events/read.ts';

/** An event ready to be sent: its JSON for agents is made once, however many sockets it goes to. */
export type RingEntry = { seq: number; audience: readonly string[]; event: StampedEvent; json: string };

export function toEntry(event: StampedEvent): RingEntry {
  // Agents' screens receive all but the audience and the subject's type: those stay inside the server.
  const { audience, subjectType: _subjectType, ...visible } = event;
  return { seq: event.seq, audience, event, json: JSON.stringify(visible) };
}

/**
 * The newest events in memory, so that thousands of clients that come back at once after a break are
 * served without a query each.
 */
export class Ring {
  readonly #capacity: number;
  #entries: RingEntry[] = [];
  /** Everything after this seq is here. */
  #floor: number;

  constructor(capacity: number, floor: number) {
    this.#capacity = capacity;
    this.#floor = floor;
  }

  add(entries: readonly RingEntry[]): void {
    this.#entries.push(...entries);
    // Cut in large steps: shifting at every batch would copy the array each time.
    if (this.#entries.length > this.#capacity * 2) {
      const cut = this.#entries.length - this.#capacity;
      this.#floor = this.#entries[cut - 1]!.seq;
      this.#entries = this.#entries.slice(cut);
    }
  }

  covers(cursor: number): boolean {
    return cursor >= this.#floor;
  }

  /** Entries after the cursor, found by halving. */
  after(cursor: number): readonly RingEntry[] {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#entries[middle]!.seq <= cursor) low = middle + 1;
      else high = middle;
    }
    return this.#entries.slice(low);
  }
}
