import type { Db, Tx } from "#lib/db/client.ts";
import type { Memory as MemoryRow } from "#lib/generated/prisma/client.ts";
import { markOf } from "#lib/scheduling/mark.ts";
import { type CardRecord, folded, type LogEntry } from "#lib/scheduling/replay.ts";
import { retrievability } from "#lib/scheduling/schedule.ts";
import type { LogLine } from "./csv.ts";
import { idNamed } from "./ids.ts";
import { IMPORTED, LEARNER, type Learner, readLearner } from "./learner.ts";
import { saveRecord } from "./mutations.ts";
import { recordOf } from "./rows.ts";
import { Sums } from "./sums.ts";
import { addTallies } from "./tallies.ts";

/** The server hears other requests between two lots; those that write wait for the end. */
const ROWS_AT_ONCE = 200;
const CARDS_AT_ONCE = 10;
const TRANSACTION = { maxWait: 10_000, timeout: 600_000 };

export interface Imported {
  /** What was taken over. */
  readonly cards: number;
  readonly reviews: number;
  /** Cards of the table that there are not here, and cards that have a log of their own already; both were left out. */
  readonly unknown: number;
  readonly begun: number;
}

/**
 * Takes answers over that were given elsewhere, card by card, as if they had been given here at their times; all in one
 * transaction. A card takes part only if nothing was ever done to it here, so that the same table twice adds nothing.
 * A card that is new in the middle of its lines was reset there, and is reset here.
 */
export async function importLog(db: Db, lines: readonly LogLine[], zone: string): Promise<Imported> {
  return db.$transaction(async (tx) => {
    const learner = await readLearner(tx, zone);
    if (learner.schedulerId === null) throw new Error("a log was imported before the first deck was dealt");
    const byCard = byCardId(lines);
    const held = await heldRows(tx, [...byCard.keys()]);
    const taken = held.filter(({ version }) => version === 0);
    const sums = new Sums();
    const log: LogEntry[] = [];
    for (const [i, row] of taken.entries()) {
      if (i % CARDS_AT_ONCE === 0) await turn();
      const { entries, record } = lived(row, byCard.get(row.cardId) ?? [], learner, sums);
      for (const entry of entries) log.push(entry);
      await saveRecord(tx, row.cardId, record, entries.length);
    }
    await writeLog(tx, log, learner);
    await addTallies(tx, sums.rows());
    return {
      cards: taken.length,
      reviews: log.filter(({ kind }) => kind === "answer").length,
      unknown: byCard.size - held.length,
      begun: held.length - taken.length,
    };
  }, TRANSACTION);
}

function byCardId(lines: readonly LogLine[]): ReadonlyMap<string, LogLine[]> {
  const byCard = new Map<string, LogLine[]>();
  for (const line of lines) {
    const own = byCard.get(line.cardId);
    if (own) own.push(line);
    else byCard.set(line.cardId, [line]);
  }
  return byCard;
}

async function heldRows(tx: Tx, cardIds: readonly string[]): Promise<MemoryRow[]> {
  const rows: MemoryRow[] = [];
  for (let from = 0; from < cardIds.length; from += ROWS_AT_ONCE) {
    const some = cardIds.slice(from, from + ROWS_AT_ONCE);
    rows.push(...(await tx.memory.findMany({ where: { learnerId: LEARNER, cardId: { in: some } } })));
  }
  return rows;
}

/** The entries that a card's lines stand for, and what they make of the card; their marks go into `sums`. */
function lived(
  row: MemoryRow,
  lines: readonly LogLine[],
  { clock, scheduler }: Learner,
  sums: Sums,
): { entries: LogEntry[]; record: CardRecord } {
  const { cardId } = row;
  const common = { cardId, clock, settings: scheduler, undoesId: null };
  const entries: LogEntry[] = [];
  let record = recordOf(row);
  const live = (entry: LogEntry) => {
    const mark = markOf(record.memory, entry);
    if (mark) sums.add(mark);
    entries.push(entry);
    record = folded(record, entry);
  };
  for (const { at: time, rating, state, durationMs } of lines.toSorted((a, b) => a.at - b.at)) {
    const at = new Date(time);
    if (state === "new" && record.memory.state !== "new") {
      const nothing = { rating: null, durationMs: null, retrievability: null };
      live({ ...common, ...nothing, id: idOf(cardId, time, "reset"), kind: "reset", at });
    }
    const foretold = retrievability(record.memory, at, { clock, settings: scheduler });
    const id = idOf(cardId, time, "answer");
    live({ ...common, id, kind: "answer", at, rating, durationMs, retrievability: foretold });
  }
  return { entries, record };
}

/** The same answer has the same id wherever and whenever it is imported. */
function idOf(cardId: string, at: number, kind: "answer" | "reset"): string {
  return idNamed(`${kind} ${cardId} ${at}`);
}

/** Over all cards in the order of time, as it would have been written. */
async function writeLog(tx: Tx, log: readonly LogEntry[], { clock, schedulerId }: Learner): Promise<void> {
  const sorted = log.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (let from = 0; from < sorted.length; from += ROWS_AT_ONCE) {
    await turn();
    await tx.review.createMany({
      data: sorted
        .slice(from, from + ROWS_AT_ONCE)
        .map(({ id, cardId, kind, at, rating, durationMs, retrievability }) => ({
          ...{ id, cardId, kind, at, rating, durationMs, retrievability },
          ...{ learnerId: LEARNER, ...clock, schedulerId, algorithm: IMPORTED },
        })),
    });
  }
}

/** The driver works on the server's only thread: without this nobody else would be heard. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
