import type { Tx } from "#lib/db/client.ts";
import type { Review } from "#lib/generated/prisma/client.ts";
import type { LogEntry } from "#lib/scheduling/replay.ts";
import { LEARNER, readSchedulers } from "./learner.ts";
import { logEntryOf } from "./rows.ts";

/** A card's part of the log, in its order. */
export async function logOf(tx: Tx, cardId: string): Promise<LogEntry[]> {
  const schedulers = await readSchedulers(tx);
  const rows = await tx.review.findMany({ where: { learnerId: LEARNER, cardId }, orderBy: { seq: "asc" } });
  return rows.map((row) => logEntryOf(row, schedulers));
}

/** So many cards' logs are in memory at once. */
const CARDS_AT_ONCE = 100;

/** Every card's part of the log, card by card; what a card's record does not depend on is left out. */
export async function* cardLogs(tx: Tx): AsyncGenerator<LogEntry[]> {
  const schedulers = await readSchedulers(tx);
  const held = await tx.memory.findMany({
    where: { learnerId: LEARNER, version: { gt: 0 } },
    orderBy: { cardId: "asc" },
    select: { cardId: true },
  });
  const cardIds = held.map(({ cardId }) => cardId);
  for (let from = 0; from < cardIds.length; from += CARDS_AT_ONCE) {
    const rows = await tx.review.findMany({
      where: { learnerId: LEARNER, cardId: { in: cardIds.slice(from, from + CARDS_AT_ONCE) } },
      orderBy: { seq: "asc" },
      omit: { notes: true, tickedKeyPoints: true, exercise: true, language: true },
    });
    const logs = new Map<string, LogEntry[]>();
    for (const row of rows) {
      const log = logs.get(row.cardId) ?? [];
      logs.set(row.cardId, log);
      log.push(logEntryOf(row, schedulers));
    }
    yield* logs.values();
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
