/** The study days of a learner, as the tallies know them: strings such as "2026-11-21", which compare as they follow. */

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_DAYS = 7;

/** What a study day added up to. */
export interface DayCounts {
  readonly day: string;
  readonly answers: number;
  readonly crams: number;
  /** Answers to cards that were new. */
  readonly firsts: number;
  /** Answers that were graded Again. */
  readonly again: number;
  readonly durationMs: number;
  /** Answers to cards whose interval was a day or more, but less than 21; then those of 21 or more. */
  readonly youngPassed: number;
  readonly youngFailed: number;
  readonly maturePassed: number;
  readonly matureFailed: number;
  /** Answers whose recall was foretold, and the sum of their log loss. */
  readonly predictions: number;
  readonly logLoss: number;
}

/** The day that comes `count` days after this one; before it when negative. */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The last `count` days up to today, the oldest first; days without a tally are full of zeros. */
export function lastDays(days: readonly DayCounts[], today: string, count: number): DayCounts[] {
  const known = new Map(days.map((counts) => [counts.day, counts]));
  return Array.from({ length: count }, (_, i) => {
    const day = dayAfter(today, i - count + 1);
    return known.get(day) ?? { ...NOTHING, day };
  });
}

/** One day of the calendar; `answers` is null for days that have not come. */
export interface CalendarDay {
  readonly day: string;
  readonly answers: number | null;
}

/** Monday to Sunday. */
export type Week = readonly CalendarDay[];

/** The last `count` weeks up to the one that holds today, the oldest first. */
export function lastWeeks(days: readonly DayCounts[], today: string, count: number): Week[] {
  const answers = new Map(days.map((counts) => [counts.day, counts.answers]));
  const monday = dayAfter(today, -((new Date(today).getUTCDay() + 6) % WEEK_DAYS));
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: WEEK_DAYS }, (_, weekday) => {
      const day = dayAfter(monday, (week - count + 1) * WEEK_DAYS + weekday);
      return { day, answers: day > today ? null : (answers.get(day) ?? 0) };
    }),
  );
}

const NOTHING = {
  answers: 0,
  crams: 0,
  firsts: 0,
  again: 0,
  durationMs: 0,
  youngPassed: 0,
  youngFailed: 0,
  maturePassed: 0,
  matureFailed: 0,
  predictions: 0,
  logLoss: 0,
} as const satisfies Omit<DayCounts, "day">;
