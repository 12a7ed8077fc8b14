import { cardId as cardIdSchema } from "#lib/content/schema.ts";
import type { Memory } from "#lib/scheduling/memory.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import { DURATION_MAX_MS, LOG_LINES_MAX } from "./limits.ts";
import { MEMORY_STATES } from "./rows.ts";

/**
 * The log as a table, in the form that the FSRS optimisers read and write (open-spaced-repetition/fsrs-optimizer,
 * README): one answer a line, times in ms since 1970, durations in ms, the state as it was BEFORE the answer.
 */
const COLUMNS = ["card_id", "review_time", "review_rating", "review_state", "review_duration"] as const;
type Column = (typeof COLUMNS)[number];
export const LOG_HEADER = COLUMNS.join();
/** What other programs may leave out. */
const OPTIONAL: readonly string[] = ["review_state", "review_duration"] satisfies Column[];

export interface LogLine {
  readonly cardId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly rating: Rating;
  /** Before the answer; null where the table does not say. */
  readonly state: Memory["state"] | null;
  readonly durationMs: number;
}

export function lineOf({ cardId, at, rating, state, durationMs }: LogLine): string {
  return `${cardId},${at},${rating},${state === null ? "" : MEMORY_STATES.indexOf(state)},${durationMs}`;
}

/** What can be wrong with a line; the words for it are among the messages. */
export type LineTrouble =
  | "header"
  | "fields"
  | "card"
  | "time"
  | "rating"
  | "state"
  | "duration"
  | "twice"
  | "too-many";

export interface LineProblem {
  /** From 1, which is the header. */
  readonly line: number;
  readonly trouble: LineTrouble;
}

/** So many problems are named; the rest are counted. */
const PROBLEMS_NAMED_MAX = 20;

export type ParsedLog =
  | { readonly ok: true; readonly lines: readonly LogLine[] }
  | { readonly ok: false; readonly problems: readonly LineProblem[]; readonly more: number };

/** Reads a whole log, strictly: one problem anywhere, and there are no lines. `now` is in ms since 1970. */
export function parseLog(text: string, now: number): ParsedLog {
  const rows = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (rows.at(-1) === "") rows.pop();
  const columns = columnsOf(rows[0] ?? "");
  if (columns === null) return refused([{ line: 1, trouble: "header" }]);
  if (rows.length - 1 > LOG_LINES_MAX) return refused([{ line: LOG_LINES_MAX + 2, trouble: "too-many" }]);
  const lines: LogLine[] = [];
  const problems: LineProblem[] = [];
  const seen = new Set<string>();
  for (const [i, row] of rows.entries()) {
    if (i === 0) continue;
    const read = lineFrom(row, columns, now);
    const trouble = typeof read === "string" ? read : seen.has(momentOf(read)) ? "twice" : null;
    if (trouble !== null) problems.push({ line: i + 1, trouble });
    if (typeof read === "string") continue;
    lines.push(read);
    seen.add(momentOf(read));
  }
  return problems.length > 0 ? refused(problems) : { ok: true, lines };
}

function momentOf({ cardId, at }: LogLine): string {
  return `${cardId} ${at}`;
}

function refused(problems: readonly LineProblem[]): ParsedLog {
  const named = problems.slice(0, PROBLEMS_NAMED_MAX);
  return { ok: false, problems: named, more: problems.length - named.length };
}

/** The columns as a header names them, in whatever order; null: one that is needed is missing, unknown or there twice. */
function columnsOf(header: string): readonly string[] | null {
  const named = header.split(",").map((name) => name.trim());
  const isKnown = named.every((name, i) => COLUMNS.some((known) => known === name) && named.indexOf(name) === i);
  const isComplete = COLUMNS.every((name) => named.includes(name) || OPTIONAL.includes(name));
  return isKnown && isComplete ? named : null;
}

/** Earlier times are most likely seconds where milliseconds belong. */
const EARLIEST = Date.UTC(2000, 0, 1);
/** A row as a line, or the first thing that is wrong with it. No value holds a comma; each may stand in quotes. */
function lineFrom(row: string, columns: readonly string[], now: number): LogLine | LineTrouble {
  const values = row.split(",").map((value) => /^"([^"]*)"$/.exec(value)?.[1] ?? value);
  if (values.length !== columns.length) return "fields";
  const fieldOf = (column: Column) => values[columns.indexOf(column)];
  const cardId = cardIdSchema.safeParse(fieldOf("card_id"));
  if (!cardId.success) return "card";
  const at = wholeNumber(fieldOf("review_time") ?? "");
  if (at === null || at < EARLIEST || at > now) return "time";
  const rating = RATINGS.find((known) => String(known) === fieldOf("review_rating"));
  if (rating === undefined) return "rating";
  const number = fieldOf("review_state");
  const state = number === undefined ? null : MEMORY_STATES.find((_, i) => String(i) === number);
  if (state === undefined) return "state";
  const durationMs = wholeNumber(fieldOf("review_duration") ?? "0");
  if (durationMs === null || durationMs > DURATION_MAX_MS) return "duration";
  return { cardId: cardId.data, at, rating, state, durationMs };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
