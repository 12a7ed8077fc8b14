import { type DayCounts, dayAfter } from "./days.ts";

/** The first and last day of a span, counted back from today. Those of Anki (rslib `stats/graphs/retention.rs`). */
const SPANS = {
  today: [0, 0],
  yesterday: [1, 1],
  week: [6, 0],
  month: [29, 0],
  year: [364, 0],
  all: null,
} as const;
export type Span = keyof typeof SPANS;

/** How many answers recalled their card, and how many did not. */
export interface Recalls {
  readonly passed: number;
  readonly failed: number;
}

export interface Retention {
  readonly span: Span;
  /** Cards whose interval was less than 21 days when they were asked. */
  readonly young: Recalls;
  readonly mature: Recalls;
  readonly total: Recalls;
}

/**
 * True retention: of the answers to cards with an interval of a day or more, how many were not Again. Days begin at the
 * rollover of the time they were lived in, for that is how they were tallied; a day ahead of today (a journey west, a
 * clock set back) counts only in "all".
 */
export function trueRetention(days: readonly DayCounts[], today: string): Retention[] {
  return (Object.keys(SPANS) as Span[]).map((span) => {
    const within = daysWithin(days, span, today);
    const sum = (count: (day: DayCounts) => number) => within.reduce((total, day) => total + count(day), 0);
    const young = { passed: sum((day) => day.youngPassed), failed: sum((day) => day.youngFailed) };
    const mature = { passed: sum((day) => day.maturePassed), failed: sum((day) => day.matureFailed) };
    const total = { passed: young.passed + mature.passed, failed: young.failed + mature.failed };
    return { span, young, mature, total };
  });
}

function daysWithin(days: readonly DayCounts[], span: Span, today: string): readonly DayCounts[] {
  const ends = SPANS[span];
  if (ends === null) return days;
  const [first, last] = [dayAfter(today, -ends[0]), dayAfter(today, -ends[1])];
  return days.filter(({ day }) => first <= day && day <= last);
}

/** The share that was recalled, 0 … 1; null when nothing was asked. */
export function shareRecalled({ passed, failed }: Recalls): number | null {
  return passed + failed === 0 ? null : passed / (passed + failed);
}
