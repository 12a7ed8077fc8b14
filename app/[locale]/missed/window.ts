import { MISSED_WINDOWS, type MissedWindow } from "#lib/review/missed.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** How far back an address looks; a week if it does not say. */
export function windowOf({ days }: Query): MissedWindow {
  return MISSED_WINDOWS.find((window) => String(window) === days) ?? 7;
}

export const VIEWS = ["card", "point", "step"] as const;
export type View = (typeof VIEWS)[number];

/** How an address wants to look at it; card by card if it does not say. */
export function viewOf({ by }: Query): View {
  return VIEWS.find((view) => view === by) ?? "card";
}

/** When a drill began, as its address says in milliseconds; null: not yet, or nothing that makes sense. */
export function beginOf({ since }: Query, now: Date): Date | null {
  const ms = Number(since);
  return Number.isInteger(ms) && ms > 0 && ms <= now.getTime() ? new Date(ms) : null;
}

/** The page that an address wants, from 1; the first if it does not say. */
export function pageOf({ page }: Query): number {
  const wished = Number(page);
  return Number.isSafeInteger(wished) && wished > 0 ? wished : 1;
}
