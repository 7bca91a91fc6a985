/**
 * The `count` slots of highest value, best first; equal values keep their order. A heap of `count` in plain numbers
 * keeps time near linear however many slots there are.
 */
export function topSlots(slots: ArrayLike<number>, values: ArrayLike<number>, count: number): number[] {
  /** Places in `slots`, the least value on top. */
  const heap = new Int32Array(Math.max(0, Math.min(count, slots.length)));
  const valueAt = (place: number): number => values[slots[place] as number] as number;
  const isLess = (a: number, b: number): boolean => {
    const x = valueAt(a);
    const y = valueAt(b);
    return x < y || (x === y && a > b);
  };
  const sink = (from: number, size: number): void => {
    const moving = heap[from] as number;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && isLess(heap[child + 1] as number, heap[child] as number)) child++;
      if (!isLess(heap[child] as number, moving)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = moving;
  };
  if (heap.length === 0) return [];
  for (let i = 0; i < heap.length; i++) heap[i] = i;
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(i, heap.length);
  let least = valueAt(heap[0] as number);
  for (let place = heap.length; place < slots.length; place++) {
    if (valueAt(place) <= least) continue;
    heap[0] = place;
    sink(0, heap.length);
    least = valueAt(heap[0] as number);
  }
  return [...heap].sort((a, b) => valueAt(b) - valueAt(a) || a - b).map((place) => slots[place] as number);
}
