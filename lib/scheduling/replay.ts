import { endOfStudyDay } from "./day.ts";
import { type Mark, markOf } from "./mark.ts";
import { freshMemory, type Memory } from "./memory.ts";
import type { Rating } from "./rating.ts";
import { schedule } from "./schedule.ts";
import type { SchedulerSettings, StudyClock } from "./settings.ts";

/**
 * What a learner can do to a card. An answer moves its schedule; a cram answer is only remembered; an interview answer
 * leaves the schedule alone too, but what it failed counts as missed. `call` puts the card into the queue until it is
 * answered, whenever it is due. `resume` ends a suspension, `bury` hides the card until the next study day, `reset` makes
 * it new. `undo` takes an entry back, and `redo` takes back an undo.
 */
export const LOG_KINDS = [
  "answer",
  "cram",
  "interview",
  "call",
  "suspend",
  "resume",
  "bury",
  "reset",
  "undo",
  "redo",
] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** One row of the log, as far as a card's record depends on it. */
export interface LogEntry {
  readonly id: string;
  readonly cardId: string;
  readonly kind: LogKind;
  readonly at: Date;
  /** How days were counted, and how intervals were made, when it happened. */
  readonly clock: StudyClock;
  readonly settings: SchedulerSettings;
  /** Of an answer, also of a cram or interview answer. */
  readonly rating: Rating | null;
  /** From question to grade. */
  readonly durationMs: number | null;
  /** What was foretold then, 0 … 1. */
  readonly retrievability: number | null;
  /** Of an undo or redo: the id of the entry it takes back. */
  readonly undoesId: string | null;
}

/** All that the log says of a card. */
export interface CardRecord {
  readonly memory: Memory;
  readonly suspendedAt: Date | null;
  /** Hidden until then; may lie in the past. */
  readonly buriedUntil: Date | null;
  /** When it was called into the queue, if it was not answered since. */
  readonly calledAt: Date | null;
}

export function freshRecord(): CardRecord {
  return { memory: freshMemory(), suspendedAt: null, buriedUntil: null, calledAt: null };
}

/** The record after one more entry that takes nothing back. */
export function folded(record: CardRecord, entry: LogEntry): CardRecord {
  const { at, clock, settings, cardId } = entry;
  switch (entry.kind) {
    case "answer":
      if (entry.rating === null) throw new Error(`the answer ${entry.id} has no rating`);
      return {
        ...record,
        memory: schedule(record.memory, entry.rating, at, { clock, settings, cardId }),
        calledAt: null,
      };
    case "cram":
      return record;
    case "interview":
      return entry.rating === 1 ? { ...record, memory: { ...record.memory, missedAt: at } } : record;
    case "call":
      return { ...record, calledAt: record.calledAt ?? at };
    case "suspend":
      return { ...record, suspendedAt: at };
    case "resume":
      return { ...record, suspendedAt: null };
    case "bury":
      return { ...record, buriedUntil: endOfStudyDay(at, clock.zone, clock.rolloverHour) };
    case "reset":
      return freshRecord();
    default:
      throw new Error(`${entry.id}: ${entry.kind} takes something back and cannot be folded by itself`);
  }
}

/** What a card's log adds up to, and the version that says how much of the log that is. */
export function replay(log: readonly LogEntry[]): { record: CardRecord; version: number } {
  const { record, version } = replayWithMarks(log);
  return { record, version };
}

/** What of a card's log counts in the tallies, in order. */
export function marksOf(log: readonly LogEntry[]): Mark[] {
  return replayWithMarks(log).marks;
}

/** Both at once. */
export function replayWithMarks(log: readonly LogEntry[]): { record: CardRecord; version: number; marks: Mark[] } {
  let record = freshRecord();
  const marks: Mark[] = [];
  for (const entry of standing(log)) {
    const mark = markOf(record.memory, entry);
    if (mark !== null) marks.push(mark);
    record = folded(record, entry);
  }
  return { record, version: log.length, marks };
}

/** The entries that still count: those that take something back, and those that were taken back, left out. */
export function standing<T extends Pick<LogEntry, "id" | "undoesId">>(log: readonly T[]): T[] {
  const gone = takenBack(log);
  return log.filter(({ id, undoesId }) => undoesId === null && !gone.has(id));
}

/** The ids of the entries that were taken back for good; a log of nothing but undo and redo is enough to tell. */
export function takenBack(log: readonly Pick<LogEntry, "id" | "undoesId">[]): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const { id, undoesId } of log.toReversed()) {
    if (undoesId !== null && !gone.has(id)) gone.add(undoesId);
  }
  return gone;
}
