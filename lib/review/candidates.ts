import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { endOfStudyDay } from "#lib/scheduling/day.ts";
import { LEARNER, type Learner } from "./learner.ts";
import { inReadyOrder, isAhead, isNeededForInterview, LEARN_AHEAD_MS } from "./queue.ts";
import { recordOf } from "./rows.ts";

/** So many of the cards that are due the longest are weighed against each other; the rest of a backlog waits for them. */
export const WEIGHED_MAX = 500;
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
    OR: [{ buriedUntil: null }, { buriedUntil: { lte: now } }],
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
  const row = await db.memory.findFirst({ where, orderBy: [...order], select: { cardId: true } });
  return row ? [row.cardId] : [];
}

export function learningAhead(db: Db, now: Date): Promise<string[]> {
  return learningDue(db, now, new Date(now.getTime() + LEARN_AHEAD_MS));
}

/** The card in review that is likeliest forgotten: recall falls with the time since the answer over the stability. */
export async function riskiestDue(db: Db, now: Date, { clock }: Learner): Promise<string[]> {
  const end = endOfStudyDay(now, clock.zone, clock.rolloverHour);
  const rows = await db.$queryRaw<{ cardId: string }[]>(Prisma.sql`
    SELECT "cardId" FROM (
      SELECT "cardId", "lastReviewAt", "stability" FROM "Memory"
      WHERE "learnerId" = ${LEARNER} AND "state" = 'review' AND "retired" = 0 AND "dueAt" < ${end}
        AND "suspendedAt" IS NULL AND ("buriedUntil" IS NULL OR "buriedUntil" <= ${now})
      ORDER BY "dueAt" LIMIT ${WEIGHED_MAX}
    )
    ORDER BY (julianday(${now}) - julianday("lastReviewAt")) / "stability" DESC, "cardId" LIMIT 1`);
  return rows.map(({ cardId }) => cardId);
}

/** Cards that must come before they are due, so that they are known on the day of the interview. */
export async function neededForInterview(db: Db, now: Date, learner: Learner): Promise<string[]> {
  const { clock, scheduler } = learner;
  if (!isAhead(scheduler.interview, now, { clock })) return [];
  const end = endOfStudyDay(now, clock.zone, clock.rolloverHour);
  const rows = await db.memory.findMany({
    where: { AND: [askable(now), { state: "review", dueAt: { gte: end } }] },
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
