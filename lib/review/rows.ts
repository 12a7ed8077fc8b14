import type { Memory as MemoryRow, Review as ReviewRow } from "#lib/generated/prisma/client.ts";
import { RATINGS } from "#lib/scheduling/rating.ts";
import type { LogEntry } from "#lib/scheduling/replay.ts";
import type { Memory } from "#lib/scheduling/schedule.ts";

const STATES = ["new", "learning", "review", "relearning"] as const;

/** A row of the table as the scheduler knows it. SQLite keeps words as text; a foreign word is a bug. */
export function memoryOf(row: MemoryRow): Memory {
  const { learnerId, cardId, version, ...memory } = row;
  return { ...memory, state: oneOf(STATES, row.state, "Memory.state") };
}

export function logEntryOf(row: ReviewRow): LogEntry {
  const { id, at, zone, undoesId } = row;
  const rating = row.rating === null ? null : oneOf(RATINGS, row.rating, "Review.rating");
  return { id, at, zone, undoesId, rating, kind: oneOf(["answer", "undo"], row.kind, "Review.kind") };
}

function oneOf<const T>(known: readonly T[], value: unknown, column: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Error(`${column} holds ${JSON.stringify(value)}, known are ${known.join(", ")}`);
  return found;
}
