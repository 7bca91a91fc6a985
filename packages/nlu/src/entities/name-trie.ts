interface Node {
  readonly next: Map<string, Node>;
  /** Indices into the caller's table of names that end here. */
  ends: number[] | undefined;
}

export interface NameMatch {
  readonly name: number;
  readonly start: number;
  readonly end: number;
}

/** Names by their folded characters; finds every name at every position in one pass over the text. */
export class NameTrie {
  readonly #root: Node = { next: new Map(), ends: undefined };

  add(folded: string, name: number): void {
    let node = this.#root;
    for (const c of folded) {
      let child = node.next.get(c);
      if (!child) {
        child = { next: new Map(), ends: undefined };
        node.next.set(c, child);
      }
      node = child;
    }
    node.ends = [...(node.ends ?? []), name];
  }

  /**
   * All names in `text`. Runs of spaces and hyphens in the text match one space of a name, and a name's space may
   * be missing in the text ("lip balm", "lip-balm", "lipbalm"); work per position is bounded by the longest name.
   */
  findAll(text: string): NameMatch[] {
    const found: NameMatch[] = [];
    for (let start = 0; start < text.length; start++) this.#matchFrom(text, start, start, this.#root, found);
    return found;
  }

  #matchFrom(text: string, start: number, at: number, node: Node, found: NameMatch[]): void {
    for (const name of node.ends ?? []) found.push({ name, start, end: at });
    const space = node.next.get(' ');
    if (space && at > start) {
      let skip = at;
      while (skip < at + 3 && (text[skip] === ' ' || text[skip] === '-')) skip++;
      this.#matchFrom(text, start, skip, space, found);
    }
    const c = text[at];
    if (c === undefined || c === ' ') return;
    const child = node.next.get(c);
    if (child) this.#matchFrom(text, start, at + 1, child, found);
  }
}
