import { type AskedAddress, isPage, type Query, readQuery } from "#app/_frame/query.ts";
import { MISSED_WINDOWS, type MissedWindow } from "#lib/review/missed-queries.ts";

export const VIEWS = ["card", "point", "step"] as const;
export type View = (typeof VIEWS)[number];

/** What an address asks for: how far back it looks (`days`), how (`by`), which `page`, when a drill began (`since`, milliseconds). */
export function missedQuery(query: Query, now: Date): AskedAddress<"days" | "by" | "page" | "since"> {
  return readQuery(query, {
    days: (days) => MISSED_WINDOWS.some((window) => String(window) === days),
    by: (by) => VIEWS.some((view) => view === by),
    page: isPage,
    since: (since) => beginOf({ since }, now) !== null,
  });
}

type Wanted = ReturnType<typeof missedQuery>["asked"];

/** How far back an address looks; a week if it does not say. */
export function windowOf({ days }: Wanted): MissedWindow {
  return MISSED_WINDOWS.find((window) => String(window) === days) ?? 7;
}

/** How an address wants to look at it; card by card if it does not say. */
export function viewOf({ by }: Wanted): View {
  return VIEWS.find((view) => view === by) ?? "card";
}

/** When a drill began; null: not yet, or nothing that makes sense. */
export function beginOf({ since }: Wanted, now: Date): Date | null {
  const ms = Number(since);
  return Number.isInteger(ms) && ms > 0 && ms <= now.getTime() ? new Date(ms) : null;
}

/** The page that an address wants, from 1; the first if it does not say. */
export function pageOf({ page }: Wanted): number {
  return page === undefined ? 1 : Number(page);
}
