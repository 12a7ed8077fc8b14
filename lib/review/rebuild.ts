import type { Db, Tx } from "#lib/db/client.ts";
import type { Mark } from "#lib/scheduling/mark.ts";
import { type CardRecord, marksOf, replay } from "#lib/scheduling/replay.ts";
import { dealDeck } from "./deck.ts";
import { LEARNER } from "./learner.ts";
import { cardLogs } from "./log.ts";
import { saveRecord } from "./mutations.ts";
import { recordOf } from "./rows.ts";
import { Sums } from "./sums.ts";

const TRANSACTION = { maxWait: 10_000, timeout: 3_600_000 };

/**
 * Folds the whole log and says, a sentence each, where what is stored is something else; [] is what one wants.
 * `onProgress` hears the share that is done, 0 … 1.
 */
export async function differences(db: Db, onProgress?: (share: number) => void): Promise<string[]> {
  // One transaction, so that nothing is written between the log and what is compared with it.
  return db.$transaction(async (tx) => {
    const told: string[] = [];
    const sums = new Sums();
    await eachCard(tx, onProgress, async (card) => {
      for (const mark of card.marks) sums.add(mark);
      told.push(...cardDifferences(card));
    });
    return [...told, ...sums.differences(await storedTallies(tx))];
  }, TRANSACTION);
}

/** Writes what is stored anew from the log, in one transaction; a memory that is missing is made. */
export async function rebuild(db: Db, onProgress?: (share: number) => void): Promise<void> {
  await dealDeck(db, { retiredToo: true });
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
  /** null: there is no memory of it. */
  readonly stored: { readonly record: CardRecord; readonly version: number } | null;
  readonly folded: { readonly record: CardRecord; readonly version: number };
  readonly marks: readonly Mark[];
}

async function eachCard(
  tx: Tx,
  onProgress: ((share: number) => void) | undefined,
  visit: (card: Checked) => Promise<void>,
): Promise<void> {
  const cardIds = await knownCards(tx);
  let done = 0;
  for await (const { cardId, log } of cardLogs(tx, cardIds)) {
    const row = await tx.memory.findUnique({ where: { learnerId_cardId: { learnerId: LEARNER, cardId } } });
    const stored = row === null ? null : { record: recordOf(row), version: row.version };
    await visit({ cardId, stored, folded: replay(log), marks: marksOf(log) });
    onProgress?.(++done / cardIds.length);
  }
}

/** Every card that has a memory or a log: one of them may be missing, and that is to be found. */
async function knownCards(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ cardId: string }[]>`
    SELECT "cardId" FROM "Memory" WHERE "learnerId" = ${LEARNER}
    UNION SELECT "cardId" FROM "Review" WHERE "learnerId" = ${LEARNER} ORDER BY "cardId"`;
  return rows.map(({ cardId }) => cardId);
}

function cardDifferences({ cardId, stored, folded }: Checked): string[] {
  if (stored === null) return [`${cardId}: has ${folded.version} log entries, but no memory`];
  const flat = ({ record, version }: Checked["folded"]) => {
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
