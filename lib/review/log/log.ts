import { z } from "zod";
import { type Db, readRaw, type Tx } from "#lib/db/client.ts";
import type { Review } from "#lib/generated/prisma/client.ts";
import { LEARNER, readSchedulers } from "#lib/learner/learner.ts";
import type { LogEntry } from "#lib/scheduling/replay.ts";
import type { SchedulerSettings } from "#lib/scheduling/settings.ts";
import { logEntryOf } from "./rows.ts";
import { turn } from "./slices.ts";

/** A card's part of the log, in its order. */
export async function logOf(tx: Tx, cardId: string): Promise<LogEntry[]> {
  const schedulers = await readSchedulers(tx);
  const rows = await tx.review.findMany({ where: { learnerId: LEARNER, cardId }, orderBy: { seq: "asc" } });
  return rows.map((row) => logEntryOf(row, schedulers));
}

/** So many entries are read at once. */
const ENTRIES_AT_ONCE = 1_000;

export interface CardLog {
  readonly cardId: string;
  readonly log: readonly LogEntry[];
}

/**
 * The logs of these cards in lots, each log whole and in its order; an empty one for a card without. `versions` says about
 * how long they are. What no record depends on is left out, and only a lot is in memory at once.
 */
export async function* cardLogs(db: Db, versions: ReadonlyMap<string, number>): AsyncGenerator<readonly CardLog[]> {
  const schedulers = await readSchedulers(db);
  let lot: string[] = [];
  let entries = 0;
  for (const [cardId, version] of versions) {
    lot.push(cardId);
    entries += version;
    if (entries < ENTRIES_AT_ONCE && lot.length < CARDS_AT_ONCE) continue;
    yield await logsOf(db, lot, schedulers);
    lot = [];
    entries = 0;
  }
  if (lot.length > 0) yield await logsOf(db, lot, schedulers);
}

const CARDS_AT_ONCE = 100;

async function logsOf(
  db: Db,
  cardIds: readonly string[],
  schedulers: ReadonlyMap<string, SchedulerSettings>,
): Promise<readonly CardLog[]> {
  const logs = new Map<string, LogEntry[]>(cardIds.map((cardId) => [cardId, []]));
  for (let last: readonly [string, number] = ["", 0]; ; ) {
    const values = [LEARNER, JSON.stringify(cardIds), last[0], last[0], last[1], ENTRIES_AT_ONCE];
    const [row] = await readRaw(db, { sql: LOGS, values });
    const rows = logRows.parse(JSON.parse(String(row?.entries)));
    for (const { seq, ...entry } of rows) logs.get(entry.cardId)?.push(logEntryOf(entry, schedulers));
    const end = rows.at(-1);
    if (end === undefined || rows.length < ENTRIES_AT_ONCE) break;
    last = [end.cardId, end.seq];
    await turn();
  }
  return [...logs].map(([cardId, log]) => ({ cardId, log }));
}

/** One value: the driver takes longer to name the columns of so many rows than SQLite to find them. */
const LOGS = `
  SELECT json_group_array(json_array("seq", "cardId", "id", "kind", "at", "zone", "rolloverHour", "schedulerId", "rating",
    "undoesId", "durationMs", printf('%!.17g', "retrievability"), "retrievability" IS NULL)) AS "entries"
  FROM (
    SELECT * FROM "Review"
    WHERE "learnerId" = ? AND "cardId" IN (SELECT "value" FROM json_each(?))
      AND ("cardId" > ? OR ("cardId" = ? AND "seq" > ?))
    ORDER BY "cardId", "seq" LIMIT ?)`;

const text = z.string();
const number = z.number().nullable();
const logRows = z.array(
  z
    .tuple([
      z.int(),
      text,
      text,
      text,
      text,
      text,
      number,
      text.nullable(),
      number,
      text.nullable(),
      number,
      text,
      z.int(),
    ])
    .transform(
      ([seq, cardId, id, kind, at, zone, rolloverHour, schedulerId, rating, undoesId, durationMs, recall, none]) => ({
        ...{ seq, cardId, id, kind, zone, rolloverHour, schedulerId, rating, undoesId, durationMs },
        at: new Date(at),
        // JSON in SQLite keeps fifteen digits of seventeen.
        retrievability: none ? null : Number(recall),
      }),
    ),
);

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
