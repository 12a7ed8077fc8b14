import { exercise } from "#lib/content/exercise.ts";
import { simulation } from "#lib/content/schema.ts";
import type { Db, Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { draw, reviewSeed } from "#lib/quiz/draw.ts";
import { gradeAnswer, isAnswered } from "#lib/quiz/grade.ts";
import { type LogEntry, replay } from "#lib/scheduling/replay.ts";
import { ALGORITHM, freshMemory, type Memory, retrievability, schedule } from "#lib/scheduling/schedule.ts";
import { LEARNER } from "./learner.ts";
import { logEntryOf, memoryOf } from "./rows.ts";
import type { AnswerInput } from "./schema.ts";

export type Recorded =
  | { ok: true /** It was recorded before: a double click, a repeated request. */; already: boolean }
  | { ok: false; reason: "unknown-card" | "card-retired" | "stale" | "id-taken" | "recorded-otherwise" };

/**
 * Records one answer: one row in the log, the memory folded one step further, in one transaction. The same id again is
 * the same answer; with another grade, or after it was taken back, it is refused, so that nobody is told what is not so. An answer to a version of the memory that is no longer the current one is refused, nothing written.
 */
export async function recordReview(db: Db, input: AnswerInput, now: Date, zone: string): Promise<Recorded> {
  return db.$transaction(async (tx) => {
    const same = await tx.review.findUnique({
      where: { id: input.id },
      include: { undoneBy: { select: { id: true } } },
    });
    if (same) {
      if (same.kind !== "answer" || same.cardId !== input.cardId) return { ok: false, reason: "id-taken" };
      const stands = same.rating === input.rating && same.undoneBy === null;
      return stands ? { ok: true, already: true } : { ok: false, reason: "recorded-otherwise" };
    }
    const card = await tx.card.findUnique({
      where: { id: input.cardId },
      select: { retiredAt: true, exercise: true, simulation: true },
    });
    if (!card) return { ok: false, reason: "unknown-card" };
    if (card.retiredAt) return { ok: false, reason: "card-retired" };

    const row = await tx.memory.findUnique({
      where: { learnerId_cardId: { learnerId: LEARNER, cardId: input.cardId } },
    });
    if ((row?.version ?? 0) !== input.version) return { ok: false, reason: "stale" };

    const before = row ? memoryOf(row) : freshMemory(now);
    await tx.review.create({
      data: {
        id: input.id,
        learnerId: LEARNER,
        cardId: input.cardId,
        kind: "answer",
        at: now,
        zone,
        rating: input.rating,
        durationMs: input.durationMs,
        notes: input.notes,
        tickedKeyPoints: input.tickedKeyPoints,
        exercise: gradedExercise(card, input) ?? Prisma.DbNull,
        retrievability: retrievability(before, now, zone),
        language: input.language,
        algorithm: ALGORITHM,
      },
    });
    await saveMemory(tx, input.cardId, schedule(before, input.rating, now, zone), input.version + 1);
    return { ok: true, already: false };
  });
}

/** What the card asked beyond words at this version, and which parts of the answer were wrong; null: nothing, or no answer. */
function gradedExercise(card: { exercise: unknown; simulation: unknown }, { cardId, version, answer }: AnswerInput) {
  const asked = exercise.nullable().parse(card.exercise);
  if (asked === null || !isAnswered(answer)) return null;
  const { scenario } = simulation.pick({ scenario: true }).strip().parse(card.simulation);
  const seed = reviewSeed(cardId, version);
  const parts = gradeAnswer(draw(asked, scenario, seed), answer);
  return { seed, answer, wrong: parts.filter(({ ok }) => !ok).map(({ part }) => part), of: parts.length };
}

export type Undone = { ok: true; already: boolean } | { ok: false; reason: "unknown-review" | "not-the-last" };

/**
 * Takes an answer back by a new log entry and folds the card's log again. Only the last answer of a card that still
 * counts can be taken back. Doing it twice is doing it once. `undoId` is the id of the new entry.
 */
export async function undoReview(db: Db, answerId: string, undoId: string, now: Date, zone: string): Promise<Undone> {
  return db.$transaction(async (tx) => {
    const answer = await tx.review.findUnique({ where: { id: answerId }, include: { undoneBy: true } });
    if (answer?.kind !== "answer") return { ok: false, reason: "unknown-review" };
    if (answer.undoneBy) return { ok: true, already: true };
    const { cardId } = answer;
    const later = await tx.review.findFirst({
      where: { learnerId: LEARNER, cardId, kind: "answer", undoneBy: null, seq: { gt: answer.seq } },
    });
    if (later) return { ok: false, reason: "not-the-last" };

    await tx.review.create({
      data: {
        id: undoId,
        learnerId: LEARNER,
        cardId,
        kind: "undo",
        at: now,
        zone,
        undoesId: answerId,
        algorithm: ALGORITHM,
      },
    });
    const { memory, version } = replay(await logOf(tx, cardId), now);
    await saveMemory(tx, cardId, memory, version);
    return { ok: true, already: false };
  });
}

async function logOf(tx: Tx, cardId: string): Promise<LogEntry[]> {
  const rows = await tx.review.findMany({ where: { learnerId: LEARNER, cardId }, orderBy: { seq: "asc" } });
  return rows.map(logEntryOf);
}

async function saveMemory(tx: Tx, cardId: string, memory: Memory, version: number): Promise<void> {
  const key = { learnerId: LEARNER, cardId };
  const values = { ...memory, version };
  await tx.memory.upsert({ where: { learnerId_cardId: key }, create: { ...key, ...values }, update: values });
}
