import { type CardView, readCard } from "#lib/content/queries.ts";
import type { Db } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { IMPORTED, LEARNER, type Learner, readLearner } from "#lib/learner/learner.ts";
import { daysFrom, endOfStudyDay, startOfStudyDay, studyDay } from "#lib/scheduling/day.ts";
import { COUNTED_ANSWER_MAX_MS } from "#lib/scheduling/mark.ts";
import type { Rating } from "#lib/scheduling/rating.ts";
import { standing } from "#lib/scheduling/replay.ts";
import { intervalsMs } from "#lib/scheduling/schedule.ts";
import {
  askable,
  called,
  calledOnly,
  countMayWait,
  freshInOrder,
  learningBy,
  learningDue,
  neededForInterview,
  reviewBy,
  riskiestDue,
} from "./candidates.ts";
import { readHistory } from "./history-queries.ts";
import { type AheadCard, latestBury, readAhead } from "./log/ahead-queries.ts";
import { recordOf } from "./log/rows.ts";
import { LEARN_AHEAD_MS } from "./queue.ts";

/** Time that a card takes, as long as nothing was measured. */
const SECONDS_PER_CARD = 60;
const MINUTES_SAMPLE = 50;

export interface Overview {
  /** Nothing was ever answered. */
  readonly newcomer: boolean;
  /** Cards whose time has come, today included, those that an interview needs early, and those called into the queue. */
  readonly due: number;
  /** Those of them that lose next to nothing by waiting until tomorrow. */
  readonly mayWait: number;
  /** Cards whose last Again was not made up for on a later day. */
  readonly missed: number;
  /** New cards for today. */
  readonly fresh: number;
  /** Cards that were never answered at all, nor called into the queue. */
  readonly unseen: number;
  readonly answeredToday: number;
  readonly minutes: number;
  /** When there is something to do next; in the past when it is waiting already, null when it never will be. */
  readonly nextAt: Date | null;
  /** Whole days until the interview that the learner named, 0: today; null: none, or over. */
  readonly daysToInterview: number | null;
}

/** What today holds, for the start page. A handful of counts over indexes. */
export async function overview(db: Db, now: Date, zone: string): Promise<Overview> {
  const learner = await readLearner(db, zone);
  const { clock, settings } = learner;
  const learning = await db.memory.count({ where: learningBy(now, new Date(now.getTime() + LEARN_AHEAD_MS)) });
  const review = await db.memory.count({ where: reviewBy(now, learner) });
  const early = (await neededForInterview(db, now, learner)).length;
  const calls = await db.memory.count({ where: calledOnly(now, learner) });
  const ahead = await countAheadDue(db, now, learner);
  const due = learning + review + early + calls + ahead;
  const missed = await db.memory.count({
    where: { learnerId: LEARNER, retired: false, suspendedAt: null, missedAt: { gte: new Date(0) } },
  });
  const unseen = await db.memory.count({ where: { AND: [askable(now), { state: "new", calledAt: null }] } });
  const today = await tallyOfDay(db, now, learner);
  const fresh = Math.min(unseen, Math.max(0, settings.newPerDay - today.firsts));
  return {
    newcomer: (await db.review.findFirst({ where: { learnerId: LEARNER }, select: { seq: true } })) === null,
    due,
    mayWait: await countMayWait(db, now, learner),
    missed,
    fresh,
    unseen,
    answeredToday: today.answers,
    minutes: Math.ceil(((due + fresh) * (await secondsPerCard(db))) / 60),
    nextAt: await nextAt(db, unseen > fresh && settings.newPerDay > 0, now, learner),
    daysToInterview: daysToInterview(settings.interview, studyDay(now, clock.zone, clock.rolloverHour)),
  };
}

/** Cards that are due but for a time in the future, and not counted otherwise. */
async function countAheadDue(db: Db, now: Date, { clock }: Learner): Promise<number> {
  const end = endOfStudyDay(now, clock.zone, clock.rolloverHour);
  const soon = new Date(now.getTime() + LEARN_AHEAD_MS);
  const isDue = (state: AheadCard["state"], dueAt: Date) => (state === "review" ? dueAt < end : dueAt <= soon);
  const ahead = await readAhead(db, now);
  return ahead.filter(({ state, dueAt, storedDueAt }) => isDue(state, dueAt) && !isDue(state, storedDueAt)).length;
}

export interface NextCard {
  readonly card: CardView;
  /** The version of the memory that the learner is shown; it comes back with the answer. */
  readonly version: number;
  /** The settings that the intervals were made with; they come back with the answer as well. */
  readonly schedulerId: string | null;
  /** How long each answer would make the card wait, in milliseconds; that of the answer comes back with it. */
  readonly intervals: Readonly<Record<Rating, number>>;
  /** What the learner wrote the last time. */
  readonly lastNotes: string | null;
  /** The answer to this card was just taken back: what it held, to go on from there. */
  readonly takenBack: { readonly notes: string; readonly ticked: readonly string[] } | null;
}

/** The card to answer now, in the learner's language; null when there is none. */
export async function nextCard(db: Db, language: Language, now: Date, zone: string): Promise<NextCard | null> {
  const learner = await readLearner(db, zone);
  const { justUndone } = await readHistory(db, language);
  const cardId = await nextId(db, justUndone?.cardId ?? null, now, learner);
  if (cardId === null) return null;
  const takenBack = justUndone && { notes: justUndone.notes, ticked: justUndone.ticked };
  return { ...(await shownCard(db, cardId, language, now, learner)), takenBack };
}

/**
 * The queue: what was just taken back, what is being learned, what is due, what was called, what an interview needs, new
 * cards, what is due soon.
 */
async function nextId(db: Db, undone: string | null, now: Date, learner: Learner): Promise<string | null> {
  const sources: readonly (() => Promise<readonly string[]>)[] = [
    async () => (undone === null ? [] : [undone]),
    () => learningDue(db, now, now),
    () => riskiestDue(db, now, learner),
    () => called(db, now),
    () => neededForInterview(db, now, learner),
    async () => ((await tallyOfDay(db, now, learner)).firsts < learner.settings.newPerDay ? freshInOrder(db, now) : []),
    // Nothing else is left: a learning step that ends soon may come early.
    () => learningDue(db, now, new Date(now.getTime() + LEARN_AHEAD_MS)),
  ];
  for (const source of sources) {
    const [first] = await source();
    if (first !== undefined) return first;
  }
  return null;
}

/** A card with all that asking it takes. Throws when the learner does not hold it. */
export async function shownCard(
  db: Db,
  cardId: string,
  language: Language,
  now: Date,
  learner: Learner,
): Promise<Omit<NextCard, "takenBack">> {
  const { clock, scheduler } = learner;
  const card = await readCard(db, cardId, language);
  if (card === null) throw new Error(`the queue names ${cardId}, which has no text in ${language}`);
  const row = await db.memory.findUniqueOrThrow({ where: { learnerId_cardId: { learnerId: LEARNER, cardId } } });
  return {
    card,
    version: row.version,
    schedulerId: learner.schedulerId,
    intervals: intervalsMs(recordOf(row).memory, now, { clock, settings: scheduler, cardId }),
    lastNotes: await lastNotes(db, cardId),
  };
}

/** What the learner wrote at the last answer that still stands; found among the card's last entries. */
async function lastNotes(db: Db, cardId: string): Promise<string | null> {
  const rows = await db.review.findMany({
    where: { learnerId: LEARNER, cardId },
    orderBy: { seq: "desc" },
    take: 20,
    select: { id: true, kind: true, notes: true, undoesId: true },
  });
  const last = standing(rows.toReversed()).findLast(({ kind }) => kind === "answer");
  return last?.notes || null;
}

function daysToInterview(interview: { day: string } | null, today: string): number | null {
  const days = interview === null ? -1 : daysFrom(today, interview.day);
  return days < 0 ? null : days;
}

/** Learning steps come at their minute, reviews with their study day, new and hidden cards with the next one. */
async function nextAt(db: Db, newTomorrow: boolean, now: Date, { clock }: Learner): Promise<Date | null> {
  const { zone, rolloverHour } = clock;
  const first = (states: string[]) =>
    db.memory.findFirst({
      where: { AND: [askable(now), { state: { in: states } }] },
      orderBy: { dueAt: "asc" },
      select: { dueAt: true },
    });
  const learning = await first(["learning", "relearning"]);
  const review = await first(["review"]);
  const hidden = await db.memory.findFirst({
    where: { learnerId: LEARNER, retired: false, suspendedAt: null, buriedUntil: { gt: now, lte: latestBury(now) } },
    orderBy: { buriedUntil: "asc" },
    select: { buriedUntil: true, dueAt: true, calledAt: true },
  });
  const ahead = await readAhead(db, now);
  const moments = [
    ...ahead.map(({ state, dueAt }) => (state === "review" ? startOfStudyDay(dueAt, zone, rolloverHour) : dueAt)),
    learning?.dueAt,
    review && startOfStudyDay(review.dueAt, zone, rolloverHour),
    hidden?.buriedUntil && (hidden.calledAt || hidden.buriedUntil > hidden.dueAt ? hidden.buriedUntil : hidden.dueAt),
    newTomorrow && endOfStudyDay(now, zone, rolloverHour),
  ];
  return moments.filter((moment) => moment instanceof Date).reduce<Date | null>((a, b) => (a && a < b ? a : b), null);
}

async function tallyOfDay(db: Db, now: Date, { clock }: Learner): Promise<{ answers: number; firsts: number }> {
  const day = studyDay(now, clock.zone, clock.rolloverHour);
  const row = await db.dayTally.findUnique({ where: { learnerId_day: { learnerId: LEARNER, day } } });
  return row ?? { answers: 0, firsts: 0 };
}

async function secondsPerCard(db: Db): Promise<number> {
  const recent = await db.review.findMany({
    where: { learnerId: LEARNER, kind: "answer", algorithm: { not: IMPORTED } },
    orderBy: { seq: "desc" },
    take: MINUTES_SAMPLE,
    select: { durationMs: true },
  });
  if (recent.length === 0) return SECONDS_PER_CARD;
  const seconds = recent.map((review) => Math.min(review.durationMs ?? 0, COUNTED_ANSWER_MAX_MS) / 1000);
  return seconds.reduce((sum, s) => sum + s, 0) / seconds.length;
}
