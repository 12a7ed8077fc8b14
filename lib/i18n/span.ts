import type { Messages } from "./en.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.4 * DAY;
const YEAR = 365.25 * DAY;

/** "10 min", "8 days", "3.2 months": the unit in which one would say it. `ms`: milliseconds, 0 or more. */
export function describeSpan(ms: number, m: Messages): string {
  // A learning step may hold half a minute.
  if (ms < 10 * MINUTE) return m.span.minutes(Math.max(1, Math.round((2 * ms) / MINUTE) / 2));
  if (ms < HOUR) return m.span.minutes(Math.round(ms / MINUTE));
  if (ms < DAY) return m.span.hours(Math.round(ms / HOUR));
  if (ms < 2 * MONTH) return m.span.days(Math.round(ms / DAY));
  if (ms < YEAR) return m.span.months(tenths(ms / MONTH));
  return m.span.years(tenths(ms / YEAR));
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
