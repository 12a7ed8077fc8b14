import { z } from "zod";
import { type Db, readRaw } from "#lib/db/client.ts";
import type { CardRecord } from "#lib/scheduling/replay.ts";
import { LEARNER, type Learner, learnerOf } from "./learner.ts";
import { MEMORY_STATES } from "./rows.ts";

/** A card as the learner holds it, with all that recording an answer to it takes. */
export interface Held {
  readonly learner: Learner;
  readonly cardId: string;
  readonly version: number;
  readonly record: CardRecord;
  readonly isRetired: boolean;
  /** The log has an entry with the id that is to be written. */
  readonly isIdKnown: boolean;
}

const whole = z.coerce.number();
const moment = z.coerce.date();
const flag = whole.transform((value) => value === 1);

const heldRow = z.object({
  memory: z.object({
    state: z.enum(MEMORY_STATES),
    dueAt: moment,
    lastReviewAt: moment.nullable(),
    stability: z.number(),
    difficulty: z.number(),
    learningStep: whole,
    scheduledDays: whole,
    reps: whole,
    lapses: whole,
    longTermReviews: whole,
    longTermLapses: whole,
    missedAt: moment.nullable(),
  }),
  version: whole,
  retired: flag,
  known: flag,
  suspendedAt: moment.nullable(),
  buriedUntil: moment.nullable(),
  schedulerId: z.string().nullable(),
  settings: z
    .string()
    .nullable()
    .transform((text): unknown => text && JSON.parse(text)),
});

const HELD = `
  SELECT "Memory".*, "Learner"."settings", "Learner"."schedulerId",
    EXISTS (SELECT 1 FROM "Review" WHERE "Review"."id" = ?) AS "known"
  FROM "Memory" JOIN "Learner" ON "Learner"."id" = "Memory"."learnerId"
  WHERE "Memory"."learnerId" = ? AND "Memory"."cardId" = ?`;

/** One read past Prisma, since every answer waits for it; null: the learner holds no such card. */
export async function readHeld(
  db: Db,
  { id, cardId }: { readonly id: string; readonly cardId: string },
  machineZone: string,
): Promise<Held | null> {
  const [raw] = await readRaw(db, { sql: HELD, values: [id, LEARNER, cardId] });
  if (raw === undefined) return null;
  const { memory, suspendedAt, buriedUntil, ...row } = heldRow.parse({ ...raw, memory: raw });
  return {
    learner: learnerOf(row, machineZone),
    cardId,
    version: row.version,
    record: { memory, suspendedAt, buriedUntil },
    isRetired: row.retired,
    isIdKnown: row.known,
  };
}
