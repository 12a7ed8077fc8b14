import { cardId as cardIdSchema } from "#lib/content/schema.ts";
import type { Memory } from "#lib/scheduling/memory.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import { DURATION_MAX_MS, LOG_LINES_MAX } from "../limits.ts";
import { MEMORY_STATES } from "./rows.ts";
import { atOnce, type Sliced } from "./slices.ts";
import { decoded, type TableRow, TableRows } from "./table.ts";

/**
 * The log as a table, in the form that the FSRS optimisers read and write (open-spaced-repetition/fsrs-optimizer,
 * README): one answer a line, times in ms since 1970, durations in ms, the state as it was BEFORE the answer. A grade of 0
 * is no answer but their "manual": here, a card that was made new again and not answered since.
 */
const COLUMNS = ["card_id", "review_time", "review_rating", "review_state", "review_duration"] as const;
export type Column = (typeof COLUMNS)[number];
export const LOG_HEADER = COLUMNS.join();
/** What other programs may leave out. */
const OPTIONAL: readonly Column[] = ["review_state", "review_duration"];

export interface LogLine {
  readonly cardId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** null: the card was reset. */
  readonly rating: Rating | null;
  /** Before the answer; null where the table does not say. */
  readonly state: Memory["state"] | null;
  readonly durationMs: number;
}

export function csvLine({ cardId, at, rating, state, durationMs }: LogLine): string {
  return `${cardId},${at},${rating ?? 0},${state === null ? "" : MEMORY_STATES.indexOf(state)},${durationMs}`;
}

/** What can be wrong with a table; the words for it are among the messages. */
export type LineTrouble =
  | "empty"
  | "missing"
  | "repeated"
  | "fields"
  | "quote"
  | "long"
  | "card"
  | "time"
  | "seconds"
  | "rating"
  | "state"
  | "duration"
  | "twice"
  | "too-many";

export interface LineProblem {
  /** The line of the file that the row begins on, from 1. */
  readonly line: number;
  readonly trouble: LineTrouble;
  readonly column: Column | null;
  /** What stands there instead, shortened; "": nothing. */
  readonly found: string;
}

/** So many problems are named; the rest are counted. */
const PROBLEMS_NAMED_MAX = 20;
/** So much is said of what was found, and so many columns are named that were not used. */
const FOUND_CHARS_MAX = 40;
const HEADER_CHARS_MAX = 200;
const IGNORED_NAMED_MAX = 10;
/** So many rows, or characters, are a slice of work. */
const ROWS_AT_ONCE = 1_000;
const CHARS_AT_ONCE = 32_000;

export type ParsedLog =
  | {
      readonly ok: true;
      readonly lines: readonly LogLine[];
      /** Columns that nothing was taken from, by their names; `ignoredMore` counts those that are not named. */
      readonly ignored: readonly string[];
      readonly ignoredMore: number;
    }
  | { readonly ok: false; readonly problems: readonly LineProblem[]; readonly more: number }
  /** The file is not text. */
  | { readonly ok: false; readonly problems: null };

/** Reads a whole log: one problem anywhere, and there are no lines. */
export function parseLog(text: string): ParsedLog {
  return atOnce(parsing(text));
}

/** The same for a file, which may be in UTF-8 or UTF-16. */
export function* parsingFile(bytes: Uint8Array): Sliced<ParsedLog> {
  const text = yield* decoded(bytes);
  return text === null ? { ok: false, problems: null } : yield* parsing(text);
}

function* parsing(text: string): Sliced<ParsedLog> {
  const rows = TableRows.of(text.startsWith("\uFEFF") ? text.slice(1) : text, (name) => columnNamed(name) !== null);
  const header = rows.next();
  if (header === null || header.trouble === "blank")
    return refused([{ line: 1, trouble: "empty", column: null, found: "" }], 0);
  const columns = columnsOf(header);
  if ("trouble" in columns) return refused([columns], 0);
  const lines: LogLine[] = [];
  const problems: LineProblem[] = [];
  let more = 0;
  const tell = (problem: LineProblem) => {
    if (problems.length < PROBLEMS_NAMED_MAX) problems.push(problem);
    else more++;
  };
  const reader = new LineReader(columns, header.fields.length, rows.delimiter);
  let passed = 0;
  let stoppedAt = 0;
  let count = 0;
  for (let row = rows.next(); row !== null; row = rows.next()) {
    if (++passed % ROWS_AT_ONCE === 0 || rows.at - stoppedAt > CHARS_AT_ONCE) {
      stoppedAt = rows.at;
      yield;
    }
    if (row.trouble === "blank") continue;
    if (++count > LOG_LINES_MAX) {
      return refused([{ line: row.line, trouble: "too-many", column: null, found: "" }], 0);
    }
    const read = reader.read(row);
    if ("trouble" in read) tell(read);
    else lines.push(read);
  }
  const seconds = problems.length === 0 && secondsIn(lines, header.line);
  if (seconds) tell(seconds);
  if (problems.length > 0) return refused(problems, more);
  const used = new Set(columns.values());
  const ignored = header.fields.filter((_, i) => !used.has(i)).map((name) => shortened(name));
  return {
    ok: true,
    lines,
    ignored: ignored.slice(0, IGNORED_NAMED_MAX),
    ignoredMore: Math.max(0, ignored.length - IGNORED_NAMED_MAX),
  };
}

function refused(problems: readonly LineProblem[], more: number): ParsedLog {
  return { ok: false, problems, more };
}

/** Where each column stands, in whatever order, or what is wrong with the header. */
function columnsOf({ line, fields, trouble }: TableRow): ReadonlyMap<Column, number> | LineProblem {
  if (trouble === "quote" || trouble === "long") return { line, trouble, column: null, found: "" };
  const columns = new Map<Column, number>();
  for (const [i, name] of fields.entries()) {
    const column = columnNamed(name);
    if (column === null) continue;
    if (columns.has(column)) return { line, trouble: "repeated", column, found: shortened(name) };
    columns.set(column, i);
  }
  const missing = COLUMNS.find((column) => !columns.has(column) && !OPTIONAL.includes(column));
  if (missing === undefined) return columns;
  const found = shortened(fields.map((name) => name.trim()).join(", "), HEADER_CHARS_MAX);
  return { line, trouble: "missing", column: missing, found };
}

/** "Card ID", "card-id" and "card_id" are one name. */
function columnNamed(name: string): Column | null {
  const plain = name.toLowerCase().replace(/[\s_-]/g, "");
  return COLUMNS.find((column) => column.replaceAll("_", "") === plain) ?? null;
}

/** Times from here on in milliseconds are likely; as seconds they lie in January of 1970. */
const EARLIEST = Date.UTC(2000, 0, 1);
/** Times outside have years that a date in the database cannot hold in order, or are microseconds. */
const RANGE = [Date.UTC(1900, 0, 1), Date.UTC(9999, 11, 31)] as const;

/**
 * The line of a table in seconds, or with seconds among its milliseconds. A clock can stand in January of 1970 for a while,
 * which a log of ours, with its states, may tell of; null then.
 */
function secondsIn(lines: readonly LogLine[], line: number): LineProblem | null {
  const first = lines.findIndex(({ at }) => at < EARLIEST && at * 1000 >= EARLIEST);
  const isMeant = lines.some(({ at }) => at >= EARLIEST) && lines.every(({ state }) => state !== null);
  if (first === -1 || isMeant) return null;
  return { line: line + 1 + first, trouble: "seconds", column: "review_time", found: String(lines[first]?.at) };
}

class LineReader {
  readonly #columns: ReadonlyMap<Column, number>;
  readonly #width: number;
  readonly #decimalComma: boolean;
  /** 1 where every row has a name of its own before its values, which the header leaves out, as R writes them. */
  #shift: 0 | 1 | null = null;
  /** Each id once, and not as a part of the whole text. */
  readonly #ids = new Map<string, string>();
  /** The times of answers whose state is not told, by card. */
  readonly #moments = new Map<string, Set<number>>();

  constructor(columns: ReadonlyMap<Column, number>, width: number, delimiter: string) {
    this.#columns = columns;
    this.#width = width;
    this.#decimalComma = delimiter !== ",";
  }

  /** A row as a line, or the first thing that is wrong with it. */
  read({ line, fields, trouble }: TableRow): LogLine | LineProblem {
    const wrong = (trouble: LineTrouble, column: Column | null = null, found = ""): LineProblem => ({
      ...{ line, trouble, column },
      found: shortened(found),
    });
    if (trouble === "quote" || trouble === "long") return wrong(trouble);
    const more = fields.slice(this.#width).filter((field) => field.trim() !== "").length;
    this.#shift ??= more === 1 ? 1 : 0;
    if (this.#lacksNeeded(fields.length) || more !== this.#shift) return wrong("fields", null, String(fields.length));
    const fieldOf = (column: Column) => {
      const place = this.#columns.get(column);
      return place === undefined ? "" : (fields[place + (this.#shift ?? 0)] ?? "").trim();
    };
    const cardId = this.#idOf(fieldOf("card_id"));
    if (cardId === null) return wrong("card", "card_id", fieldOf("card_id"));
    const at = this.#number(fieldOf("review_time"));
    if (at === null || !isTime(at) || isRounded(fieldOf("review_time"))) {
      return wrong("time", "review_time", fieldOf("review_time"));
    }
    const grade = this.#wholeNumber(fieldOf("review_rating"));
    const rating = grade === 0 ? null : RATINGS.find((known) => known === grade);
    if (rating === undefined) return wrong("rating", "review_rating", fieldOf("review_rating"));
    const number = fieldOf("review_state");
    const state = isAbsent(number) ? null : MEMORY_STATES[this.#wholeNumber(number) ?? -1];
    if (state === undefined) return wrong("state", "review_state", number);
    const duration = fieldOf("review_duration");
    const durationMs = isAbsent(duration) ? 0 : Math.round(this.#number(duration) ?? -1);
    if (durationMs < 0 || hasThousands(duration) || durationMs > DURATION_MAX_MS)
      return wrong("duration", "review_duration", duration);
    if (state === null && rating !== null && this.#isTold(cardId, at)) {
      return wrong("twice", "review_time", fieldOf("review_time"));
    }
    return { cardId, at, rating, state, durationMs };
  }

  /** Cells at the end that hold nothing may be left out, if nothing need be in them. */
  #lacksNeeded(fields: number): boolean {
    return [...this.#columns].some(([column, place]) => !OPTIONAL.includes(column) && place >= fields);
  }

  #idOf(text: string): string | null {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    if (!cardIdSchema.safeParse(text).success) return null;
    // A part of a long text keeps all of it in memory; this one does not.
    const own = JSON.parse(JSON.stringify(text)) as string;
    this.#ids.set(own, own);
    return own;
  }

  /** Without states nobody can tell an answer that was given twice from one that was written down twice. */
  #isTold(cardId: string, at: number): boolean {
    const moments = this.#moments.get(cardId) ?? new Set();
    this.#moments.set(cardId, moments);
    if (moments.has(at)) return true;
    moments.add(at);
    return false;
  }

  #wholeNumber(text: string): number | null {
    const number = this.#number(text);
    return number !== null && number >= 0 && Number.isInteger(number) ? number : null;
  }

  /** Also as spreadsheets and data frames write it: 1700000000000.0, 1.7e12. */
  #number(text: string): number | null {
    const plain = this.#decimalComma ? text.replace(",", ".") : text;
    return /^[+-]?(\d{1,20}(\.\d{0,20})?|\.\d{1,20})(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : null;
  }
}

function isTime(at: number): boolean {
  return Number.isInteger(at) && at >= RANGE[0] && at < RANGE[1];
}

/** "1.76449E+12": how spreadsheets show a time, and save it; the digits that they do not show are lost. */
function isRounded(number: string): boolean {
  return /^\d[.,]\d{5}e\+?\d+$/i.test(number);
}

/** "12.345", "12,345": twelve thousand to some, a little more than twelve to others. */
function hasThousands(number: string): boolean {
  return /^[1-9]\d{0,2}([.,]\d{3})+$/.test(number);
}

/** What R, pandas and databases write where they have no value. */
function isAbsent(text: string): boolean {
  return /^(na|nan|null|none|n\/a|#n\/a|<na>|\\n)?$/i.test(text);
}

function shortened(text: string, max = FOUND_CHARS_MAX): string {
  const line = text
    .slice(0, 2 * max)
    .replace(/\s+/g, " ")
    .trim();
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}
