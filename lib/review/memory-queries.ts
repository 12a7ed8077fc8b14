import type { Db } from "#lib/db/client.ts";
import { LEARNER, readLearner } from "#lib/learner/learner.ts";
import type { Memory } from "#lib/scheduling/memory.ts";
import { retrievability } from "#lib/scheduling/schedule.ts";
import { isAhead, latestBury, readAhead } from "./log/ahead-queries.ts";
import { recordOf } from "./log/rows.ts";

/** What a learner may want to know of one card. */
export interface CardMemory {
  readonly version: number;
  readonly state: Memory["state"];
  readonly dueAt: Date;
  readonly reps: number;
  readonly lapses: number;
  /** Days until recall falls to 90 %. */
  readonly stability: number;
  /** 1 … 10. */
  readonly difficulty: number;
  /** The chance of recall now, 0 … 1; null for a new card. */
  readonly recall: number | null;
  readonly isSuspended: boolean;
  /** Hidden until then; null: not hidden. */
  readonly buriedUntil: Date | null;
}

/** The learner's memory of a card; null for a card that is not dealt: unknown, or never asked any more. */
export async function readCardMemory(db: Db, cardId: string, now: Date, zone: string): Promise<CardMemory | null> {
  const row = await db.memory.findUnique({ where: { learnerId_cardId: { learnerId: LEARNER, cardId } } });
  if (row === null || row.retired) return null;
  const { clock, scheduler } = await readLearner(db, zone);
  const { memory: folded, suspendedAt, buriedUntil } = recordOf(row);
  const ahead = isAhead(folded.lastReviewAt?.getTime() ?? 0, now) ? await readAhead(db, now) : [];
  const memory = { ...folded, ...ahead.find((card) => card.cardId === cardId) };
  const { state, dueAt, reps, lapses, stability, difficulty } = memory;
  return {
    ...{ version: row.version, state, dueAt, reps, lapses, stability, difficulty },
    recall: retrievability(memory, now, { clock, settings: scheduler }),
    isSuspended: suspendedAt !== null,
    buriedUntil: buriedUntil !== null && buriedUntil > now && buriedUntil <= latestBury(now) ? buriedUntil : null,
  };
}
