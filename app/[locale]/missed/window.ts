import { MISSED_WINDOWS, type MissedWindow } from "#lib/review/missed.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** How far back an address looks; a week if it does not say. */
export function windowOf({ days }: Query): MissedWindow {
  return MISSED_WINDOWS.find((window) => String(window) === days) ?? 7;
}

/** When a drill began, as its address says in milliseconds; null: not yet, or nothing that makes sense. */
export function beginOf({ since }: Query, now: Date): Date | null {
  const ms = Number(since);
  return Number.isInteger(ms) && ms > 0 && ms <= now.getTime() ? new Date(ms) : null;
}
