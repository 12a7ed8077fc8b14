import { type Db, type Statement, writeTogether } from "#lib/db/client.ts";
import type { Memory as MemoryRow } from "#lib/generated/prisma/client.ts";
import { LEARNER, type Learner, readLearner } from "#lib/learner/learner.ts";
import { type Mark, markOf } from "#lib/scheduling/mark.ts";
import { FIRST_PLACE, type Place, placeAfter } from "#lib/scheduling/place.ts";
import { type CardRecord, folded, type LogEntry } from "#lib/scheduling/replay.ts";
import { retrievability } from "#lib/scheduling/schedule.ts";
import type { SchedulerSettings } from "#lib/scheduling/settings.ts";
import { appendingImported, type NewEntry } from "./appending.ts";
import type { LogLine } from "./csv.ts";
import { idNamed } from "./ids.ts";
import { savingRecord } from "./mutations.ts";
import { recordOf } from "./rows.ts";
import { inTurns, lotsOf, type Sliced, turn } from "./slices.ts";
import { runStatement } from "./statements.ts";
import { Sums } from "./sums.ts";
import { addingTallies } from "./tallies.ts";

/** A lot, one short write, holds at least so many entries of the log, and whole cards. */
const LOT_ENTRIES = 200;
/** So many rows are one statement. */
const ROWS_AT_ONCE = 100;
/** A card with more entries is written statement by statement, and others are heard in between. */
const ENTRIES_TOGETHER_MAX = 2_000;
/** So many lines are lived, or sorted by card, before others are heard. */
const LINES_AT_ONCE = 200;
const LINES_SORTED_AT_ONCE = 20_000;
const CARDS_READ_AT_ONCE = 200;
const TRANSACTION = { maxWait: 60_000, timeout: 600_000 };

export interface Imported {
  /** What was taken over. */
  readonly cards: number;
  readonly reviews: number;
  /** Cards of the table that there are not here, and cards that have a log of their own already; both were left out. */
  readonly unknown: number;
  readonly begun: number;
}

export const NOTHING_IMPORTED: Imported = { cards: 0, reviews: 0, unknown: 0, begun: 0 };

interface Options {
  /** Ends it between two lots: throws, and what was taken over stays. */
  readonly signal?: AbortSignal;
  /** Hears the share that is done, 0 … 1, and what was taken over so far. */
  readonly onProgress?: (share: number, imported: Imported) => void;
}

/**
 * Takes answers over that were given elsewhere, as if they had been given here at their times. It comes in lots of whole
 * cards, each one short write, and others have their turn between them. A card takes part only if nothing was ever done
 * to it here: the same table twice adds nothing, and goes on where it was broken off. A card that is new in the middle of
 * its lines was reset there, and is reset here. In the log the lines follow each other as in the table.
 */
export async function importLog(
  db: Db,
  lines: readonly LogLine[],
  zone: string,
  { signal, onProgress }: Options = {},
): Promise<Imported> {
  const learner = await readLearner(db, zone);
  if (learner.schedulerId === null) throw new Error("a log was imported before the first deck was dealt");
  const byCard = await inTurns(placesByCard(lines));
  const firstSeq = await reserve(db, 2 * lines.length);
  let imported = NOTHING_IMPORTED;
  let done = 0;
  let lot: LivedCard[] = [];
  const flush = async () => {
    const written = await writeLot(db, lot, learner);
    for (const { entries } of written) {
      const reviews = entries.filter(({ kind }) => kind === "answer").length;
      imported = { ...imported, cards: imported.cards + 1, reviews: imported.reviews + reviews };
    }
    imported = { ...imported, begun: imported.begun + lot.length - written.length };
    lot = [];
    onProgress?.(done / lines.length, imported);
    await turn();
    signal?.throwIfAborted();
  };
  for (const cards of lotsOf([...byCard], CARDS_READ_AT_ONCE)) {
    const held = await heldRows(
      db,
      cards.map(([cardId]) => cardId),
    );
    for (const [cardId, places] of cards) {
      const row = held.get(cardId);
      done += places.length;
      if (row === undefined) imported = { ...imported, unknown: imported.unknown + 1 };
      else if (row.version > 0) imported = { ...imported, begun: imported.begun + 1 };
      else {
        lot.push(await inTurns(lived(row, { lines, places, firstSeq }, learner)));
        if (lot.reduce((sum, { entries }) => sum + entries.length, 0) >= LOT_ENTRIES) await flush();
      }
    }
  }
  await flush();
  return imported;
}

/** Which lines of the table are a card's. */
function* placesByCard(lines: readonly LogLine[]): Sliced<ReadonlyMap<string, readonly number[]>> {
  const byCard = new Map<string, number[]>();
  for (const [place, { cardId }] of lines.entries()) {
    if (place % LINES_SORTED_AT_ONCE === LINES_SORTED_AT_ONCE - 1) yield;
    const own = byCard.get(cardId);
    if (own) own.push(place);
    else byCard.set(cardId, [place]);
  }
  return byCard;
}

/**
 * Sets so many numbers of the log aside, and returns the first: the lines can then be written card by card and still
 * stand in the order of the table. What is answered meanwhile comes after them.
 */
async function reserve(db: Db, count: number): Promise<number> {
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ last: bigint | number }[]>`
      SELECT max(coalesce((SELECT max("seq") FROM "Review"), 0),
        coalesce((SELECT "seq" FROM sqlite_sequence WHERE "name" = 'Review'), 0)) AS "last"`;
    const last = Number(row?.last ?? 0);
    await tx.$executeRaw`DELETE FROM sqlite_sequence WHERE "name" = 'Review'`;
    await tx.$executeRaw`INSERT INTO sqlite_sequence ("name", "seq") VALUES ('Review', ${last + count})`;
    return last + 1;
  }, TRANSACTION);
}

async function heldRows(db: Db, cardIds: readonly string[]): Promise<ReadonlyMap<string, MemoryRow>> {
  const rows = await db.memory.findMany({ where: { learnerId: LEARNER, cardId: { in: [...cardIds] } } });
  return new Map(rows.map((row) => [row.cardId, row]));
}

type Placed = LogEntry & { readonly seq: number };

/** A card as its lines have made it. */
interface LivedCard {
  readonly cardId: string;
  readonly entries: readonly Placed[];
  readonly marks: readonly Mark[];
  readonly record: CardRecord;
}

interface Table {
  readonly lines: readonly LogLine[];
  /** Which of them are the card's. */
  readonly places: readonly number[];
  /** The number in the log that belongs to the first line; each has two, one for a reset before it. */
  readonly firstSeq: number;
}

/** The entries that a card's lines stand for, and what they make of the card. */
function* lived(row: MemoryRow, { lines, places, firstSeq }: Table, { clock, scheduler }: Learner): Sliced<LivedCard> {
  const { cardId } = row;
  const common = { cardId, clock, settings: scheduler, undoesId: null };
  const reset = { kind: "reset", rating: null, durationMs: null, retrievability: null } as const;
  const entries: Placed[] = [];
  const marks: Mark[] = [];
  const idOf = namer(cardId);
  let record = recordOf(row);
  const live = (entry: Placed) => {
    const mark = markOf(record.memory, entry);
    if (mark) marks.push(mark);
    entries.push(entry);
    record = folded(record, entry);
  };
  const own = places.flatMap((place) => lines[place] ?? []);
  for (const [i, { at: time, rating, state, durationMs }] of inOrder(own, scheduler).entries()) {
    if (i % LINES_AT_ONCE === LINES_AT_ONCE - 1) yield;
    const at = new Date(time);
    const seq = firstSeq + 2 * (places[i] ?? 0);
    if (rating === null || (state === "new" && record.memory.state !== "new")) {
      live({ ...common, ...reset, id: idOf(time, "reset"), at, seq });
    }
    if (rating === null) continue;
    const foretold = retrievability(record.memory, at, { clock, settings: scheduler });
    const id = idOf(time, "answer");
    live({ ...common, id, kind: "answer", at, rating, durationMs, retrievability: foretold, seq: seq + 1 });
  }
  return { cardId, entries, marks, record };
}

/**
 * A card's lines in the order in which they were lived. That is the order of the table, whatever the times say, where
 * each line finds the state that it names: a clock was set back then. Else it is the order of time, or whichever of the
 * two fits more lines.
 */
function inOrder(lines: readonly LogLine[], scheduler: SchedulerSettings): readonly LogLine[] {
  const inTime = lines.toSorted((a, b) => a.at - b.at);
  if (inTime.every((line, i) => line === lines[i])) return lines;
  const told = lines.filter(({ state }) => state !== null).length;
  const asWritten = fitting(lines, scheduler);
  const isMeant = told > 0 && (asWritten === told || asWritten > fitting(inTime, scheduler));
  return isMeant ? lines : inTime;
}

/** How many lines find the state that they name. */
function fitting(lines: readonly LogLine[], scheduler: SchedulerSettings): number {
  let place: Place = FIRST_PLACE;
  let fits = 0;
  for (const { state, rating } of lines) {
    if (state === "new") place = FIRST_PLACE;
    if (state === place.state) fits++;
    place = rating === null ? FIRST_PLACE : placeAfter(place, rating, scheduler);
  }
  return fits;
}

/** The same answer has the same id wherever and whenever it is imported, also one of several at one moment. */
function namer(cardId: string): (at: number, kind: "answer" | "reset") => string {
  const counts = new Map<string, number>();
  return (at, kind) => {
    const name = `${kind} ${cardId} ${at}`;
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    return idNamed(before === 0 ? name : `${name} ${before}`);
  };
}

/** Writes cards, each with its log and its part of the tallies; returns those that had not been begun meanwhile. */
async function writeLot(db: Db, cards: readonly LivedCard[], learner: Learner): Promise<readonly LivedCard[]> {
  const [first] = cards;
  if (first === undefined) return [];
  const entries = cards.flatMap((card) => card.entries);
  const isUntouched: Statement = {
    sql: `NOT EXISTS (SELECT 1 FROM "Memory" WHERE "learnerId" = ? AND "version" > 0
      AND "cardId" IN (${cards.map(() => "?").join()}))`,
    values: [LEARNER, ...cards.map(({ cardId }) => cardId)],
  };
  // These numbers are nobody else's: the rest follows if the first of them was written.
  const isWritten: Statement = {
    sql: 'EXISTS (SELECT 1 FROM "Review" WHERE "seq" = ?)',
    values: [entries[0]?.seq],
  };
  const sums = new Sums();
  for (const { marks } of cards) for (const mark of marks) sums.add(mark);
  const write = entries.length <= ENTRIES_TOGETHER_MAX ? writeTogether : writeInTurns;
  const [written] = await write(db, [
    ...lotsOf(entries, ROWS_AT_ONCE).map((rows) => appendingImported(rows.map(asNew), learner, isUntouched)),
    ...addingTallies(sums.rows(), isWritten),
    ...cards.map(({ cardId, record, entries }) => savingRecord(cardId, record, entries.length, isWritten)),
  ]);
  if (written !== 0) return cards;
  // Somebody has answered one of them since it was read.
  const held = await heldRows(
    db,
    cards.map(({ cardId }) => cardId),
  );
  return writeLot(
    db,
    cards.filter(({ cardId }) => held.get(cardId)?.version === 0),
    learner,
  );
}

function asNew({ seq, id, cardId, kind, at, rating, durationMs, retrievability }: Placed): NewEntry {
  return { seq, id, cardId, kind, at, rating, durationMs, retrievability };
}

/**
 * As `writeTogether`, for more than the only thread can be held for: one transaction as well, which others' writes wait
 * for, but their reads are heard between its statements. If the first writes nothing, the others are left out.
 */
async function writeInTurns(db: Db, statements: readonly Statement[]): Promise<number[]> {
  return db.$transaction(async (tx) => {
    const written: number[] = [];
    for (const statement of statements) {
      if (written[0] === 0) break;
      written.push(await runStatement(tx, statement));
      await turn();
    }
    return written;
  }, TRANSACTION);
}
