import { setImmediate, setTimeout } from "node:timers/promises";

/** What works, and whether anybody still wants it by the time that its turn comes. */
type Lane = (work: () => Promise<void>, isWanted?: () => boolean) => Promise<void>;

/**
 * A lane on which one thing is made after the other, in the order in which they came: twenty pages made at once hold
 * up everybody for the time of many, twenty after each other for the time of one. Whatever is not in the lane has its
 * turn between two of them.
 *
 * Who has not ended after `patienceMs` no longer holds up the next: it waits for its reader, not for the processor.
 */
export function lane(patienceMs: number): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return (work, isWanted = () => true) => {
    const turn = last.then(() => setImmediate());
    const done = turn.then(() => (isWanted() ? work() : undefined));
    last = turn.then(() => Promise.race([done.catch(() => undefined), setTimeout(patienceMs, null, { ref: false })]));
    return done;
  };
}
