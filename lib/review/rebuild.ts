import type { Db, Tx } from "#lib/db/client.ts";
import type { Mark } from "#lib/scheduling/mark.ts";
import { type CardRecord, type LogEntry, marksOf, replay } from "#lib/scheduling/replay.ts";
import { LEARNER, readSchedulers } from "./learner.ts";
import { saveRecord } from "./mutations.ts";
import { logEntryOf, recordOf } from "./rows.ts";
import { Sums } from "./sums.ts";

/** So many cards' logs are in memory at once. */
const CARDS_AT_ONCE = 500;
const TRANSACTION = { maxWait: 10_000, timeout: 3_600_000 };

/**
 * Folds the whole log and says, a sentence each, where what is stored is something else; [] is what one wants.
 * `onProgress` hears the share that is done, 0 … 1.
 */
export async function differences(db: Db, onProgress?: (share: number) => void): Promise<string[]> {
  const told: string[] = [];
  const sums = new Sums();
  await eachCard(db, onProgress, async (card) => {
    for (const mark of card.marks) sums.add(mark);
    told.push(...cardDifferences(card));
  });
  return [...told, ...sums.differences(await storedTallies(db))];
}

/** Writes what is stored anew from the log, in one transaction. */
export async function rebuild(db: Db, onProgress?: (share: number) => void): Promise<void> {
  await db.$transaction(async (tx) => {
    const sums = new Sums();
    await eachCard(tx, onProgress, async (card) => {
      for (const mark of card.marks) sums.add(mark);
      if (cardDifferences(card).length > 0) await saveRecord(tx, card.cardId, card.folded.record, card.folded.version);
    });
    await tx.dayTally.deleteMany();
    await tx.recallTally.deleteMany();
    await tx.binTally.deleteMany();
    const { days, recalls, bins } = sums.rows();
    await tx.dayTally.createMany({ data: days.map((row) => ({ learnerId: LEARNER, ...row })) });
    await tx.recallTally.createMany({ data: recalls.map((row) => ({ learnerId: LEARNER, ...row })) });
    await tx.binTally.createMany({ data: bins.map((row) => ({ learnerId: LEARNER, ...row })) });
  }, TRANSACTION);
}

/** Whether there is a log that nothing was summed from: it was written before there were tallies. */
export async function lacksTallies(db: Db): Promise<boolean> {
  const where = { learnerId: LEARNER };
  return (await db.dayTally.findFirst({ where })) === null && (await db.review.findFirst({ where })) !== null;
}

interface Checked {
  readonly cardId: string;
  readonly stored: { readonly record: CardRecord; readonly version: number };
  readonly folded: { readonly record: CardRecord; readonly version: number };
  readonly marks: readonly Mark[];
}

async function eachCard(
  tx: Tx,
  onProgress: ((share: number) => void) | undefined,
  visit: (card: Checked) => Promise<void>,
): Promise<void> {
  const schedulers = await readSchedulers(tx);
  const total = await tx.memory.count({ where: { learnerId: LEARNER } });
  for (let skip = 0; skip < total; skip += CARDS_AT_ONCE) {
    const held = await tx.memory.findMany({
      where: { learnerId: LEARNER },
      orderBy: { cardId: "asc" },
      skip,
      take: CARDS_AT_ONCE,
    });
    const rows = await tx.review.findMany({
      where: { learnerId: LEARNER, cardId: { in: held.map(({ cardId }) => cardId) } },
      orderBy: { seq: "asc" },
      omit: { notes: true, tickedKeyPoints: true, exercise: true, language: true },
    });
    const logs = new Map<string, LogEntry[]>(held.map(({ cardId }) => [cardId, []]));
    for (const row of rows) logs.get(row.cardId)?.push(logEntryOf(row, schedulers));
    for (const row of held) {
      const log = logs.get(row.cardId) ?? [];
      const folded = replay(log);
      await visit({
        cardId: row.cardId,
        stored: { record: recordOf(row), version: row.version },
        folded,
        marks: marksOf(log),
      });
    }
    onProgress?.(Math.min(1, (skip + CARDS_AT_ONCE) / total));
  }
}

function cardDifferences({ cardId, stored, folded }: Checked): string[] {
  const flat = ({ record, version }: Checked["stored"]) => {
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

async function storedTallies(tx: Tx) {
  const where = { learnerId: LEARNER };
  return {
    days: await tx.dayTally.findMany({ where, omit: { learnerId: true } }),
    recalls: await tx.recallTally.findMany({ where, omit: { learnerId: true } }),
    bins: await tx.binTally.findMany({ where, omit: { learnerId: true } }),
  };
}
