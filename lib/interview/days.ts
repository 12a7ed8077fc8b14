import { dayAfter } from "#lib/progress/days.ts";
import { daysFrom } from "#lib/scheduling/day.ts";
import type { Minutes } from "./wishes.ts";

/** What is to be done on one of the days until an interview. */
export interface PlannedDay {
  /** A study day. */
  readonly day: string;
  /** Whole days until the interview. */
  readonly left: number;
  /** Cards that come due, as things stand; null: too far ahead to be foretold. */
  readonly due: number | null;
  /** New cards to meet. */
  readonly fresh: number;
  /** A mock interview of so many minutes; null: none. */
  readonly mock: Minutes | null;
}

/** The last days but this many are for new cards: what was met later would hardly sit by then. */
const SETTLE_DAYS = 2;
/** Rehearsals by the days that are left: the longest first, counted back from the interview; the eve is for rest. */
const REHEARSALS: readonly { readonly left: number; readonly minutes: Minutes }[] = [
  { left: 2, minutes: 45 },
  { left: 4, minutes: 30 },
  { left: 7, minutes: 20 },
];
/** So many days are planned one by one. */
const DAYS_MAX = 60;
const WARM_UP: Minutes = 10;
const WARM_UP_EVERY_DAYS = 5;

interface Given {
  /** Study days. */
  readonly today: string;
  readonly interview: string;
  /** New cards that are left, and how many are met on one day at most. */
  readonly unseen: number;
  readonly newPerDay: number;
  /** New cards that may still be met today. */
  readonly freshToday: number;
  /** How many cards come due, today first. */
  readonly load: readonly number[];
}

export interface DaysPlan {
  /** Whole days until the interview. */
  readonly left: number;
  /** Today first, the day of the interview last, if it is not too far away. */
  readonly days: readonly PlannedDay[];
  /** New cards that do not fit before the interview. */
  readonly unmet: number;
  /** How many a day would fit them all in; null: no day is left for new cards. */
  readonly neededPerDay: number | null;
}

/** The days until an interview: new cards while they can still settle, and rehearsals that grow longer. */
export function planDays({ today, interview, unseen, newPerDay, freshToday, load }: Given): DaysPlan {
  const count = Math.max(0, daysFrom(today, interview));
  const learning = Math.max(0, count - SETTLE_DAYS + 1);
  const metToday = Math.max(0, newPerDay - freshToday);
  let unmet = unseen;
  const days = Array.from({ length: Math.min(count + 1, DAYS_MAX) }, (_, i): PlannedDay => {
    const left = count - i;
    // Spread evenly, and no more than the settings allow.
    const even = Math.ceil(unmet / Math.max(1, learning - i));
    const most = i === 0 ? Math.min(freshToday, newPerDay) : newPerDay;
    const fresh = i < learning ? Math.min(even, most, unmet) : 0;
    unmet -= fresh;
    return { day: dayAfter(today, i), left, due: load[i] ?? null, fresh, mock: rehearsal(left, i) };
  });
  unmet = Math.max(0, unmet - newPerDay * Math.max(0, learning - DAYS_MAX));
  return { left: count, days, unmet, neededPerDay: learning > 0 ? Math.ceil((unseen + metToday) / learning) : null };
}

function rehearsal(left: number, sinceToday: number): Minutes | null {
  const longest = REHEARSALS[REHEARSALS.length - 1]?.left ?? 0;
  if (left > longest) return sinceToday % WARM_UP_EVERY_DAYS === 0 ? WARM_UP : null;
  // Who begins on the eve rehearses once, and briefly.
  if (left === 1 && sinceToday === 0) return WARM_UP;
  return REHEARSALS.find((one) => one.left === left)?.minutes ?? null;
}
