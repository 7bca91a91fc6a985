/**
 * The places of the `count` highest of the first `length` values, best first; equal values keep their order. Values up
 * to `floor` do not count. A heap of `count` keeps time near linear however many values there are. One kind of array only:
 * for several kinds the engine boxes every number that it reads, 10,000 in a search of 10,000 entries.
 */
export function topPlaces(
  values: Float64Array,
  count: number,
  { length = values.length, floor = Number.NEGATIVE_INFINITY } = {},
): number[] {
  /** The highest so far, the least of them on top; of equal ones the later. */
  const best = new Float64Array(count);
  const places = new Int32Array(count);
  let size = 0;
  const isLess = (a: number, b: number): boolean => {
    const x = best[a] as number;
    const y = best[b] as number;
    return x < y || (x === y && (places[a] as number) > (places[b] as number));
  };
  const swap = (a: number, b: number): void => {
    const value = best[a] as number;
    const place = places[a] as number;
    best[a] = best[b] as number;
    places[a] = places[b] as number;
    best[b] = value;
    places[b] = place;
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isLess(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      let child = 2 * at + 1;
      if (child >= size) return;
      if (child + 1 < size && isLess(child + 1, child)) child++;
      if (!isLess(child, at)) return;
      swap(at, child);
      at = child;
    }
  };
  let least = floor;
  for (let place = 0; place < length; place++) {
    const value = values[place] as number;
    if (!(value > least) || count === 0) continue;
    const at = size < count ? size++ : 0;
    best[at] = value;
    places[at] = place;
    if (at > 0) rise(at);
    else sink();
    if (size === count) least = best[0] as number;
  }
  const order: number[] = new Array(size);
  while (size > 0) {
    order[size - 1] = places[0] as number;
    swap(0, --size);
    sink();
  }
  return order;
}
