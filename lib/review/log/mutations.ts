import { exercise } from "#lib/content/exercise.ts";
import { simulation } from "#lib/content/schema.ts";
import { type Db, type Statement, type Tx, writeTogether } from "#lib/db/client.ts";
import type { Memory as MemoryRow } from "#lib/generated/prisma/client.ts";
import { LEARNER, type Learner, readSchedulers } from "#lib/learner/learner.ts";
import { draw, reviewSeed } from "#lib/quiz/draw.ts";
import { gradeAnswer, isAnswered } from "#lib/quiz/grade.ts";
import { isLeechMoment } from "#lib/scheduling/leech.ts";
import { markOf } from "#lib/scheduling/mark.ts";
import type { Rating } from "#lib/scheduling/rating.ts";
import { type CardRecord, folded, type LogEntry } from "#lib/scheduling/replay.ts";
import { intervalsMs, retrievability } from "#lib/scheduling/schedule.ts";
import type { ActionInput, AnswerInput } from "../schema.ts";
import { appending, type NewEntry } from "./appending.ts";
import { type Held, readHeld } from "./held.ts";
import { fateOf } from "./log.ts";
import { runStatement, updating } from "./statements.ts";
import { tallying } from "./tallies.ts";

export type Refusal = "unknown-card" | "card-retired" | "stale" | "id-taken" | "recorded-otherwise";
export type Refused = { ok: false; reason: Refusal };
/** Nothing was recorded: the answer would not do what its button said. */
export type Changed = { ok: false; reason: "interval-changed"; intervals: Readonly<Record<Rating, number>> };
export type Recorded =
  | {
      ok: true;
      /** It was recorded before: a double click, a repeated request. */
      already: boolean;
      /** The card was forgotten so often that more of the same will not help: how often. */
      leech: number | null;
    }
  | Refused;

/**
 * Records one answer: one row in the log, the memory folded one step further, in one transaction. The same id again is
 * the same answer; with another grade, or after it was taken back, it is refused, so that nobody is told what is not so.
 * An answer to a version of the memory that is no longer the current one is refused, nothing written; so is one whose
 * button promised another interval than it would have by now: a night, a zone, an hour may lie between.
 */
export async function recordReview(db: Db, input: AnswerInput, now: Date, zone: string): Promise<Recorded | Changed> {
  const read = await readHeld(db, input, zone);
  const refused = await whyNot(db, read, input, ({ kind, rating }) => kind === input.kind && rating === input.rating);
  if (read === null || refused !== null) return refused ?? UNKNOWN;
  const held = { ...read, learner: await asShown(db, read.learner, input) };
  const { learner, record: before } = held;
  const changed = notAsShown(held, input, now);
  if (changed !== null) return changed;
  const { rating, durationMs, notes, tickedKeyPoints, language } = input;
  const exercise = await gradedExercise(db, input);
  const foretold = retrievability(before.memory, now, { clock: learner.clock, settings: learner.scheduler });
  const after = await append(
    db,
    held,
    { id: input.id, kind: input.kind, at: now, rating, durationMs, retrievability: foretold },
    { notes, language, tickedKeyPoints, exercise },
  );
  // Somebody was faster: looking again tells with what.
  if (after === null) return recordReview(db, input, now, zone);
  const isLapse = after.memory.lapses > before.memory.lapses;
  return { ok: true, already: false, leech: isLapse ? leechOf(after, learner) : null };
}

/** That an answer would now make the card wait otherwise than its button said; null: all is as it was shown. */
function notAsShown({ learner, record, cardId }: Held, input: AnswerInput, now: Date): Changed | null {
  if (input.kind === "cram" || input.intervalMs === undefined) return null;
  const intervals = intervalsMs(record.memory, now, { clock: learner.clock, settings: learner.scheduler, cardId });
  return intervals[input.rating] === input.intervalMs ? null : { ok: false, reason: "interval-changed", intervals };
}

/** The settings that the intervals on the buttons were made with, whatever was chosen since they were shown. */
async function asShown(db: Db, learner: Learner, { schedulerId }: AnswerInput): Promise<Learner> {
  if (!schedulerId || schedulerId === learner.schedulerId) return learner;
  const scheduler = (await readSchedulers(db)).get(schedulerId);
  return scheduler === undefined ? learner : { ...learner, scheduler, schedulerId };
}

/** How often the card was forgotten, if that is to be told now. */
function leechOf({ memory }: CardRecord, { settings }: Learner): number | null {
  return isLeechMoment(memory.lapses, settings.leechLapses) ? memory.lapses : null;
}

/** Records what else a learner does to a card: `suspend`, `resume`, `bury`, `reset`. As `recordReview`, but for grades. */
export async function recordAction(db: Db, input: ActionInput, now: Date, zone: string): Promise<Recorded> {
  const held = await readHeld(db, input, zone);
  const refused = await whyNot(db, held, input, ({ kind }) => kind === input.kind);
  if (held === null || refused !== null) return refused ?? UNKNOWN;
  const nothing = { rating: null, durationMs: null, retrievability: null };
  const after = await append(db, held, { id: input.id, kind: input.kind, at: now, ...nothing });
  return after === null ? recordAction(db, input, now, zone) : { ok: true, already: false, leech: null };
}

const UNKNOWN: Refused = { ok: false, reason: "unknown-card" };

interface Input {
  readonly id: string;
  readonly cardId: string;
  readonly version: number;
}

/** Why an input is not recorded; or that it was recorded before; null: it is to be recorded. */
async function whyNot(
  db: Db,
  held: Held | null,
  input: Input,
  isSame: (before: { kind: string; rating: number | null }) => boolean,
): Promise<Recorded | null> {
  if (held === null || held.isIdKnown) {
    const same = await db.review.findUnique({ where: { id: input.id } });
    if (same === null) return UNKNOWN;
    const isAction = same.undoesId === null;
    if (!isAction || same.cardId !== input.cardId) return { ok: false, reason: "id-taken" };
    const stands = isSame(same) && (await fateOf(db, same)).stands;
    if (!stands) return { ok: false, reason: "recorded-otherwise" };
    // Told again: the first reply may have been lost.
    return { ok: true, already: true, leech: held && same.rating === 1 ? leechOf(held.record, held.learner) : null };
  }
  if (held.isRetired) return { ok: false, reason: "card-retired" };
  return held.version === input.version ? null : { ok: false, reason: "stale" };
}

type Happened = Pick<LogEntry, "id" | "kind" | "at" | "rating" | "durationMs" | "retrievability">;
/** What no memory depends on. */
type Told = Pick<NewEntry, "notes" | "language" | "tickedKeyPoints" | "exercise">;

/**
 * One more entry of a card's log, its record folded one step further, the tallies with it: all of it in one transaction,
 * or null and none of it, if the card's version has moved on since it was read.
 */
async function append(
  db: Db,
  { learner, cardId, version, record }: Held,
  happened: Happened,
  told: Told = {},
): Promise<CardRecord | null> {
  const { clock, scheduler } = learner;
  if (learner.schedulerId === null) throw new Error("an answer came before the first deck was dealt");
  const whole: LogEntry = { ...happened, cardId, clock, settings: scheduler, undoesId: null };
  const after = folded(record, whole);
  const mark = markOf(record.memory, whole);
  const unmoved = {
    sql: '? = (SELECT "version" FROM "Memory" WHERE "learnerId" = ? AND "cardId" = ?)',
    values: [version, LEARNER, cardId],
  };
  const [written] = await writeTogether(db, [
    appending({ ...happened, ...told, cardId }, learner, unmoved),
    ...(mark ? tallying(mark, 1, unmoved) : []),
    // Last, since it moves what the others go by.
    savingRecord(cardId, after, version + 1, unmoved),
  ]);
  return written === 0 ? null : after;
}

export async function saveRecord(tx: Tx, cardId: string, record: CardRecord, version: number): Promise<void> {
  await runStatement(tx, savingRecord(cardId, record, version));
}

/** The write of `saveRecord`, for who writes it together with others; `guard` as in statements.ts. */
export function savingRecord(cardId: string, record: CardRecord, version: number, guard?: Statement): Statement {
  const { memory, suspendedAt, buriedUntil, calledAt } = record;
  const values = { ...memory, suspendedAt, buriedUntil, calledAt, version } satisfies Partial<MemoryRow>;
  return updating("Memory", { learnerId: LEARNER, cardId }, values, guard);
}

/** What the card asked beyond words at this version, and which parts of the answer were wrong; null: nothing, or no answer. */
async function gradedExercise(db: Db, { cardId, version, answer }: AnswerInput) {
  if (!isAnswered(answer)) return null;
  const card = await db.card.findUniqueOrThrow({
    where: { id: cardId },
    select: { exercise: true, simulation: true },
  });
  const asked = exercise.nullable().parse(card.exercise);
  if (asked === null) return null;
  const { scenario } = simulation.pick({ scenario: true }).strip().parse(card.simulation);
  const seed = reviewSeed(cardId, version);
  const parts = gradeAnswer(draw(asked, scenario, seed), answer);
  return { seed, answer, wrong: parts.filter(({ ok }) => !ok).map(({ part }) => part), of: parts.length };
}
