/** So many of the last days, weeks and months have a backup kept. */
export const DAYS_KEPT = 7;
export const WEEKS_KEPT = 4;
export const MONTHS_KEPT = 12;

/**
 * Which daily backups are not needed any more. `days` are the days on which they were made and `today`, as "2026-11-30".
 * Kept are the last of each of the seven days, four weeks (from Monday) and twelve months that have one most recently; and
 * those of days to come, since a clock that was wrong is no reason to throw anything away.
 */
export function superfluous(days: readonly string[], today: string): string[] {
  const past = days
    .filter((day) => day <= today)
    .sort()
    .reverse();
  const kept = new Set([
    ...lastOfEach(past, (day) => day, DAYS_KEPT),
    ...lastOfEach(past, mondayOf, WEEKS_KEPT),
    ...lastOfEach(past, (day) => day.slice(0, "2026-11".length), MONTHS_KEPT),
  ]);
  return past.filter((day) => !kept.has(day));
}

/** The first day of each of the first so many spans; `days` fall. */
function lastOfEach(days: readonly string[], spanOf: (day: string) => string, spans: number): string[] {
  const last = new Map<string, string>();
  for (const day of days) if (!last.has(spanOf(day))) last.set(spanOf(day), day);
  return [...last.values()].slice(0, spans);
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, day.length);
}
