import type { Micros } from "../time.ts";

/** Something that is to happen. At one moment the lower rank comes first, and within a rank what was planned first. */
interface Planned<T> {
  readonly atUs: Micros;
  readonly rank: number;
  readonly what: T;
}

/** What is to come, the earliest first: a binary heap, so that long films stay linear but for a logarithm. */
export class Agenda<T> {
  private readonly heap: (Planned<T> & { readonly nth: number })[] = [];
  private planned = 0;

  plan(atUs: Micros, rank: number, what: T): void {
    const { heap } = this;
    const entry = { atUs, rank, what, nth: this.planned++ };
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(entry, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = entry;
  }

  /** The earliest, left where it is. */
  first(): Planned<T> | undefined {
    return this.heap[0];
  }

  /** Takes the earliest out. */
  take(): Planned<T> | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || first === last) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      let least = left;
      if (right !== undefined && isBefore(right, left)) {
        least = right;
        child += 1;
      }
      if (!isBefore(least, last)) break;
      heap[at] = least;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(a: Planned<unknown> & { nth: number }, b: Planned<unknown> & { nth: number }): boolean {
  if (a.atUs !== b.atUs) return a.atUs < b.atUs;
  return a.rank !== b.rank ? a.rank < b.rank : a.nth < b.nth;
}
