import { endOfStudyDay, toStudyClock } from "#lib/scheduling/day.ts";
import { ageAt } from "#lib/scheduling/fsrs.ts";
import { MATURE_DAYS } from "#lib/scheduling/mark.ts";
import type { SchedulerSettings, StudyClock } from "#lib/scheduling/settings.ts";
import { type AlikeCards, DAY_EDGES, RECALL_BINS, type Standing } from "./spread.ts";

/** So far ahead the load is foretold. */
export const FORECAST_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What decides where a card stands; moments in milliseconds since 1970, spans in days. */
export interface StoredCard {
  readonly cardId: string;
  readonly state: "new" | "learning" | "review" | "relearning";
  readonly isSuspended: boolean;
  readonly scheduledDays: number;
  readonly stability: number;
  /** null: it was never answered. */
  readonly lastReviewAt: number | null;
  readonly dueAt: number;
  /** When what it was put off until is over; null: it was not. */
  readonly buriedUntil: number | null;
}

/** What cards that are counted together have in common. */
export type Likeness = Omit<AlikeCards, "cards">;

/** What a card is counted under. */
export interface Stand {
  readonly likeness: Likeness;
  /** The day on which it comes due, 0: today, `FORECAST_DAYS`: later; null: not at all. */
  readonly dueOn: number | null;
}

/** A moment as cards are sorted by it: worked out once for all of them. */
export interface Sorting {
  /** The study day that is now, counted from 1970, and how far its clock is from UTC. */
  readonly today: number;
  readonly shiftMs: number;
  /** The ends of the study days from now on, as many as are foretold. */
  readonly ends: readonly number[];
  /** Days since the last answer over stability, at which recall falls to 99 %, 98 % … */
  readonly ages: readonly number[];
}

export function sortingAt(now: Date, clock: StudyClock, scheduler: SchedulerSettings): Sorting {
  const { zone, rolloverHour } = clock;
  const local = toStudyClock(now, zone, rolloverHour).getTime();
  return {
    today: Math.floor(local / DAY_MS),
    shiftMs: local - now.getTime(),
    ends: nextRollovers(now, clock).map((end) => end.getTime()),
    ages: Array.from({ length: RECALL_BINS - 1 }, (_, i) => ageAt(1 - (i + 1) / RECALL_BINS, scheduler)),
  };
}

/**
 * Where a card stands. Days since its last answer are whole study days by today's offset from UTC, since asking for the
 * offset of each of 100,000 moments takes seconds: a card that was answered within an hour of a rollover on the other side
 * of a change of clocks is sorted a day off.
 */
export function standOf(card: StoredCard, { today, shiftMs, ends, ages }: Sorting): Stand {
  const { cardId, scheduledDays, stability, lastReviewAt, dueAt, buriedUntil } = card;
  const standing = standingOf(card);
  const answeredOn = lastReviewAt === null ? today : Math.floor((lastReviewAt + shiftMs) / DAY_MS);
  const age = Math.max(0, today - answeredOn) / stability;
  const likeness = {
    // The id of a card begins with that of its topic.
    topicId: cardId.slice(0, cardId.indexOf("/")),
    standing,
    interval: binOf(scheduledDays, DAY_EDGES),
    stability: binOf(stability, DAY_EDGES),
    recall: RECALL_BINS - 1 - binOf(age, ages),
  };
  const isAsked = standing !== "new" && standing !== "suspended";
  // What was put off until a moment that is over is due today either way.
  return { likeness, dueOn: isAsked ? binOf(Math.max(dueAt, buriedUntil ?? dueAt), ends) : null };
}

function standingOf({ state, isSuspended, scheduledDays }: StoredCard): Standing {
  if (isSuspended) return "suspended";
  if (state === "new") return "new";
  if (state !== "review") return "learning";
  return scheduledDays < MATURE_DAYS ? "young" : "mature";
}

/** How many of the ascending edges a value reaches. */
export function binOf(value: number, edges: readonly number[]): number {
  let [from, to] = [0, edges.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (value < (edges[middle] ?? Number.POSITIVE_INFINITY)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function nextRollovers(now: Date, { zone, rolloverHour }: StudyClock): Date[] {
  let end = now;
  return Array.from({ length: FORECAST_DAYS }, () => {
    end = endOfStudyDay(end, zone, rolloverHour);
    return end;
  });
}
