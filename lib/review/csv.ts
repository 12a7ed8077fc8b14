import { cardId as cardIdSchema } from "#lib/content/schema.ts";
import type { Memory } from "#lib/scheduling/memory.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import { DURATION_MAX_MS, LOG_LINES_MAX } from "./limits.ts";

/**
 * The log as a table, in the form that the FSRS optimisers read and write (open-spaced-repetition/fsrs-optimizer,
 * README): one answer a line, times in ms since 1970, durations in ms, the state as it was BEFORE the answer.
 */
export const LOG_HEADER = "card_id,review_time,review_rating,review_state,review_duration";

/** In the order of the numbers that stand for them: 0 new … 3 relearning. */
export const STATES = ["new", "learning", "review", "relearning"] as const satisfies readonly Memory["state"][];

export interface LogLine {
  readonly cardId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly rating: Rating;
  readonly state: Memory["state"];
  readonly durationMs: number;
}

export function lineOf({ cardId, at, rating, state, durationMs }: LogLine): string {
  return `${cardId},${at},${rating},${STATES.indexOf(state)},${durationMs}`;
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
export const PROBLEMS_NAMED_MAX = 20;

export type ParsedLog =
  | { readonly ok: true; readonly lines: readonly LogLine[] }
  | { readonly ok: false; readonly problems: readonly LineProblem[]; readonly more: number };

/** Reads a whole log, strictly: one problem anywhere, and there are no lines. `now` is in ms since 1970. */
export function parseLog(text: string, now: number): ParsedLog {
  const rows = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (rows.at(-1) === "") rows.pop();
  if (rows[0] !== LOG_HEADER) return refused([{ line: 1, trouble: "header" }]);
  if (rows.length - 1 > LOG_LINES_MAX) return refused([{ line: LOG_LINES_MAX + 2, trouble: "too-many" }]);
  const lines: LogLine[] = [];
  const problems: LineProblem[] = [];
  const seen = new Set<string>();
  for (const [i, row] of rows.entries()) {
    if (i === 0) continue;
    const read = lineFrom(row, now);
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

/** Earlier times are most likely seconds where milliseconds belong. */
const EARLIEST = Date.UTC(2000, 0, 1);
/** The card's id may stand in quotes. */
const ROW = /^(?:"([^"]*)"|([^",]*)),([^,]*),([^,]*),([^,]*),([^,]*)$/;

/** A row as a line, or the first thing that is wrong with it. */
function lineFrom(row: string, now: number): LogLine | LineTrouble {
  const [whole, quoted, bare, time = "", grade = "", stateNumber = "", duration = ""] = ROW.exec(row) ?? [];
  if (whole === undefined) return "fields";
  const cardId = cardIdSchema.safeParse(quoted ?? bare);
  if (!cardId.success) return "card";
  const at = wholeNumber(time);
  if (at === null || at < EARLIEST || at > now) return "time";
  const rating = RATINGS.find((known) => String(known) === grade);
  if (rating === undefined) return "rating";
  const state = STATES.find((_, number) => String(number) === stateNumber);
  if (state === undefined) return "state";
  const durationMs = wholeNumber(duration);
  if (durationMs === null || durationMs > DURATION_MAX_MS) return "duration";
  return { cardId: cardId.data, at, rating, state, durationMs };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
