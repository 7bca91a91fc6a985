import { stemOf } from '../stems.ts';

/** A thesaurus ready for look-up: from a word, a stem or up to three words joined by a space to its classes. */
export interface Lexicon {
  readonly classes: ReadonlyMap<string, readonly string[]>;
}

/** Reads lines of the form `class: word word two_words`. A class `a.b` also counts as `a`. */
export function parseLexicon(...sources: readonly string[]): Lexicon {
  const classes = new Map<string, string[]>();
  const put = (key: string, name: string): void => {
    const list = classes.get(key);
    if (!list) classes.set(key, [name]);
    else if (!list.includes(name)) list.push(name);
  };
  for (const line of sources.join('\n').split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const name = line.slice(0, colon).trim();
    const names = name.includes('.') ? [name, name.slice(0, name.indexOf('.'))] : [name];
    for (const entry of line
      .slice(colon + 1)
      .trim()
      .split(/\s+/)) {
      const key = entry.split('_').map(stemOf).join(' ');
      for (const each of names) put(key, each);
    }
  }
  return { classes };
}
