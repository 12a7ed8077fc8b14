/**
 * A queue as a value: what is added or taken away makes another one, and whoever holds this one sees what it always saw.
 * Both take the same short time however long the queue is, and queues that grew from each other share their memory: a
 * film keeps thousands of them.
 */
export class Queue<T> {
  readonly length: number;
  /** What is in it stands from `from` on. Others may have written behind it. */
  private readonly list: T[];
  private readonly from: number;

  constructor(list: T[], from = 0, length = list.length) {
    this.length = length;
    this.list = list;
    this.from = from;
  }

  /** The entry at a place, counted from 0. */
  at(place: number): T | undefined {
    return place < this.length ? this.list[this.from + place] : undefined;
  }

  /** With one more at the end. */
  with(entry: T): Queue<T> {
    const { length, list, from } = this;
    // Where another queue went on from here first, the memory behind the end is that one's; nobody's is that of EMPTY.
    const isFree = length > 0 && list.length === from + length;
    const own = isFree ? list : this.toJSON();
    own.push(entry);
    return new Queue(own, isFree ? from : 0, length + 1);
  }

  /** Without so many at the front. */
  without(count: number): Queue<T> {
    return count < this.length ? new Queue(this.list, this.from + count, this.length - count) : EMPTY_QUEUE;
  }

  /** With another in a place: the whole queue is copied. */
  exchanged(place: number, entry: T): Queue<T> {
    return new Queue(this.toJSON().with(place, entry));
  }

  /** What is in it, as a list; and so it is written as JSON. */
  toJSON(): T[] {
    return this.list.slice(this.from, this.from + this.length);
  }
}

export const EMPTY_QUEUE: Queue<never> = new Queue([]);
