import { z } from "zod";
import { type Db, readRaw } from "#lib/db/client.ts";
import { LEARNER, type Learner } from "#lib/learner/learner.ts";
import { endOfStudyDay, fromStudyClock } from "#lib/scheduling/day.ts";
import { recallAfter } from "#lib/scheduling/fsrs.ts";
import { elapsedDays } from "#lib/scheduling/schedule.ts";
import { type AheadCard, latestBury, readAhead } from "./log/ahead-queries.ts";
import { recordOf } from "./log/rows.ts";
import {
  inReadyOrder,
  isNeededForInterview,
  LEARN_AHEAD_MS,
  liesAhead,
  lossOfWaiting,
  MAY_WAIT_LOSS,
} from "./queue.ts";

/** So many of the cards that are due the longest are weighed against each other; the rest of a backlog waits for them. */
const WEIGHED_MAX = 100;
/** So many due cards are looked at to say how many of them may wait. */
const COUNTED_MAX = 1_000;
/** So many new cards are looked at for one whose requirements are met. */
const NEW_MAX = 50;
/** So many of the cards that are due soonest after the interview are looked at. */
const INTERVIEW_MAX = 200;

/** Cards that can be asked at all: not retired, suspended or buried. */
export function askable(now: Date) {
  return {
    learnerId: LEARNER,
    retired: false,
    suspendedAt: null,
    OR: [{ buriedUntil: null }, { buriedUntil: { lte: now } }, { buriedUntil: { gt: latestBury(now) } }],
  };
}

/** In learning or relearning, due by then. */
export function learningBy(now: Date, by: Date) {
  return { AND: [askable(now), { state: { in: ["learning", "relearning"] }, dueAt: { lte: by } }] };
}

/** In review, due on the study day of `now`. */
export function reviewBy(now: Date, { clock }: Learner) {
  const end = endOfStudyDay(now, clock.zone, clock.rolloverHour);
  return { AND: [askable(now), { state: "review", dueAt: { lt: end } }] };
}

export async function learningDue(db: Db, now: Date, by: Date): Promise<string[]> {
  const order = [{ dueAt: "asc" }, { cardId: "asc" }] as const;
  const where = learningBy(now, by);
  const row = await db.memory.findFirst({ where, orderBy: [...order], select: { cardId: true, dueAt: true } });
  const ahead = (await aheadDue(db, now, by)).filter(({ state }) => state !== "review");
  const all = [...(row ? [row] : []), ...ahead].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  return all.slice(0, 1).map(({ cardId }) => cardId);
}

/**
 * The card in review that comes first: one that would lose by waiting before one that may wait, and among them the
 * likeliest forgotten.
 */
export async function riskiestDue(db: Db, now: Date, learner: Learner): Promise<string[]> {
  const due = await dueReviews(db, now, learner, WEIGHED_MAX);
  const rules = { clock: learner.clock, settings: learner.scheduler };
  const weighed = due.map((card) => ({
    ...card,
    mayWait: lossOfWaiting(card, now, rules) < MAY_WAIT_LOSS,
    recall: recallAfter(elapsedDays(card, now, learner.clock) ?? 0, card.stability, learner.scheduler),
  }));
  weighed.sort(
    (a, b) => Number(a.mayWait) - Number(b.mayWait) || a.recall - b.recall || (a.cardId < b.cardId ? -1 : 1),
  );
  return weighed.slice(0, 1).map(({ cardId }) => cardId);
}

/** How many of the cards in review that are due lose next to nothing by waiting until tomorrow. */
export async function countMayWait(db: Db, now: Date, learner: Learner): Promise<number> {
  const rules = { clock: learner.clock, settings: learner.scheduler };
  const due = await dueReviews(db, now, learner, COUNTED_MAX);
  return due.filter((card) => lossOfWaiting(card, now, rules) < MAY_WAIT_LOSS).length;
}

const dueRows = z.array(z.tuple([z.string(), z.coerce.date(), z.number()]));

/** Those of the cards with a time in the future that are due by then, were they answered when they must have been. */
export async function aheadDue(db: Db, now: Date, by: Date): Promise<AheadCard[]> {
  return (await readAhead(db, now)).filter(({ dueAt }) => dueAt <= by);
}

/** The cards in review that are due, those that are due the longest first; as one value, since they may be thousands. */
async function dueReviews(db: Db, now: Date, { clock }: Learner, limit: number) {
  const end = endOfStudyDay(now, clock.zone, clock.rolloverHour);
  const [row] = await readRaw(db, {
    sql: `SELECT json_group_array(json_array("cardId", "lastReviewAt", "stability")) AS "due" FROM (
        SELECT "cardId", "lastReviewAt", "stability" FROM "Memory"
        WHERE "learnerId" = ? AND "state" = 'review' AND "retired" = 0 AND "dueAt" < ?
          AND "suspendedAt" IS NULL AND ("buriedUntil" IS NULL OR "buriedUntil" <= ? OR "buriedUntil" > ?)
        ORDER BY "dueAt" LIMIT ?)`,
    values: [LEARNER, end, now, latestBury(now), limit],
  });
  const rows = dueRows.parse(JSON.parse(String(row?.due ?? "[]")));
  const inTime = rows.map(([cardId, lastReviewAt, stability]) => ({ cardId, lastReviewAt, stability }));
  const seen = new Set(inTime.map(({ cardId }) => cardId));
  const ahead = (await aheadDue(db, now, end)).filter(({ cardId, state }) => state === "review" && !seen.has(cardId));
  return [...inTime, ...ahead];
}

/** Called into the queue, and not answered since. */
export function calledBy(now: Date) {
  return { AND: [askable(now), { calledAt: { gte: new Date(0) } }] };
}

/** Called into the queue, and not due by themselves. */
export function calledOnly(now: Date, learner: Learner) {
  const isDue = { OR: [learningBy(now, new Date(now.getTime() + LEARN_AHEAD_MS)), reviewBy(now, learner)] };
  return { AND: [calledBy(now), { NOT: isDue }] };
}

/** The card that was called into the queue first. */
export async function called(db: Db, now: Date): Promise<string[]> {
  const rows = await db.memory.findMany({
    where: calledBy(now),
    orderBy: [{ calledAt: "asc" }, { cardId: "asc" }],
    take: 1,
    select: { cardId: true },
  });
  return rows.map(({ cardId }) => cardId);
}

/** Cards that must come before they are due, so that they are known on the day of the interview. */
export async function neededForInterview(db: Db, now: Date, learner: Learner): Promise<string[]> {
  const { clock, scheduler } = learner;
  const { interview } = scheduler;
  if (interview === null || !liesAhead(interview.day, now, clock)) return [];
  const dayOfInterview = fromStudyClock(new Date(interview.day), clock.zone, clock.rolloverHour);
  const rows = await db.memory.findMany({
    where: { AND: [askable(now), { state: "review", calledAt: null, dueAt: { gte: dayOfInterview } }] },
    orderBy: [{ dueAt: "asc" }, { cardId: "asc" }],
    take: INTERVIEW_MAX,
  });
  return rows
    .filter((row) =>
      isNeededForInterview(recordOf(row).memory, now, { clock, settings: scheduler, cardId: row.cardId }),
    )
    .map(({ cardId }) => cardId);
}

/** New cards in the order in which they may come. */
export async function freshInOrder(db: Db, now: Date): Promise<string[]> {
  const rows = await db.memory.findMany({
    where: { AND: [askable(now), { state: "new" }] },
    orderBy: { order: "asc" },
    take: NEW_MAX,
    select: { cardId: true, card: { select: { requires: true } } },
  });
  const cards = rows.map(({ cardId, card }) => ({ cardId, requires: requiredIds.parse(card.requires) }));
  const required = [...new Set(cards.flatMap(({ requires }) => requires))];
  const unmet = await db.memory.findMany({
    where: { learnerId: LEARNER, cardId: { in: required }, state: "new", retired: false, suspendedAt: null },
    select: { cardId: true },
  });
  return inReadyOrder(cards, new Set(unmet.map(({ cardId }) => cardId)));
}

const requiredIds = z
  .array(z.string())
  .nullable()
  .transform((ids) => ids ?? []);
