/**
 * The `count` items of highest value, best first. A heap of `count` keeps time near linear however many there are;
 * equal values keep the order of the items.
 */
export function topBy<T>(items: readonly T[], value: (item: T) => number, count: number): T[] {
  const heap: { item: T; value: number; order: number }[] = [];
  const isLess = (a: number, b: number): boolean => {
    const x = heap[a] as (typeof heap)[number];
    const y = heap[b] as (typeof heap)[number];
    return x.value < y.value || (x.value === y.value && x.order > y.order);
  };
  const swap = (a: number, b: number): void => {
    const kept = heap[a] as (typeof heap)[number];
    heap[a] = heap[b] as (typeof heap)[number];
    heap[b] = kept;
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && isLess(child, least)) least = child;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  items.forEach((item, order) => {
    const v = value(item);
    if (heap.length < count) {
      heap.push({ item, value: v, order });
      for (let at = heap.length - 1; at > 0 && isLess(at, (at - 1) >> 1); at = (at - 1) >> 1)
        swap(at, (at - 1) >> 1);
    } else if (count > 0 && v > (heap[0] as (typeof heap)[number]).value) {
      heap[0] = { item, value: v, order };
      sink();
    }
  });
  return heap.sort((a, b) => b.value - a.value || a.order - b.order).map(({ item }) => item);
}
