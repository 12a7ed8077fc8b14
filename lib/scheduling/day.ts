/**
 * Study days: a day begins at the rollover hour of the learner's zone, so that a review at half past midnight still
 * belongs to the evening before.
 */
export const ROLLOVER_HOUR = 4;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Whether the name is one that days can be counted in. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

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

/**
 * The way back. Where a change of clocks shows a time twice it is the first; where it leaves the time out, the moment
 * at which clocks that had not been changed would show it.
 */
export function fromStudyClock(clock: Date, zone: string, rolloverHour = ROLLOVER_HOUR): Date {
  const wall = clock.getTime() + rolloverHour * HOUR_MS;
  const [before, after] = [wall - DAY_MS, wall + DAY_MS].map((ms) => offsetMs(new Date(ms), zone)) as [number, number];
  const [unchanged, changed] = [new Date(wall - before), new Date(wall - after)];
  const isAfter = offsetMs(unchanged, zone) !== before && offsetMs(changed, zone) === after;
  return isAfter ? changed : unchanged;
}

/** How many study days after `from` the day of `to` comes; negative when it comes before. */
export function studyDaysBetween(from: Date, to: Date, zone: string, rolloverHour = ROLLOVER_HOUR): number {
  const day = (at: Date) => Math.floor(toStudyClock(at, zone, rolloverHour).getTime() / DAY_MS);
  return day(to) - day(from);
}

/** How many days after the study day "2026-11-21" another one comes; both as `studyDay` writes them. */
export function daysFrom(day: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(day)) / DAY_MS);
}

/** Clocks are changed on a quarter of an hour; so long an offset holds. */
const QUARTER_MS = 15 * 60 * 1000;
/** More days, or quarters on days that change clocks, than a log has; a program that replays for ever does not grow. */
const KNOWN_MAX = 10_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /**
   * Offsets by the UTC day they hold for, null where clocks change on it, and those of such days by the quarter of an
   * hour: formatting an instant takes far longer than all that is done with it.
   */
  readonly days: Map<number, number | null>;
  readonly quarters: Map<number, number>;
}
const zones = new Map<string, Zone>();

/** Local time minus UTC at that instant, in milliseconds. */
function offsetMs(at: Date, name: string): number {
  const zone = zoneNamed(name);
  const time = at.getTime();
  const day = Math.floor(time / DAY_MS);
  let ofDay = zone.days.get(day);
  if (ofDay === undefined) ofDay = remember(zone.days, day, offsetOfDay(zone.format, day));
  if (ofDay !== null) return ofDay;
  const quarter = Math.floor(time / QUARTER_MS);
  return zone.quarters.get(quarter) ?? remember(zone.quarters, quarter, offsetBy(zone.format, at));
}

/** The offset that holds for a whole UTC day; null: clocks change on it. */
function offsetOfDay(format: Intl.DateTimeFormat, day: number): number | null {
  const first = offsetBy(format, new Date(day * DAY_MS));
  return first === offsetBy(format, new Date((day + 1) * DAY_MS)) ? first : null;
}

function remember<T>(known: Map<number, T>, key: number, found: T): T {
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(key, found);
  return found;
}

function zoneNamed(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const digits = { month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" } as const;
  const format = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", year: "numeric", ...digits });
  const zone: Zone = { format, days: new Map(), quarters: new Map() };
  zones.set(timeZone, zone);
  return zone;
}

function offsetBy(format: Intl.DateTimeFormat, at: Date): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(at.getTime() / 1000) * 1000;
}
