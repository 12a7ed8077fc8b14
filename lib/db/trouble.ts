/** What can be wrong with a database file without anybody having made a mistake in the program. */
export type Trouble =
  | "locked"
  | "read-only"
  | "unreachable"
  | "no-file"
  | "long-name"
  | "linked"
  | "full"
  | "damaged"
  | "stopping";

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const BY_SQLITE_CODE: Readonly<Record<number, Trouble>> = {
  5: "locked", // BUSY
  6: "locked", // LOCKED
  8: "read-only", // READONLY
  10: "unreachable", // IOERR
  11: "damaged", // CORRUPT
  13: "full", // FULL
  14: "unreachable", // CANTOPEN
  26: "damaged", // NOTADB
};

/** A file that ends before it should (IOERR_SHORT_READ). */
const SHORT_READ = 522;

const BY_CODE: Readonly<Record<string, Trouble>> = {
  P1008: "locked", // no answer in time
  P2024: "locked", // no connection in time
  P2021: "damaged", // a table is missing
  EACCES: "unreachable",
  EPERM: "unreachable",
  ENOTDIR: "unreachable",
  EISDIR: "no-file",
  EMLINK: "linked",
  EEXIST: "unreachable",
  ENAMETOOLONG: "long-name",
  EROFS: "read-only",
  ENOSPC: "full",
  EDQUOT: "full",
};

/** By name and not by class: what was thrown may come from another copy of the file (a bundle's). */
const BY_NAME: Readonly<Record<string, Trouble>> = {
  DatabaseReplaced: "damaged",
  DatabaseClosed: "stopping",
};

/** Reads the trouble from an error of Prisma, its adapter, the driver or the file system; null: it is something else, a bug. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const number = sqliteCode(error);
  if (number === SHORT_READ) return "damaged";
  return BY_NAME[error.name] ?? BY_CODE[code] ?? BY_SQLITE_CODE[number & 0xff] ?? null;
}

/** The number that SQLite gave, wherever the layer that threw keeps it; 0 when there is none. */
function sqliteCode(error: Error): number {
  if ("rawCode" in error && typeof error.rawCode === "number") return error.rawCode; // the driver
  const carrier = "meta" in error ? property(error.meta, "driverAdapterError") : error; // Prisma, or its adapter
  const original = Number(property(property(carrier, "cause"), "originalCode"));
  if (original > 0) return original;
  // A connection that could not be opened, and the schema engine, tell the code only in their message.
  const told = /^ConnectionFailed\(.*: (\d+)"\)$/s.exec(error.message)?.[1];
  if (told !== undefined) return Number(told);
  return error.name.startsWith("PrismaClient") ? 0 : codeNamedIn(error.message);
}

const NAMES: readonly [name: RegExp, code: number][] = [
  [/\bSQLITE_BUSY\b|database is locked/, 5],
  [/\bSQLITE_READONLY\b/, 8],
  [/\bSQLITE_FULL\b|database or disk is full/, 13],
  [/\bSQLITE_CANTOPEN\b/, 14],
  [/\bSQLITE_(NOTADB|CORRUPT)\b/, 26],
];

function codeNamedIn(message: string): number {
  return NAMES.find(([name]) => name.test(message))?.[1] ?? 0;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
