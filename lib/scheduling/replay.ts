import type { Rating } from "./rating.ts";
import { freshMemory, type Memory, schedule } from "./schedule.ts";

/** One row of the log, as far as memory depends on it. */
export interface LogEntry {
  readonly id: string;
  readonly kind: "answer" | "undo";
  readonly at: Date;
  readonly zone: string;
  /** Of an answer. */
  readonly rating: Rating | null;
  /** Of an undo: the id of the answer it takes back. */
  readonly undoesId: string | null;
}

/** The memory that a card's log adds up to, and the version that says how much of the log it has seen. */
export function replay(log: readonly LogEntry[], now: Date): { memory: Memory; version: number } {
  const undone = new Set(log.map((entry) => entry.undoesId));
  let memory = freshMemory(log[0]?.at ?? now);
  for (const entry of log) {
    if (entry.kind !== "answer" || undone.has(entry.id)) continue;
    if (entry.rating === null) throw new Error(`the answer ${entry.id} has no rating`);
    memory = schedule(memory, entry.rating, entry.at, entry.zone);
  }
  return { memory, version: log.length };
}
