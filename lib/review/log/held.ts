import { z } from "zod";
import { type Db, readRaw } from "#lib/db/client.ts";
import { LEARNER, type Learner, learnerOf } from "#lib/learner/learner.ts";
import type { CardRecord } from "#lib/scheduling/replay.ts";
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

const moment = z.coerce.date();
/** A number that went through text with all its digits: JSON in SQLite keeps fifteen of seventeen. */
const exact = z.string().transform(Number);
const flag = z.literal([0, 1]).transform((value) => value === 1);

const heldRow = z.object({
  memory: z.object({
    state: z.enum(MEMORY_STATES),
    dueAt: moment,
    lastReviewAt: moment.nullable(),
    stability: exact,
    difficulty: exact,
    learningStep: z.int(),
    scheduledDays: z.int(),
    reps: z.int(),
    lapses: z.int(),
    longTermReviews: z.int(),
    longTermLapses: z.int(),
    missedAt: moment.nullable(),
  }),
  version: z.int(),
  retired: flag,
  known: flag,
  suspendedAt: moment.nullable(),
  buriedUntil: moment.nullable(),
  calledAt: moment.nullable(),
  schedulerId: z.string().nullable(),
  settings: z.unknown(),
});

const columnOf = (column: string) =>
  column === "stability" || column === "difficulty" ? `printf('%!.17g', "${column}")` : `"Memory"."${column}"`;
const objectOf = (columns: readonly string[]) =>
  `json_object(${columns.map((column) => `'${column}', ${columnOf(column)}`).join()})`;

/** All of it as one value: the driver takes longer to name columns than SQLite to find the row. */
const HELD = `
  SELECT json_object(
    'memory', ${objectOf(Object.keys(heldRow.shape.memory.shape))},
    'version', "version", 'retired', "retired", 'suspendedAt', "suspendedAt", 'buriedUntil', "buriedUntil",
    'calledAt', "calledAt",
    'schedulerId', "Learner"."schedulerId", 'settings', json("Learner"."settings"),
    'known', EXISTS (SELECT 1 FROM "Review" WHERE "Review"."id" = ?)
  ) AS "held"
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
  const { memory, suspendedAt, buriedUntil, calledAt, ...row } = heldRow.parse(JSON.parse(String(raw.held)));
  return {
    learner: learnerOf(row, machineZone),
    cardId,
    version: row.version,
    record: { memory, suspendedAt, buriedUntil, calledAt },
    isRetired: row.retired,
    isIdKnown: row.known,
  };
}
