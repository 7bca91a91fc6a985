/** Where a term stands: entries' slots with how far the term counts there, in arrays that grow by doubling. */
export class PostingList {
  slots = new Int32Array(4);
  /** BM25's saturated weight of the term in the entry, 0..1. */
  impacts = new Float32Array(4);
  length = 0;
  /** Live entries with the term; slots of removed ones stay until the next sweep. */
  live = 0;

  push(slot: number, impact: number): void {
    if (this.length === this.slots.length) {
      const slots = new Int32Array(this.length * 2);
      const impacts = new Float32Array(this.length * 2);
      slots.set(this.slots);
      impacts.set(this.impacts);
      this.slots = slots;
      this.impacts = impacts;
    }
    this.slots[this.length] = slot;
    this.impacts[this.length++] = impact;
    this.live++;
  }

  /** Renames slots by `moved`, dropping those that are negative there. */
  sweep(moved: Int32Array): void {
    let to = 0;
    for (let i = 0; i < this.length; i++) {
      const slot = moved[this.slots[i] as number] as number;
      if (slot < 0) continue;
      this.slots[to] = slot;
      this.impacts[to++] = this.impacts[i] as number;
    }
    this.length = to;
  }
}
