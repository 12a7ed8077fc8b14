import type { Statement } from "#lib/db/client.ts";
import { IMPORTED, LEARNER, type Learner } from "#lib/learner/learner.ts";
import type { LogEntry } from "#lib/scheduling/replay.ts";
import { ALGORITHM } from "#lib/scheduling/schedule.ts";
import { inserting, insertingAll } from "./statements.ts";

/** Something that happened to a card, as it comes into the log: a new column is a new line here, and nowhere else. */
export interface NewEntry extends Pick<LogEntry, "id" | "cardId" | "kind" | "at"> {
  /** Its place in the log, where that was set aside before; else it comes last. */
  readonly seq?: number;
  readonly rating?: LogEntry["rating"];
  readonly durationMs?: number | null;
  /** What was foretold at that moment, 0 … 1. */
  readonly retrievability?: number | null;
  /** The entry that this one takes back. */
  readonly undoesId?: string | null;
  readonly notes?: string | null;
  readonly tickedKeyPoints?: readonly string[] | null;
  /** What was asked beyond words, with the answer; kept as JSON. */
  readonly exercise?: object | null;
  readonly language?: string | null;
}

type Stamp = Pick<Learner, "clock" | "schedulerId">;

/**
 * The one write of the log's table; `stamp` is the learner at that moment, by whose clock and settings the entry counts.
 * `guard` as in statements.ts.
 */
export function appending(entry: NewEntry, stamp: Stamp, guard?: Statement): Statement {
  return inserting(TABLE, { ...columnsOf(entry), ...stampOf(stamp, ALGORITHM) }, guard);
}

/** The same for many that were given elsewhere, at least one, in one statement. */
export function appendingImported(entries: readonly NewEntry[], stamp: Stamp, guard?: Statement): Statement {
  return insertingAll(TABLE, entries.map(columnsOf), stampOf(stamp, IMPORTED), guard);
}

const TABLE = "Review";

/** What every entry says besides what happened: whose it is, how days are counted, and what makes the intervals. */
function stampOf({ clock, schedulerId }: Stamp, algorithm: string) {
  return { learnerId: LEARNER, ...clock, schedulerId, algorithm };
}

/** As it is stored. Every value that is bound costs time: what an entry does not name is left to the table. */
function columnsOf({ tickedKeyPoints, exercise, ...plain }: NewEntry) {
  return {
    ...plain,
    ...(tickedKeyPoints && { tickedKeyPoints: JSON.stringify(tickedKeyPoints) }),
    ...(exercise && { exercise: JSON.stringify(exercise) }),
  };
}
