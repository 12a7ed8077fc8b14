import type { Tx } from "#lib/db/client.ts";
import type { Review } from "#lib/generated/prisma/client.ts";
import type { LogEntry } from "#lib/scheduling/replay.ts";
import { ALGORITHM } from "#lib/scheduling/schedule.ts";
import { LEARNER, type Learner, readSchedulers } from "./learner.ts";
import { logEntryOf } from "./rows.ts";

/** What every entry says besides what happened: whose it is, how days are counted, and what makes the intervals. */
export function stampOf({ clock, schedulerId }: Pick<Learner, "clock" | "schedulerId">) {
  return { learnerId: LEARNER, ...clock, schedulerId, algorithm: ALGORITHM };
}

/** A card's part of the log, in its order. */
export async function logOf(tx: Tx, cardId: string): Promise<LogEntry[]> {
  const schedulers = await readSchedulers(tx);
  const rows = await tx.review.findMany({ where: { learnerId: LEARNER, cardId }, orderBy: { seq: "asc" } });
  return rows.map((row) => logEntryOf(row, schedulers));
}

/** So many cards' logs are in memory at once. */
const CARDS_AT_ONCE = 100;

/**
 * The logs of these cards, card by card and in their order; an empty one for a card without. What no record depends on
 * is left out, and only so many logs are in memory at once.
 */
export async function* cardLogs(
  tx: Tx,
  cardIds: readonly string[],
): AsyncGenerator<{ readonly cardId: string; readonly log: readonly LogEntry[] }> {
  const schedulers = await readSchedulers(tx);
  for (let from = 0; from < cardIds.length; from += CARDS_AT_ONCE) {
    const some = cardIds.slice(from, from + CARDS_AT_ONCE);
    const rows = await tx.review.findMany({
      where: { learnerId: LEARNER, cardId: { in: some } },
      // In the order of an index; by `seq` alone SQLite would rather go through the whole log.
      orderBy: [{ cardId: "asc" }, { seq: "asc" }],
      omit: { notes: true, tickedKeyPoints: true, exercise: true, language: true },
    });
    const logs = new Map<string, LogEntry[]>(some.map((cardId) => [cardId, []]));
    for (const row of rows) logs.get(row.cardId)?.push(logEntryOf(row, schedulers));
    for (const [cardId, log] of logs) yield { cardId, log };
  }
}

/** What became of an entry: undone, redone, undone again … `last` is the entry of the chain that nothing takes back. */
export async function fateOf(tx: Tx, entry: Review): Promise<{ stands: boolean; last: Review }> {
  let stands = true;
  let last = entry;
  for (;;) {
    const next = await tx.review.findUnique({ where: { undoesId: last.id } });
    if (next === null) return { stands, last };
    stands = !stands;
    last = next;
  }
}

/** What an undo or redo is about in the end: the action at the root of the chain. */
export async function rootOf(tx: Tx, entry: Review): Promise<Review> {
  let root = entry;
  while (root.undoesId !== null) root = await tx.review.findUniqueOrThrow({ where: { id: root.undoesId } });
  return root;
}
