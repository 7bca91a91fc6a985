/** What the finder knows. `product`, `size`, `colour` and `ingredient` need the caller's lists. */
export type EntityType =
  | 'order_number'
  | 'tracking_number'
  | 'phone'
  | 'email'
  | 'amount'
  | 'quantity'
  | 'date'
  | 'period'
  | 'product'
  | 'size'
  | 'colour'
  | 'ingredient'
  | 'place';

/**
 * One find. `start` and `end` are UTF-16 offsets into the text as given, `text` is that slice, `confidence`
 * lies in 0..1. `value` is normalised by type: numbers in capitals without spaces or hyphens, phone in
 * international form (`+8613800138000`), mail in lower case, amount `CNY 320.00`, quantity `2`, date
 * `2026-11-18`, `2026-11-18T15:00` or, as printed on a tube, `2027-03` (local to the zone asked for), period `P3D`, `PT48H` or
 * `2026-10-01/2026-10-07` (both days included, an open side is `..`), list types the list's own name.
 */
export interface Entity {
  readonly type: EntityType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: string;
  readonly confidence: number;
  /** Tracking numbers only: carriers whose pattern fits, the likeliest first. */
  readonly carriers?: readonly string[];
  /** Quantities only: the unit as written. */
  readonly unit?: string;
}

/** A find before overlaps are settled; `rank` breaks ties between types on the same characters. */
export interface Candidate {
  readonly type: EntityType;
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly confidence: number;
  readonly rank?: number;
  readonly carriers?: readonly string[];
  readonly unit?: string;
}

/** A list entry: a plain name, or a name (`value`, given back) with other ways to write it. */
export type ListEntry = string | { readonly value: string; readonly aliases?: readonly string[] };

export interface EntityLists {
  readonly product?: readonly ListEntry[];
  readonly size?: readonly ListEntry[];
  readonly colour?: readonly ListEntry[];
  readonly ingredient?: readonly ListEntry[];
  /** Places beyond the built-in table: districts, shops, warehouses. */
  readonly place?: readonly ListEntry[];
}

export interface EntityOptions {
  /** The instant that relative dates are read from; default: the time of the call. */
  readonly now?: Date;
  /** IANA zone of the shop; default Asia/Shanghai. An unknown zone throws RangeError when it is first used. */
  readonly timeZone?: string;
}
