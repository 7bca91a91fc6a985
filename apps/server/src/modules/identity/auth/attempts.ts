import type { Clock } from '../../../kernel/clock.ts';

const ADDRESSES_MAX = 50_000;

/**
 * Counts tries by address in fixed windows: one password tried on many accounts counts on none of them,
 * and every try costs a tenth of a second of a core.
 */
export class Attempts {
  readonly #clock: Clock;
  readonly #max: number;
  readonly #windowMs: number;
  readonly #counts = new Map<string, { since: number; count: number }>();

  constructor(clock: Clock, options: { max: number; windowMs: number }) {
    this.#clock = clock;
    this.#max = options.max;
    this.#windowMs = options.windowMs;
  }

  /** Counts one try. @returns seconds to wait if it is one too many, else null */
  add(address: string): number | null {
    const now = this.#clock.now().getTime();
    let entry = this.#counts.get(address);
    if (!entry || now - entry.since >= this.#windowMs) {
      if (this.#counts.size >= ADDRESSES_MAX) this.#counts.clear();
      entry = { since: now, count: 0 };
      this.#counts.set(address, entry);
    }
    if (++entry.count <= this.#max) return null;
    return Math.max(1, Math.ceil((entry.since + this.#windowMs - now) / 1000));
  }
}
