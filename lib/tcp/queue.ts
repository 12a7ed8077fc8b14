/**
 * A queue as a value: what is added or taken away makes another one, and whoever holds this one sees what it always saw.
 * Each step takes the same short time however long the queue is, and queues that grew from each other share their
 * memory: a film keeps thousands of them. The two ends stand by themselves, since they are what is exchanged.
 */
export class Queue<T> {
  readonly length: number;
  readonly first: T | undefined;
  readonly last: T | undefined;
  /** What lies between the ends, from `from` on. Others may have written behind it. */
  private readonly mid: T[];
  private readonly from: number;

  private constructor(length: number, first: T | undefined, last: T | undefined, mid: T[], from: number) {
    this.length = length;
    this.first = first;
    this.last = last;
    this.mid = mid;
    this.from = from;
  }

  static of<T>(entries: readonly T[]): Queue<T> {
    const { length } = entries;
    return new Queue(length, entries[0], entries[length - 1], entries.slice(1, -1), 0);
  }

  /** The entry at a place, counted from 0. */
  at(place: number): T | undefined {
    if (place === 0) return this.first;
    if (place === this.length - 1) return this.last;
    return place < this.length ? this.mid[this.from + place - 1] : undefined;
  }

  /** With one more at the end. */
  with(entry: T): Queue<T> {
    const { length, first, last, mid, from } = this;
    if (length < 2) return new Queue<T>(length + 1, length === 0 ? entry : first, entry, NONE, 0);
    const end = from + length - 2;
    // Where another queue went on from here first, the memory behind the end is that one's.
    const own = mid.length === end && mid !== NONE ? mid : mid.slice(from, end);
    own.push(last as T); // not empty, so there is a last one
    return new Queue(length + 1, first, entry, own, own === mid ? from : 0);
  }

  /** Without so many at the front. */
  without(count: number): Queue<T> {
    if (count >= this.length) return EMPTY;
    return new Queue(this.length - count, this.at(count), this.last, this.mid, this.from + count);
  }

  /** With others in the place of the first, or of the last; not for an empty one. */
  withFirst(entry: T): Queue<T> {
    return new Queue(this.length, entry, this.length === 1 ? entry : this.last, this.mid, this.from);
  }

  withLast(entry: T): Queue<T> {
    return new Queue(this.length, this.length === 1 ? entry : this.first, entry, this.mid, this.from);
  }

  /** What is in it, as a list; and so it is written as JSON. */
  toJSON(): T[] {
    return Array.from({ length: this.length }, (_, i) => this.at(i) as T); // within the length
  }
}

/** What lies between the ends of a queue that is nothing but ends; never written to. */
const NONE: never[] = [];

export const EMPTY: Queue<never> = Queue.of([]);
