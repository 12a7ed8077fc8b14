import type { Memory as MemoryRow, Review as ReviewRow } from "#lib/generated/prisma/client.ts";
import { ROLLOVER_HOUR } from "#lib/scheduling/day.ts";
import { RATINGS } from "#lib/scheduling/rating.ts";
import { type CardRecord, LOG_KINDS, type LogEntry } from "#lib/scheduling/replay.ts";
import { DEFAULT_SETTINGS, type SchedulerSettings } from "#lib/scheduling/settings.ts";

/** In the order of the numbers that stand for them in FSRS: 0 new … 3 relearning. */
export const MEMORY_STATES = ["new", "learning", "review", "relearning"] as const;

/** A row of the table as the scheduler knows it. SQLite keeps words as text; a foreign word is a bug. */
export function recordOf(row: MemoryRow): CardRecord {
  const { learnerId, cardId, order, retired, level, version, suspendedAt, buriedUntil, calledAt, ...memory } = row;
  const state = knownWord(MEMORY_STATES, row.state, "Memory.state");
  return { memory: { ...memory, state }, suspendedAt, buriedUntil, calledAt };
}

/** `schedulers`: the settings that the log names, by id. */
export function logEntryOf(
  row: Omit<ReviewRow, "seq" | "learnerId" | "algorithm" | "notes" | "tickedKeyPoints" | "exercise" | "language">,
  schedulers: ReadonlyMap<string, SchedulerSettings>,
): LogEntry {
  const { id, cardId, at, zone, undoesId, durationMs, retrievability } = row;
  const settings = row.schedulerId === null ? DEFAULT_SETTINGS : schedulers.get(row.schedulerId);
  if (settings === undefined) throw new Error(`the entry ${id} names settings that are not there: ${row.schedulerId}`);
  return {
    id,
    cardId,
    at,
    undoesId,
    durationMs,
    retrievability,
    settings,
    kind: knownWord(LOG_KINDS, row.kind, "Review.kind"),
    clock: { zone, rolloverHour: row.rolloverHour ?? ROLLOVER_HOUR },
    rating: row.rating === null ? null : knownWord(RATINGS, row.rating, "Review.rating"),
  };
}

/** A word of a column; one that is not known is a bug. */
export function knownWord<const T>(known: readonly T[], value: unknown, column: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Error(`${column} holds ${JSON.stringify(value)}, known are ${known.join(", ")}`);
  return found;
}
