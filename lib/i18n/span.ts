import { MILLISECOND, MINUTE as MINUTE_US, type Micros, SECOND } from "#lib/tcp/time.ts";
import type { Messages } from "./messages.ts";
import { say } from "./say.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.4 * DAY;
const YEAR = 365.25 * DAY;

/** "in 10 min". `ms`: as below. */
export function spanAhead(ms: number, m: Messages): string {
  return say(m.spans.ahead, { span: describeSpan(ms, m) });
}

/** "10 min", "8 days", "3.2 months": the unit in which one would say it. `ms`: milliseconds, 0 or more. */
export function describeSpan(ms: number, m: Messages): string {
  // A learning step may hold half a minute.
  if (ms < 10 * MINUTE) return say(m.spans.minutes, { n: Math.max(1, Math.round((2 * ms) / MINUTE) / 2) });
  if (ms < HOUR) return say(m.spans.minutes, { n: Math.round(ms / MINUTE) });
  if (ms < DAY) return say(m.spans.hours, { n: Math.round(ms / HOUR) });
  if (ms < 2 * MONTH) return say(m.spans.days, { n: Math.round(ms / DAY) });
  if (ms < YEAR) return say(m.spans.months, { n: tenths(ms / MONTH) });
  return say(m.spans.years, { n: tenths(ms / YEAR) });
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A span on the wire: "40 ms", "1.025 s", "127 s", "4 min". */
export function tellSpan(us: Micros, { spans }: Pick<Messages, "spans">): string {
  if (us < SECOND) return say(spans.milliseconds, { n: us / MILLISECOND });
  const isWholeMinutes = us >= 2 * MINUTE_US && us % MINUTE_US === 0;
  return isWholeMinutes ? say(spans.minutes, { n: us / MINUTE_US }) : say(spans.seconds, { n: us / SECOND });
}
