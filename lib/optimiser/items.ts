import { studyDaysBetween } from "#lib/scheduling/day.ts";
import type { Rating } from "#lib/scheduling/rating.ts";
import { type LogEntry, standing } from "#lib/scheduling/replay.ts";

/** An answer as training wants it. */
export interface Answered {
  readonly rating: Rating;
  /** Whole study days since the answer before, by this answer's own clock; 0 for the first. */
  readonly days: number;
  /** Milliseconds since 1970; before the answer before, if the clock was set back in between. */
  readonly at: number;
}

/** One card's answers since it was last new, in their order. */
export type AnswerHistory = readonly Answered[];

/**
 * An answer that tested long-term memory, as it came a study day or more after the one before; all answers before it
 * belong to it.
 */
export interface Item {
  readonly history: AnswerHistory;
  /** Which answer of the history is foretold. */
  readonly index: number;
}

/**
 * What of a card's log can be learned from. Left out is what was taken back, what was crammed, and all before the last
 * reset: the scheduler does not see it either.
 */
export function historyOf(log: readonly LogEntry[]): AnswerHistory {
  const entries = standing(log);
  const answers = entries.slice(entries.findLastIndex(({ kind }) => kind === "reset") + 1);
  const history: Answered[] = [];
  for (const { kind, rating, at, clock } of answers) {
    if (kind !== "answer" || rating === null) continue;
    const lastAt = new Date(history.at(-1)?.at ?? at);
    const days = studyDaysBetween(lastAt, at, clock.zone, clock.rolloverHour);
    // Of a clock that was set back no time has passed; the scheduler reckons so as well.
    history.push({ rating, days: Math.max(0, days), at: at.getTime() });
  }
  return history;
}

/** All items of the histories, in the order of time; those of one moment as the histories come. */
export function itemsOf(histories: readonly AnswerHistory[]): Item[] {
  const items = histories.flatMap((history) =>
    history.flatMap(({ days }, index) => (days > 0 ? [{ history, index }] : [])),
  );
  return items.sort((a, b) => momentOf(a) - momentOf(b));
}

/** The items before and after a moment that leaves `share` of them, 0 … 1, before it. */
export function splitByTime(items: readonly Item[], share: number): { earlier: Item[]; later: Item[] } {
  const cut = Math.round(items.length * share);
  return { earlier: items.slice(0, cut), later: items.slice(cut) };
}

function momentOf({ history, index }: Item): number {
  return history[index]?.at ?? 0;
}
