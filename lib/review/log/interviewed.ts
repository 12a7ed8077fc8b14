import type { Tx } from "#lib/db/client.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { LEARNER, type Learner, readLearner } from "#lib/learner/learner.ts";
import { folded, type LogEntry } from "#lib/scheduling/replay.ts";
import { retrievability } from "#lib/scheduling/schedule.ts";
import { appending, type NewEntry } from "./appending.ts";
import { idNamed } from "./ids.ts";
import { fateOf } from "./log.ts";
import { saveRecord } from "./mutations.ts";
import { recordOf } from "./rows.ts";
import { runStatement } from "./statements.ts";
import { takeAllBack } from "./undo-mutations.ts";

/** How a card was answered in an interview, as the candidate judged it. */
export interface InterviewAnswer {
  readonly id: string;
  readonly cardId: string;
  readonly failed: boolean;
  readonly durationMs: number;
  readonly text: string;
  readonly ticked: readonly string[];
  readonly language: Language;
}

/**
 * Writes answers of an interview into the log. A failed one counts as missed; no schedule moves. Twice is once, unless it
 * was undone.
 */
export async function recordInterviewAnswers(
  tx: Tx,
  answers: readonly InterviewAnswer[],
  now: Date,
  zone: string,
): Promise<void> {
  const learner = await readLearner(tx, zone);
  for (const { id, cardId, failed, durationMs, text, ticked, language } of answers) {
    const more = { notes: text, tickedKeyPoints: ticked, language };
    const entry = { cardId, kind: "interview", at: now, rating: failed ? 1 : 3, durationMs } as const;
    await append(tx, learner, { ...entry, id: await openId(tx, id) }, more);
  }
}

/**
 * Puts cards into the queue until they are answered, whenever they are due. Twice is once, unless it was undone; a card
 * that is not asked any more, or suspended, stays out. Returns how many were put there.
 */
export async function callIntoQueue(
  tx: Tx,
  calls: readonly { readonly id: string; readonly cardId: string }[],
  now: Date,
  zone: string,
): Promise<number> {
  const learner = await readLearner(tx, zone);
  let called = 0;
  for (const { id, cardId } of calls) {
    const held = await tx.memory.findUnique({ where: keyOf(cardId), select: { retired: true, suspendedAt: true } });
    if (held === null || held.retired || held.suspendedAt !== null) continue;
    const entry = { cardId, kind: "call", at: now, rating: null, durationMs: null } as const;
    if (await append(tx, learner, { ...entry, id: await openId(tx, id) })) called++;
  }
  return called;
}

/**
 * Takes back what still stands of answers and calls with these ids, under whatever id they were written again. False, and
 * nothing written: something else was done to one of the cards since.
 */
export async function takeInterviewBack(tx: Tx, ids: readonly string[], now: Date, zone: string): Promise<boolean> {
  const open: string[] = [];
  for (const id of ids) open.push(await openId(tx, id));
  return takeAllBack(tx, open, now, zone);
}

/** The id itself, or one that follows from it if what has it was undone for good. */
async function openId(tx: Tx, id: string): Promise<string> {
  const entry = await tx.review.findUnique({ where: { id } });
  if (entry === null) return id;
  const { stands, last } = await fateOf(tx, entry);
  return stands ? id : openId(tx, idNamed(`${id} after ${last.id}`));
}

/** Whether it is new: an entry of this id was not there, and the card is. */
async function append(
  tx: Tx,
  learner: Learner,
  entry: Pick<LogEntry, "id" | "cardId" | "kind" | "at" | "rating" | "durationMs">,
  more: Pick<NewEntry, "notes" | "tickedKeyPoints" | "language"> = {},
): Promise<boolean> {
  const { clock, scheduler } = learner;
  const { cardId, at } = entry;
  const row = await tx.memory.findUnique({ where: keyOf(cardId) });
  const before = await tx.review.findUnique({ where: { id: entry.id }, select: { seq: true } });
  if (row === null || before !== null) return false;
  const record = recordOf(row);
  const foretold = entry.rating === null ? null : retrievability(record.memory, at, { clock, settings: scheduler });
  const whole: LogEntry = { ...entry, clock, settings: scheduler, undoesId: null, retrievability: foretold };
  await runStatement(tx, appending({ ...entry, retrievability: foretold, ...more }, learner));
  await saveRecord(tx, cardId, folded(record, whole), row.version + 1);
  return true;
}

function keyOf(cardId: string) {
  return { learnerId_cardId: { learnerId: LEARNER, cardId } };
}
