import { studyDay } from "./day.ts";
import type { Memory } from "./memory.ts";
import type { Rating } from "./rating.ts";
import type { LogEntry } from "./replay.ts";
import { elapsedDays } from "./schedule.ts";

/** A card whose interval is shorter, in days, is called young. As in Anki. */
export const MATURE_DAYS = 21;

/** The most time that one answer counts for: nobody thinks longer, but people leave. */
export const COUNTED_ANSWER_MAX_MS = 180_000;

/** What one answer adds to the tallies. */
export interface Mark {
  /** The study day it was given on, by the clock of that time. */
  readonly day: string;
  readonly kind: "answer" | "cram";
  readonly rating: Rating;
  /** The card was new. */
  readonly isFirst: boolean;
  readonly durationMs: number;
  /** The interval that was put to the test, if it was one of days; this is what true retention counts. */
  readonly tested: "young" | "mature" | null;
  /** What was foretold, if a night lay between: an answer on the same day tests no long-term memory. */
  readonly prediction: ForetoldRecall | null;
}

export interface ForetoldRecall {
  /** 0 … 1, as it was foretold at that moment. */
  readonly recall: number;
  readonly recalled: boolean;
  readonly bin: RmseBin;
}

/** The bins of RMSE(bins), each named by a number in its middle (fsrs-rs `dataset.rs`, `r_matrix_index`). */
export interface RmseBin {
  /** Hundredths of days since the last answer. */
  readonly deltaT: number;
  readonly length: number;
  readonly lapses: number;
}

/** What an answer to a card with this memory adds; null for what is no answer. */
export function markOf(before: Memory, entry: LogEntry): Mark | null {
  const { kind, rating, at, clock } = entry;
  if ((kind !== "answer" && kind !== "cram") || rating === null) return null;
  const days = elapsedDays(before, at, clock);
  const isAnswer = kind === "answer";
  const age = before.scheduledDays < MATURE_DAYS ? "young" : "mature";
  return {
    day: studyDay(at, clock.zone, clock.rolloverHour),
    kind,
    rating,
    isFirst: isAnswer && before.state === "new",
    durationMs: Math.min(entry.durationMs ?? 0, COUNTED_ANSWER_MAX_MS),
    tested: isAnswer && before.scheduledDays > 0 ? age : null,
    prediction:
      isAnswer && days !== null && days > 0 && entry.retrievability !== null
        ? { recall: entry.retrievability, recalled: rating > 1, bin: rmseBin(days, before) }
        : null,
  };
}

function rmseBin(days: number, { longTermReviews, longTermLapses }: Memory): RmseBin {
  return {
    deltaT: Math.round(2.48 * 3.62 ** floorLog(3.62, days) * 100),
    // The answer that is tested counts as well.
    length: Math.round(1.99 * 1.89 ** floorLog(1.89, longTermReviews + 2)),
    lapses: longTermLapses === 0 ? 0 : Math.round(1.65 * 1.73 ** floorLog(1.73, longTermLapses)),
  };
}

function floorLog(base: number, value: number): number {
  return Math.floor(Math.log(value) / Math.log(base));
}
