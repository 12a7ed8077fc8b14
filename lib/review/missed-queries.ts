import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { LEARNER, type Learner } from "#lib/learner/learner.ts";
import { endOfStudyDay } from "#lib/scheduling/day.ts";
import { standing } from "#lib/scheduling/replay.ts";
import { aheadDue, calledBy, learningBy, neededForInterview, reviewBy } from "./candidates.ts";
import { AHEAD_MS } from "./log/ahead-queries.ts";
import { type NextCard, shownCard } from "./queries.ts";

/** How far back one looks, in days. */
export const MISSED_WINDOWS = [1, 7, 30] as const;
export type MissedWindow = (typeof MISSED_WINDOWS)[number];

/** So many are shown at once. */
export const MISSED_PAGE_SIZE = 50;
/** A drill takes so many, the latest; more is no daily habit any more. */
export const DRILL_MAX = 200;
/** So many are counted. */
export const MISSED_COUNTED_MAX = 1_000;
const DAY_MS = 86_400_000;

export interface MissedCard {
  readonly id: string;
  readonly question: string;
  readonly missedAt: Date;
  /** It comes up in the review by itself. */
  readonly isDue: boolean;
  /** What was not ticked at the answer that was missed. */
  readonly points: readonly string[];
  /** Which parts of the exercise went wrong at that answer, by their names; the kind says how to read them. */
  readonly exercise: { readonly kind: string; readonly wrong: readonly string[] } | null;
}

export interface MissedCounts {
  /** At most `MISSED_COUNTED_MAX`. */
  readonly total: number;
  /** There are more than that. */
  readonly more: boolean;
  /** How many a drill takes, and how many of those come up in the review by themselves. */
  readonly drill: number;
  readonly due: number;
}

/** How much was missed within so many days. */
export async function countMissed(db: Db, days: MissedWindow, now: Date, learner: Learner): Promise<MissedCounts> {
  const cardIds = await missedIds(db, days, now, MISSED_COUNTED_MAX + 1);
  const drilled = cardIds.slice(0, DRILL_MAX);
  const due = await dueAmong(db, drilled, now, learner);
  return {
    total: Math.min(cardIds.length, MISSED_COUNTED_MAX),
    more: cardIds.length > MISSED_COUNTED_MAX,
    drill: drilled.length,
    due: drilled.filter((id) => due.has(id)).length,
  };
}

/**
 * Cards that were answered Again, or failed in an interview, within so many days and not recalled on a later day since,
 * the latest first, with what was missing from that answer; one page of them, from 1.
 */
export async function readMissed(
  db: Db,
  language: Language,
  days: MissedWindow,
  now: Date,
  learner: Learner,
  page = 1,
): Promise<MissedCard[]> {
  const rows = await db.memory.findMany({
    ...latestMissed(days, now),
    skip: (page - 1) * MISSED_PAGE_SIZE,
    take: MISSED_PAGE_SIZE,
    select: {
      cardId: true,
      missedAt: true,
      card: {
        select: {
          keyPoints: true,
          exercise: true,
          texts: { where: { language }, select: { question: true, keyPoints: true } },
        },
      },
    },
  });
  const cardIds = rows.map(({ cardId }) => cardId);
  const answers = await missedAnswers(db, cardIds);
  const due = await dueAmong(db, cardIds, now, learner);
  return rows.flatMap(({ cardId, missedAt, card }) => {
    const [text] = card.texts;
    if (text === undefined || missedAt === null) return [];
    const answer = answers.get(cardId);
    const ticked = new Set(ids.parse(answer?.tickedKeyPoints ?? []));
    const points = ids.parse(text.keyPoints).filter((_, i) => !ticked.has(ids.parse(card.keyPoints)[i] ?? ""));
    const wrong = wrongParts.parse(answer?.exercise ?? null);
    const asked = askedOf.parse(card.exercise);
    return {
      id: cardId,
      question: text.question,
      missedAt,
      isDue: due.has(cardId),
      points: answer === undefined ? [] : points,
      exercise: asked === null || wrong.length === 0 ? null : { kind: asked.kind, wrong: pointsLost(asked, wrong) },
    };
  });
}

function latestMissed(days: MissedWindow, now: Date) {
  const missedAt = { gte: new Date(now.getTime() - days * DAY_MS) };
  return {
    where: { learnerId: LEARNER, retired: false, suspendedAt: null, missedAt },
    orderBy: [{ missedAt: "desc" as const }, { cardId: "asc" as const }],
  };
}

async function missedIds(db: Db, days: MissedWindow, now: Date, take: number): Promise<string[]> {
  const rows = await db.memory.findMany({ ...latestMissed(days, now), take, select: { cardId: true } });
  return rows.map(({ cardId }) => cardId);
}

/** Those of these cards that the queue has by now, and others that an interview needs. */
async function dueAmong(db: Db, cardIds: readonly string[], now: Date, learner: Learner) {
  const isDue = { OR: [learningBy(now, now), reviewBy(now, learner), calledBy(now)] };
  const where = { AND: [{ cardId: { in: [...cardIds] } }, isDue] };
  const rows = await db.memory.findMany({ where, select: { cardId: true } });
  const { zone, rolloverHour } = learner.clock;
  const ahead = await aheadDue(db, now, endOfStudyDay(now, zone, rolloverHour));
  const more = ahead.filter(({ state, dueAt }) => state === "review" || dueAt <= now).map(({ cardId }) => cardId);
  return new Set([...rows.map(({ cardId }) => cardId), ...more, ...(await neededForInterview(db, now, learner))]);
}

export interface Drill {
  /** The next card; null: every one of them was recalled since the drill began. */
  readonly next: Omit<NextCard, "takenBack"> | null;
  readonly left: number;
  readonly of: number;
}

/**
 * A round through what was missed: each card until it was recalled once since `since`; what is missed again comes back
 * behind the others. The answers are crammed: the schedule does not move.
 */
export async function readDrill(
  db: Db,
  language: Language,
  days: MissedWindow,
  since: Date,
  now: Date,
  learner: Learner,
): Promise<Drill> {
  const cards = await missedIds(db, days, now, DRILL_MAX);
  const log = await db.review.findMany({
    where: { learnerId: LEARNER, cardId: { in: cards }, at: { gte: since, lte: new Date(now.getTime() + AHEAD_MS) } },
    orderBy: CARD_BY_CARD,
    select: { seq: true, id: true, kind: true, cardId: true, rating: true, undoesId: true },
  });
  const crams = standing(log.sort((one, other) => one.seq - other.seq)).filter(({ kind }) => kind === "cram");
  const last = new Map(crams.map(({ cardId, rating }, i) => [cardId, { rating, i }]));
  const open = cards.filter((id) => (last.get(id)?.rating ?? 1) === 1);
  const [first] = open.toSorted((a, b) => (last.get(a)?.i ?? -1) - (last.get(b)?.i ?? -1));
  const next = first === undefined ? null : await shownCard(db, first, language, now, learner);
  return { next, left: open.length, of: cards.length };
}

/** As an index has them; in the order of the log SQLite would rather go through all of it. */
const CARD_BY_CARD = [{ cardId: "asc" as const }, { seq: "asc" as const }];

/** The answer by which each card was missed: the last Again that stands. */
async function missedAnswers(db: Db, cardIds: readonly string[]) {
  const answers = await db.review.findMany({
    where: {
      learnerId: LEARNER,
      cardId: { in: [...cardIds] },
      OR: [{ kind: { in: ["answer", "interview"] }, rating: 1 }, { undoesId: { not: null } }],
    },
    orderBy: CARD_BY_CARD,
    select: { id: true, undoesId: true, cardId: true, tickedKeyPoints: true, exercise: true },
  });
  return new Map(standing(answers).map((answer) => [answer.cardId, answer]));
}

const ids = z.array(z.string());
const wrongParts = z
  .object({ wrong: ids })
  .nullable()
  .transform((exercise) => exercise?.wrong ?? []);
const askedOf = z.object({ kind: z.string(), right: ids.optional() }).nullable();

/** A single choice is one point. Older entries of the log name the option that was chosen besides the one that is right. */
function pointsLost({ kind, right = [] }: NonNullable<z.infer<typeof askedOf>>, wrong: readonly string[]) {
  return kind === "choice" && right.length === 1 ? right : wrong;
}
