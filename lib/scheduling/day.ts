/**
 * Study days: a day begins at the rollover hour of the learner's zone, so that a review at half past midnight still
 * belongs to the evening before.
 */
export const ROLLOVER_HOUR = 4;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** "2026-11-21": the study day that holds the instant. `zone` is an IANA name; throws RangeError for an unknown one. */
export function studyDay(at: Date, zone: string, rolloverHour = ROLLOVER_HOUR): string {
  return toStudyClock(at, zone, rolloverHour).toISOString().slice(0, 10);
}

/** The instant at which the study day of `at` began. */
export function startOfStudyDay(at: Date, zone: string, rolloverHour = ROLLOVER_HOUR): Date {
  const clock = toStudyClock(at, zone, rolloverHour).getTime();
  return fromStudyClock(new Date(Math.floor(clock / DAY_MS) * DAY_MS), zone, rolloverHour);
}

/** The instant at which the study day of `at` ends and the next begins. */
export function endOfStudyDay(at: Date, zone: string, rolloverHour = ROLLOVER_HOUR): Date {
  const clock = toStudyClock(at, zone, rolloverHour).getTime();
  return fromStudyClock(new Date((Math.floor(clock / DAY_MS) + 1) * DAY_MS), zone, rolloverHour);
}

/** Shifts an instant so that its UTC date is its study day: for code that can only count days in UTC. */
export function toStudyClock(at: Date, zone: string, rolloverHour = ROLLOVER_HOUR): Date {
  return new Date(at.getTime() + offsetMs(at, zone) - rolloverHour * HOUR_MS);
}

/** The way back. Where a change of clocks makes two answers possible, or none, it takes the offset that holds after it. */
export function fromStudyClock(clock: Date, zone: string, rolloverHour = ROLLOVER_HOUR): Date {
  const wall = clock.getTime() + rolloverHour * HOUR_MS;
  const guess = wall - offsetMs(new Date(wall), zone);
  return new Date(wall - offsetMs(new Date(guess), zone));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Local time minus UTC at that instant, in milliseconds. */
function offsetMs(at: Date, zone: string): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(at.getTime() / 1000) * 1000;
}
