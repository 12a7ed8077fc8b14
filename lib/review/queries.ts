import { type CardView, readCard } from "#lib/content/queries.ts";
import type { Db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { endOfStudyDay, startOfStudyDay } from "#lib/scheduling/day.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import { freshMemory, preview } from "#lib/scheduling/schedule.ts";
import { LEARNER } from "./learner.ts";
import { LEARN_AHEAD_MS, NEW_PER_DAY, nextOf } from "./queue.ts";
import { memoryOf } from "./rows.ts";
import { answerInput } from "./schema.ts";

/** Time that a card takes, as long as nothing was measured; and the most that one answer counts for. */
const SECONDS_PER_CARD = 60;
const SECONDS_PER_CARD_MAX = 180;
const MINUTES_SAMPLE = 50;

export interface Overview {
  /** Nothing was ever answered. */
  readonly newcomer: boolean;
  /** Cards in learning or review whose time has come, today included. */
  readonly due: number;
  /** Cards whose last Again was not made up for on a later day. */
  readonly missed: number;
  /** New cards for today. */
  readonly fresh: number;
  /** Cards that were never answered at all. */
  readonly unseen: number;
  readonly answeredToday: number;
  readonly minutes: number;
  /** When there is something to do next; in the past when it is waiting already, null when it never will be. */
  readonly nextAt: Date | null;
}

/** What today holds, for the start page. A handful of counts over indexes. */
export async function overview(db: Db, now: Date, zone: string): Promise<Overview> {
  const dueOrAhead = await db.memory.count({ where: { ...mine(), ...dueBy(now, zone) } });
  const missed = await db.memory.count({ where: { ...mine(), missedAt: { not: null } } });
  const unseen = await db.card.count({ where: unseenCards() });
  const metToday = await countMetToday(db, now, zone);
  const fresh = Math.min(unseen, Math.max(0, NEW_PER_DAY - metToday));
  const answeredToday = await db.review.count({
    where: { learnerId: LEARNER, kind: "answer", undoneBy: null, at: { gte: startOfStudyDay(now, zone) } },
  });
  const minutes = Math.ceil(((dueOrAhead + fresh) * (await secondsPerCard(db))) / 60);
  const newcomer = (await db.review.findFirst({ where: { learnerId: LEARNER }, select: { seq: true } })) === null;
  return {
    newcomer,
    due: dueOrAhead,
    missed,
    fresh,
    unseen,
    answeredToday,
    minutes,
    nextAt: await nextAt(db, unseen > fresh, now, zone),
  };
}

export interface NextCard {
  readonly card: CardView;
  /** The version of the memory that the learner is shown; it comes back with the answer. */
  readonly version: number;
  /** When each answer would bring the card back. */
  readonly dueAfter: Readonly<Record<Rating, Date>>;
  /** What the learner wrote the last time. */
  readonly lastNotes: string | null;
  /** The answer to this card was just taken back: what it held, to go on from there. */
  readonly takenBack: { readonly notes: string; readonly ticked: readonly string[] } | null;
}

/** The card to answer now, in the learner's language; null when there is none. */
export async function nextCard(db: Db, language: Language, now: Date, zone: string): Promise<NextCard | null> {
  const undone = await justUndone(db);
  const cardId = nextOf({
    undone: undone?.cardId ?? null,
    learning: await ids(db, { ...LEARNING, dueAt: { lte: now } }),
    review: await ids(db, { state: "review", dueAt: { lt: endOfStudyDay(now, zone) } }),
    fresh: await firstUnseen(db),
    metToday: await countMetToday(db, now, zone),
    ahead: await ids(db, { ...LEARNING, dueAt: { lte: new Date(now.getTime() + LEARN_AHEAD_MS) } }),
  });
  if (cardId === null) return null;
  const card = await readCard(db, cardId, language);
  if (card === null) throw new Error(`the queue names ${cardId}, which has no text in ${language}`);
  const row = await db.memory.findUnique({ where: { learnerId_cardId: { learnerId: LEARNER, cardId } } });
  const after = preview(row ? memoryOf(row) : freshMemory(now), now, zone);
  const last = await db.review.findFirst({
    where: { learnerId: LEARNER, cardId, kind: "answer", undoneBy: null },
    orderBy: { seq: "desc" },
    select: { notes: true },
  });
  return {
    card,
    version: row?.version ?? 0,
    dueAfter: Object.fromEntries(RATINGS.map((rating) => [rating, after[rating].dueAt])) as Record<Rating, Date>,
    lastNotes: last?.notes || null,
    takenBack: undone && { notes: undone.notes, ticked: undone.ticked },
  };
}

export interface LastAnswer {
  readonly id: string;
  readonly question: string;
  readonly rating: number;
}

/** The answer that Undo would take back; null when there is none. */
export async function lastAnswer(db: Db, language: Language): Promise<LastAnswer | null> {
  const row = await db.review.findFirst({
    where: { learnerId: LEARNER, kind: "answer", undoneBy: null },
    orderBy: { seq: "desc" },
    select: { id: true, rating: true, card: { select: { id: true, texts: { where: { language } } } } },
  });
  if (!row || row.rating === null) return null;
  return { id: row.id, rating: row.rating, question: row.card.texts[0]?.question ?? row.card.id };
}

/** Learning steps come at their minute, reviews with their study day, new cards with the next one. */
async function nextAt(db: Db, newTomorrow: boolean, now: Date, zone: string): Promise<Date | null> {
  const first = (where: object) =>
    db.memory.findFirst({ where: { ...mine(), ...where }, orderBy: { dueAt: "asc" }, select: { dueAt: true } });
  const learning = await first(LEARNING);
  const review = await first({ state: "review" });
  const moments = [
    learning?.dueAt,
    review && startOfStudyDay(review.dueAt, zone),
    newTomorrow && endOfStudyDay(now, zone),
  ];
  return moments.filter((moment) => moment instanceof Date).reduce<Date | null>((a, b) => (a && a < b ? a : b), null);
}

const LEARNING = { state: { in: ["learning", "relearning"] } };

function mine() {
  return { learnerId: LEARNER, card: { retiredAt: null } };
}

/** Learning steps by the minute, reviews by the study day. */
function dueBy(now: Date, zone: string) {
  return {
    OR: [
      { ...LEARNING, dueAt: { lte: new Date(now.getTime() + LEARN_AHEAD_MS) } },
      { state: "review", dueAt: { lt: endOfStudyDay(now, zone) } },
    ],
  };
}

function unseenCards() {
  return { retiredAt: null, memories: { none: { learnerId: LEARNER, state: { not: "new" } } } };
}

async function ids(db: Db, where: object): Promise<string[]> {
  const rows = await db.memory.findMany({
    where: { ...mine(), ...where },
    orderBy: [{ dueAt: "asc" }, { cardId: "asc" }],
    take: 1,
    select: { cardId: true },
  });
  return rows.map((row) => row.cardId);
}

async function firstUnseen(db: Db): Promise<string[]> {
  const card = await db.card.findFirst({ where: unseenCards(), orderBy: { order: "asc" }, select: { id: true } });
  return card ? [card.id] : [];
}

/** An answer without a predicted recall was the first of its card. */
function countMetToday(db: Db, now: Date, zone: string): Promise<number> {
  return db.review.count({
    where: {
      learnerId: LEARNER,
      kind: "answer",
      undoneBy: null,
      retrievability: null,
      at: { gte: startOfStudyDay(now, zone) },
    },
  });
}

/** What was just taken back is asked again first. */
async function justUndone(db: Db): Promise<{ cardId: string; notes: string; ticked: string[] } | null> {
  const last = await db.review.findFirst({
    where: { learnerId: LEARNER },
    orderBy: { seq: "desc" },
    select: { undoes: true, card: { select: { retiredAt: true } } },
  });
  if (!last?.undoes || last.card.retiredAt !== null) return null;
  const { cardId, notes, tickedKeyPoints } = last.undoes;
  return { cardId, notes: notes ?? "", ticked: answerInput.shape.tickedKeyPoints.parse(tickedKeyPoints ?? []) };
}

async function secondsPerCard(db: Db): Promise<number> {
  const recent = await db.review.findMany({
    where: { learnerId: LEARNER, kind: "answer", undoneBy: null },
    orderBy: { seq: "desc" },
    take: MINUTES_SAMPLE,
    select: { durationMs: true },
  });
  if (recent.length === 0) return SECONDS_PER_CARD;
  const seconds = recent.map((review) => Math.min((review.durationMs ?? 0) / 1000, SECONDS_PER_CARD_MAX));
  return seconds.reduce((sum, s) => sum + s, 0) / seconds.length;
}
