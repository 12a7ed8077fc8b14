import { type Db, writeTogether } from "#lib/db/client.ts";
import { LEARNER } from "#lib/learner/learner.ts";
import type { Mark } from "#lib/scheduling/mark.ts";
import { type CardRecord, marksOf, replayWithMarks } from "#lib/scheduling/replay.ts";
import { dealDeck } from "./deck.ts";
import { type CardLog, cardLogs } from "./log.ts";
import { savingRecord } from "./mutations.ts";
import { recordOf } from "./rows.ts";
import { lotsOf, turn } from "./slices.ts";
import { readTallied } from "./snapshot.ts";
import { Sums } from "./sums.ts";
import { addingTallies } from "./tallies.ts";

/** Between two looks at a card others may write to it; nobody does so often in a row. */
const LOOKS_MAX = 5;
/** So many cards are folded before others have their turn, and so many statements are one write. */
const CARDS_AT_ONCE = 5;
const STATEMENTS_AT_ONCE = 10;

/**
 * Folds the whole log and says, a sentence each, where what is stored is something else; [] is what one wants. It reads in
 * lots, and others may write meanwhile: what they add is not looked at. `onProgress` hears the share that is done, 0 … 1.
 */
export async function logDifferences(db: Db, onProgress?: (share: number) => void): Promise<string[]> {
  const told: string[] = [];
  const { sums, tallies } = await eachCard(db, onProgress, async (card) => {
    told.push(...cardDifferences(card));
  });
  return [...told, ...sums.differences(tallies)];
}

/**
 * Writes what is stored anew from the log, a card at a time; a memory that is missing is made. Nothing that others write
 * meanwhile is lost: a card that moved on is folded again, and the tallies are corrected by as much as they were wrong
 * when it began.
 */
export async function rebuild(db: Db, onProgress?: (share: number) => void): Promise<void> {
  await dealDeck(db, { retiredToo: true });
  const { sums, tallies } = await eachCard(db, onProgress, (card) => correct(db, card));
  for (const statements of lotsOf(addingTallies(sums.minus(tallies)), STATEMENTS_AT_ONCE)) {
    await writeTogether(db, statements);
    await turn();
  }
}

interface Checked {
  readonly cardId: string;
  /** null: there is no memory of it. */
  readonly stored: Folded | null;
  /** What its log adds up to, as far as it went when both were read. */
  readonly folded: Folded & { readonly marks: readonly Mark[] };
}

interface Folded {
  readonly record: CardRecord;
  readonly version: number;
}

/** Visits every card, and returns what the log of one moment adds up to, with the tallies of that moment. */
async function eachCard(
  db: Db,
  onProgress: ((share: number) => void) | undefined,
  visit: (card: Checked) => Promise<void>,
) {
  const { versions, tallies } = await readTallied(db);
  const cards = await withoutMemory(db, versions);
  const sums = new Sums();
  let done = 0;
  for await (const logs of cardLogs(db, cards)) {
    const stored = await storedOf(db, logs);
    for (const card of logs) {
      const checked = await settled(db, card, stored.get(card.cardId) ?? null);
      await visit(checked);
      for (const mark of marksThen(card, checked, versions.get(card.cardId))) sums.add(mark);
      onProgress?.(++done / cards.size);
      if (done % CARDS_AT_ONCE === 0) await turn();
    }
  }
  return { sums, tallies };
}

/** What counted when the tallies were read. A card whose version is wrong does not tell; its whole log does. */
function marksThen({ log }: CardLog, { stored, folded }: Checked, version: number | undefined): readonly Mark[] {
  const isShorter = stored?.version === folded.version && version !== undefined && version < folded.version;
  return isShorter ? marksOf(log.slice(0, version)) : folded.marks;
}

/** Every card that has a memory or a log: one of them may be missing, and that is to be found. */
async function withoutMemory(db: Db, versions: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ cardId: string }[]>`
    SELECT DISTINCT "cardId" FROM "Review" WHERE "learnerId" = ${LEARNER}
      AND "cardId" NOT IN (SELECT "cardId" FROM "Memory" WHERE "learnerId" = ${LEARNER})`;
  const all = new Map([...versions, ...rows.map(({ cardId }) => [cardId, 1] as const)]);
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function storedOf(db: Db, cards: readonly { readonly cardId: string }[]): Promise<ReadonlyMap<string, Folded>> {
  const cardId = { in: cards.map((card) => card.cardId) };
  const rows = await db.memory.findMany({ where: { learnerId: LEARNER, cardId } });
  return new Map(rows.map((row) => [row.cardId, { record: recordOf(row), version: row.version }]));
}

/**
 * A card and its log as they stand together. The log was read before the memory: a memory of more entries is one that
 * was added to in between, and both are read again. One of fewer is wrong.
 */
async function settled(db: Db, { cardId, log }: CardLog, stored: Folded | null, looks = 1): Promise<Checked> {
  if (stored === null || stored.version <= log.length || looks === LOOKS_MAX) {
    return { cardId, stored, folded: replayWithMarks(log) };
  }
  for await (const [card] of cardLogs(db, new Map([[cardId, stored.version]]))) {
    if (card === undefined) break;
    const again = (await storedOf(db, [card])).get(cardId) ?? null;
    return settled(db, card, again, card.log.length === log.length ? LOOKS_MAX : looks + 1);
  }
  throw new Error(`${cardId} was read, and is not there any more`);
}

/** Writes what the log says of a card, unless it has moved on: then that is folded first. */
async function correct(db: Db, card: Checked): Promise<void> {
  const { cardId, stored, folded } = card;
  if (cardDifferences(card).length === 0) return;
  const isAll = {
    sql: '? = (SELECT count(*) FROM "Review" WHERE "learnerId" = ? AND "cardId" = ?)',
    values: [folded.version, LEARNER, cardId],
  };
  const [written] = await writeTogether(db, [savingRecord(cardId, folded.record, folded.version, isAll)]);
  if (written !== 0 || stored === null) return;
  for await (const [again] of cardLogs(db, new Map([[cardId, folded.version]]))) {
    if (again === undefined) return;
    const now = (await storedOf(db, [again])).get(cardId) ?? null;
    await correct(db, { cardId, stored: now, folded: replayWithMarks(again.log) });
  }
}

function cardDifferences({ cardId, stored, folded }: Checked): string[] {
  if (stored === null) return [`${cardId}: has ${folded.version} log entries, but no memory`];
  const flat = ({ record, version }: Folded) => {
    const { memory, ...rest } = record;
    return Object.entries({ version, ...rest, ...memory });
  };
  const is = new Map<string, unknown>(flat(stored));
  return flat(folded)
    .filter(([name, value]) => JSON.stringify(is.get(name)) !== JSON.stringify(value))
    .map(
      ([name, value]) => `${cardId}: ${name} is ${JSON.stringify(is.get(name))}, the log says ${JSON.stringify(value)}`,
    );
}
