import type { Db, Tx } from "#lib/db/client.ts";
import type { Review } from "#lib/generated/prisma/client.ts";
import { type LogEntry, marksOf, replay } from "#lib/scheduling/replay.ts";
import { ALGORITHM } from "#lib/scheduling/schedule.ts";
import { LEARNER, readLearner } from "./learner.ts";
import { fateOf, logOf, rootOf } from "./log.ts";
import { saveRecord } from "./mutations.ts";
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
    const root = await rootOf(tx, entry);
    if (await wasFollowed(tx, root)) return { ok: false, reason: "not-the-last" };

    const { cardId } = root;
    const before = await logOf(tx, cardId);
    const { clock, schedulerId } = await readLearner(tx, zone);
    const kind = (await fateOf(tx, root)).stands ? "undo" : "redo";
    const common = { learnerId: LEARNER, cardId, ...clock, schedulerId, algorithm: ALGORITHM };
    await tx.review.create({ data: { ...common, id: newId, kind, at: now, undoesId: entryId } });
    const after = await logOf(tx, cardId);
    const { record, version } = replay(after);
    await saveRecord(tx, cardId, record, version);
    await tallyAnew(tx, before, after);
    return { ok: true, already: false, entryId: newId };
  });
}

/** Something was done to the card since, and still stands. */
async function wasFollowed(tx: Tx, { cardId, seq }: Review): Promise<boolean> {
  const where = { learnerId: LEARNER, cardId, undoesId: null, seq: { gt: seq } };
  for (const later of await tx.review.findMany({ where })) {
    if ((await fateOf(tx, later)).stands) return true;
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
