/**
 * How many single-character changes (insert, delete, replace, swap of neighbours) lead from one text to the other:
 * optimal string alignment (Damerau 1964; Levenshtein 1966), in code points. Stops and gives `most + 1` as soon as
 * the distance is above `most`. Texts over 256 code points are compared by their first 256.
 */
export function spellingDistance(from: string, to: string, most = Number.POSITIVE_INFINITY): number {
  const a = [...from].slice(0, 256);
  const b = [...to].slice(0, 256);
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1] ? 0 : 1;
      let cost = Math.min(
        (last[k] as number) + 1,
        (row[k - 1] as number) + 1,
        (last[k - 1] as number) + same,
      );
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) {
        cost = Math.min(cost, (before[k - 2] as number) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  const distance = last[b.length] as number;
  return distance > most ? most + 1 : distance;
}
