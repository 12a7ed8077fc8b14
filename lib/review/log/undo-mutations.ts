import type { Db, Tx } from "#lib/db/client.ts";
import type { Review } from "#lib/generated/prisma/client.ts";
import { LEARNER, readLearner } from "#lib/learner/learner.ts";
import { type LogEntry, marksOf, replay } from "#lib/scheduling/replay.ts";
import { appending } from "./appending.ts";
import { idNamed } from "./ids.ts";
import { fateOf, logOf, rootOf } from "./log.ts";
import { saveRecord } from "./mutations.ts";
import { runStatement } from "./statements.ts";
import { tally } from "./tallies.ts";

export type TakenBack =
  | { ok: true; already: boolean; entryId: string }
  | { ok: false; reason: "unknown-review" | "not-the-last" };

/**
 * Takes an entry back by a new one, and folds the card's log again: an undo of what was done, a redo of what was undone.
 * Only the last thing done to a card can be undone, or redone. Doing it twice is doing it once. `newId` is the id of
 * the new entry.
 */
export async function takeBack(db: Db, entryId: string, newId: string, now: Date, zone: string): Promise<TakenBack> {
  return db.$transaction(async (tx) => {
    const entry = await tx.review.findUnique({ where: { id: entryId }, include: { undoneBy: true } });
    if (entry === null) return { ok: false, reason: "unknown-review" };
    if (entry.undoneBy) {
      const { stands } = await fateOf(tx, entry);
      return stands ? { ok: false, reason: "not-the-last" } : { ok: true, already: true, entryId: entry.undoneBy.id };
    }
    if (await wasFollowed(tx, await rootOf(tx, entry))) return { ok: false, reason: "not-the-last" };
    await appendTaker(tx, entry, newId, now, zone);
    return { ok: true, already: false, entryId: newId };
  });
}

/**
 * Takes these entries back, which all stand, the latest first, in the caller's transaction; ids of none are left out.
 * False, and nothing written: something else was done to one of their cards since.
 */
export async function takeAllBack(tx: Tx, ids: readonly string[], now: Date, zone: string): Promise<boolean> {
  const entries = await tx.review.findMany({ where: { id: { in: [...ids] } }, orderBy: { seq: "desc" } });
  for (const entry of entries) if (await wasFollowed(tx, entry, ids)) return false;
  for (const entry of entries) {
    const { last } = await fateOf(tx, entry);
    await appendTaker(tx, last, idNamed(`after ${last.id}`), now, zone);
  }
  return true;
}

/** Writes the entry that takes `entry` back, and folds the card's log again. */
async function appendTaker(tx: Tx, entry: Review, id: string, now: Date, zone: string): Promise<void> {
  const { cardId } = entry;
  const before = await logOf(tx, cardId);
  const learner = await readLearner(tx, zone);
  const kind = (await fateOf(tx, await rootOf(tx, entry))).stands ? "undo" : "redo";
  await runStatement(tx, appending({ id, cardId, kind, at: now, undoesId: entry.id }, learner));
  const after = await logOf(tx, cardId);
  const { record, version } = replay(after);
  await saveRecord(tx, cardId, record, version);
  await tallyAnew(tx, before, after);
}

/** Something was done to the card since, and still stands; `except` does not count. */
async function wasFollowed(tx: Tx, { cardId, seq }: Review, except: readonly string[] = []): Promise<boolean> {
  const where = { learnerId: LEARNER, cardId, undoesId: null, seq: { gt: seq } };
  for (const later of await tx.review.findMany({ where })) {
    if (!except.includes(later.id) && (await fateOf(tx, later)).stands) return true;
  }
  return false;
}

/** Brings the tallies from what one log adds up to, to what the other does. */
async function tallyAnew(tx: Tx, before: readonly LogEntry[], after: readonly LogEntry[]): Promise<void> {
  const [old, now] = [marksOf(before), marksOf(after)];
  let same = 0;
  while (same < old.length && same < now.length && JSON.stringify(old[same]) === JSON.stringify(now[same])) same++;
  for (const mark of old.slice(same)) await tally(tx, mark, -1);
  for (const mark of now.slice(same)) await tally(tx, mark, 1);
}
