import type { Db } from "#lib/db/client.ts";
import { freshMemory } from "#lib/scheduling/memory.ts";
import { LEARNER, readLearner, schedulerIdOf, writeSettings } from "./learner.ts";

const TRANSACTION = { maxWait: 10_000, timeout: 120_000 };

/**
 * Deals the learner every card that there is, new ones as new, and keeps their order and level: the queue then looks at one table.
 * Follows every build of the content. `retiredToo`: cards as well that are no longer asked, for who has a log of them.
 */
export async function dealDeck(db: Db, { retiredToo = false } = {}): Promise<void> {
  await db.$transaction(async (tx) => {
    const { settings, scheduler, schedulerId } = await readLearner(tx, "UTC");
    // The first time, and when a new version of the program has other defaults.
    if (schedulerId !== schedulerIdOf(scheduler)) await writeSettings(tx, settings);
    const cards = await tx.card.findMany({ select: { id: true, order: true, level: true, retiredAt: true } });
    const held = await tx.memory.findMany({
      where: { learnerId: LEARNER },
      select: { cardId: true, order: true, level: true, retired: true },
    });
    const known = new Map(held.map((row) => [row.cardId, row]));
    const fresh = { learnerId: LEARNER, version: 0, ...freshMemory() };
    await tx.memory.createMany({
      data: cards
        .filter(({ id, retiredAt }) => !known.has(id) && (retiredToo || retiredAt === null))
        .map(({ id, order, level, retiredAt }) => ({
          ...fresh,
          cardId: id,
          order,
          level,
          retired: retiredAt !== null,
        })),
    });
    for (const { id, order, level, retiredAt } of cards) {
      const before = known.get(id);
      const retired = retiredAt !== null;
      if (before === undefined) continue;
      if (before.order === order && before.level === level && before.retired === retired) continue;
      const where = { learnerId_cardId: { learnerId: LEARNER, cardId: id } };
      await tx.memory.update({ where, data: { order, level, retired } });
    }
  }, TRANSACTION);
}
