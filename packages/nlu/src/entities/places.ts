import { NameTrie } from './name-trie.ts';
import { isWhole } from './names.ts';
import { ambiguousCities, provinces, worldEn, worldZh } from './place-names.ts';
import type { Candidate } from './types.ts';

interface Place {
  readonly value: string;
  readonly level: 'province' | 'city' | 'world';
  readonly ambiguous: boolean;
  /** As it must be written where the lower-case word is a common one (US, Turkey). */
  readonly written?: string;
}

const wordPlaces = new Set([
  'us',
  'turkey',
  'china',
  'chile',
  'wales',
  'reading',
  'bath',
  'perth',
  'austin',
  'nice',
  'wellington',
  'kenya',
]);
const longProvince: Record<string, string> = {
  内蒙: '内蒙古',
  内蒙古自治区: '内蒙古',
  广西壮族自治区: '广西',
  西藏自治区: '西藏',
  宁夏回族自治区: '宁夏',
  新疆维吾尔自治区: '新疆',
  香港特别行政区: '香港',
  澳门特别行政区: '澳门',
};

const places: Place[] = [];
const trie = buildTrie();

function buildTrie(): NameTrie {
  const made = new NameTrie();
  const add = (written: string, place: Place): void => {
    made.add(written.toLowerCase(), places.length);
    places.push(place);
  };
  for (const [province, cities] of Object.entries(provinces)) {
    add(province, { value: province, level: 'province', ambiguous: false });
    for (const city of cities.split(' ').filter(Boolean)) {
      add(city, { value: city, level: 'city', ambiguous: ambiguousCities.has(city) });
    }
  }
  for (const [long, value] of Object.entries(longProvince))
    add(long, { value, level: 'province', ambiguous: false });
  for (const entry of worldZh.split(' ')) {
    const [written, value] = entry.split('=') as [string, string?];
    add(written, { value: value ?? written, level: 'world', ambiguous: false });
  }
  for (const entry of worldEn.split(';')) {
    const [written, value] = entry.split('=') as [string, string?];
    const exact = wordPlaces.has(written.toLowerCase()) ? { written } : {};
    add(written, { value: value ?? written, level: 'world', ambiguous: false, ...exact });
  }
  return made;
}

interface Found {
  start: number;
  end: number;
  readonly place: Place;
}

const placeVerb = /(?:在|到|去|寄|发|回|往|住|从|是|来自|送|飞|至|离|人在|坐标)(?:了|到|往|给|去|我们?)?$/;
/** What follows makes another word of it: 海南 in 云海南路, 法国队, 日本人 stays a place. */
const streetNext = /^(?: d[oO]llar| doll|路|大道|街|东路|西路|南路|北路|中路|菜|话|语)/;

/** Provinces, cities and countries; neighbours in one address are one span, whose value is the smallest of them. */
export function findPlaces(text: string, folded: string): Candidate[] {
  const hits: Found[] = [];
  for (const { name, start, end } of trie.findAll(folded)) {
    const place = places[name] as Place;
    if (!isWhole(folded, start, end)) continue;
    if (place.written && text.slice(start, end) !== place.written) continue;
    const tail = suffixAfter(folded, end, place);
    if (streetNext.test(folded.slice(end, end + 5))) continue;
    if (
      hits.some(
        (other) => other.start <= start && other.end >= end + tail && other.end - other.start > end - start,
      )
    )
      continue;
    hits.push({ start, end: end + tail, place });
  }
  return mergeNeighbours(
    folded,
    hits.toSorted((a, b) => a.start - b.start || b.end - a.end),
  );
}

function suffixAfter(folded: string, end: number, place: Place): number {
  const suffix =
    place.level === 'city'
      ? /^(?:市区?|州(?!际)|地区|自治州)/
      : place.level === 'province'
        ? /^(?:省|市)/
        : /^$/;
  return suffix.exec(folded.slice(end, end + 3))?.[0].length ?? 0;
}

const district = /^[一-鿿]{1,4}?(?:新区|区|县|镇)(?!间|别|域|块)/;

function mergeNeighbours(folded: string, hits: readonly Found[]): Candidate[] {
  const merged: Candidate[] = [];
  for (let i = 0; i < hits.length; i++) {
    const first = hits[i] as Found;
    if (merged.length > 0 && first.start < (merged.at(-1) as Candidate).end) continue;
    let last = first;
    for (let next = hits[i + 1]; next; next = hits[i + 1]) {
      if (next.start < last.end) {
        i++;
        continue;
      }
      if (!/^(?:的|, |,)?$/.test(folded.slice(last.end, next.start)) || folded[last.end] === '的') break;
      if (next.start > last.end && /[一-鿿]/.test(folded[next.start] as string)) break;
      last = next;
      i++;
    }
    const isAlone = last === first;
    const named = last.end - last.start > last.place.value.length;
    if (
      isAlone &&
      first.place.ambiguous &&
      !named &&
      !placeVerb.test(folded.slice(Math.max(0, first.start - 4), first.start))
    ) {
      continue;
    }
    const inside = last.place.level === 'world' ? null : district.exec(folded.slice(last.end, last.end + 6));
    const end = last.end + (inside && !/[在的是了和到这那没有发寄]/.test(inside[0]) ? inside[0].length : 0);
    const value = end > last.end && inside ? inside[0] : last.place.value;
    merged.push({ type: 'place', start: first.start, end, value, confidence: 0.9, rank: 1 });
  }
  return merged;
}
