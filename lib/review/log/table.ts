import type { Sliced } from "./slices.ts";

/**
 * Tables as other programs write them: RFC 4180, and what is met beside it. UTF-8 or UTF-16, with a byte order mark or
 * without; commas, semicolons, tabs, bars or blanks, told by the header or by Excel's own first line ("sep=;"); lines that end in
 * LF, CRLF or CR; quotes that hold delimiters, line ends and doubled quotes.
 */

const DECODED_AT_ONCE = 1 << 20;
const UTF16_LOOK_BYTES = 64;
/** An end and the line's. */
const END_CHARS = 3;

/** The text of a file, without its byte order mark; null: it is not text in UTF-8 or UTF-16. */
export function* decoded(bytes: Uint8Array): Sliced<string | null> {
  const encoding = encodingOf(bytes);
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text = "";
  try {
    for (let from = 0; from < bytes.length; from += DECODED_AT_ONCE) {
      const piece = decoder.decode(bytes.subarray(from, from + DECODED_AT_ONCE), { stream: true });
      // Text has no NUL: a spreadsheet, an archive or a picture has.
      if (piece.includes("\0")) return null;
      text += piece;
      yield;
    }
    text += decoder.decode();
  } catch {
    return null;
  }
  yield; // the first look at the whole text puts its pieces together
  // How DOS ended a text.
  const end = text.slice(-END_CHARS).indexOf("\x1a");
  yield;
  return end === -1 ? text : text.slice(0, Math.max(0, text.length - END_CHARS) + end);
}

/** By the byte order mark, else by where the zeros of the first letters stand; any header of ours is ASCII. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first = 1, second = 1] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const head = bytes.subarray(0, Math.min(UTF16_LOOK_BYTES, bytes.length - (bytes.length % 2)));
  const isZeroAt = (rest: 0 | 1) => head.length > 0 && head.every((byte, i) => (i % 2 === rest) === (byte === 0));
  if (isZeroAt(1)) return "utf-16le";
  return isZeroAt(0) ? "utf-16be" : "utf-8";
}

export interface TableRow {
  /** The line it begins on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /**
   * "blank": no value stands in it. "quote": a quotation mark is never closed; "long": it has more characters than any
   * row of ours; there are no fields then.
   */
  readonly trouble: "blank" | "quote" | "long" | null;
}

const ROW_CHARS_MAX = 20_000;
/** More columns than any table of answers has. */
const FIELDS_MAX = 200;
/** So many empty lines may stand before the header. */
const BLANK_LINES_MAX = 1_000;
const DELIMITERS = [",", ";", "\t", "|", " "] as const;
/** How Excel names the delimiter of a file. */
const EXCEL = /^"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)/i;

/** Reads row after row. */
export class TableRows {
  readonly #text: string;
  readonly delimiter: string;
  #at: number;
  #line: number;
  /** Where the next of each lies; found again only when it is passed, since many a file has none of one kind. */
  readonly #next = { "\n": -1, "\r": -1 };

  private constructor(text: string, delimiter: string, at: number, line: number) {
    this.#text = text;
    this.delimiter = delimiter;
    this.#at = at;
    this.#line = line;
  }

  /** With the delimiter that the file names, else the one by which its first row has most of what `isName` knows. */
  static of(text: string, isName: (field: string) => boolean): TableRows {
    const named = EXCEL.exec(text);
    if (named) return new TableRows(text, named[1] ?? ",", named[0].length, 2);
    const { at, line } = afterBlankLines(text);
    const known = (delimiter: string) =>
      new TableRows(text, delimiter, at, line).next()?.fields.filter(isName).length ?? 0;
    const best = DELIMITERS.reduce((a, b) => (known(b) > known(a) ? b : a));
    return new TableRows(text, best, at, line);
  }

  /** How many characters were read. */
  get at(): number {
    return this.#at;
  }

  /** null: that was the last. */
  next(): TableRow | null {
    if (this.#at >= this.#text.length) return null;
    const row = this.#row();
    const isBlank = row.trouble === null && row.fields.every((field) => field.trim() === "");
    return isBlank ? { ...row, trouble: "blank" } : row;
  }

  #row(): TableRow {
    const line = this.#line;
    const end = Math.min(this.#find("\n"), this.#find("\r"));
    if (end - this.#at > ROW_CHARS_MAX) {
      this.#passLine(end);
      return { line, fields: [], trouble: "long" };
    }
    const plain = this.#text.slice(this.#at, end);
    if (plain.includes('"')) return this.#quotedRow(line);
    this.#passLine(end);
    const fields = plain.split(this.delimiter, FIELDS_MAX + 1);
    return fields.length > FIELDS_MAX ? { line, fields: [], trouble: "long" } : { line, fields, trouble: null };
  }

  #quotedRow(line: number): TableRow {
    const text = this.#text;
    const fields: string[] = [];
    const begun = this.#at;
    let field = "";
    let at = begun;
    for (;;) {
      const char = text[at];
      if (char === undefined || char === "\n" || char === "\r") {
        fields.push(field);
        this.#passLine(at);
        return { line, fields, trouble: null };
      }
      if (at - begun > ROW_CHARS_MAX || fields.length > FIELDS_MAX) {
        this.#at = text.length;
        return { line, fields: [], trouble: "long" };
      }
      if (char === this.delimiter) {
        fields.push(field);
        field = "";
        at++;
      } else if (char === '"' && field.trim() === "") {
        const closed = closingQuote(text, at + 1);
        if (closed === null || closed - at > ROW_CHARS_MAX) {
          this.#at = text.length;
          return { line, fields: [], trouble: "quote" };
        }
        const quoted = text.slice(at + 1, closed);
        this.#line += linesIn(quoted);
        field = quoted.replaceAll('""', '"');
        at = closed + 1;
      } else {
        field += char;
        at++;
      }
    }
  }

  #passLine(end: number): void {
    this.#at = end + (this.#text.startsWith("\r\n", end) ? 2 : 1);
    this.#line++;
  }

  #find(char: "\n" | "\r"): number {
    if (this.#next[char] < this.#at) {
      const found = this.#text.indexOf(char, this.#at);
      this.#next[char] = found === -1 ? this.#text.length : found;
    }
    return this.#next[char];
  }
}

/** Where the first line begins in which something stands, of those that are looked at. */
function afterBlankLines(text: string): { at: number; line: number } {
  const blank = /[ \t,;|]{0,200}(?:\r\n|\r|\n)/y;
  let at = 0;
  let line = 1;
  for (; line <= BLANK_LINES_MAX && blank.test(text); line++) at = blank.lastIndex;
  return { at, line };
}

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** Where a value in quotes ends that begins here; null: nowhere. */
function closingQuote(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return null;
}
