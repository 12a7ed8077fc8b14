import type { Messages } from "#lib/i18n/messages.ts";
import { spanAhead } from "#lib/i18n/span.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";

/** What the grades say of when they bring the card back: Again, Hard, Good, Easy. */
export interface Shown {
  /** In milliseconds: what goes back with the answer. */
  readonly intervals: readonly number[];
  /** The same as it is read. */
  readonly spans: readonly string[];
}

export function shownIntervals(intervals: Readonly<Record<Rating, number>>, m: Messages): Shown {
  const all = RATINGS.map((rating) => intervals[rating]);
  return { intervals: all, spans: all.map((ms) => spanAhead(ms, m)) };
}
