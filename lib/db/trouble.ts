/** What can be wrong with a database file without anybody having made a mistake in the program. */
export type Trouble = "locked" | "read-only" | "unreachable" | "full" | "damaged";

const SIGNS: readonly [Trouble, RegExp][] = [
  ["locked", /SQLITE_BUSY|SQLITE_LOCKED|database is locked|database table is locked|P1008|SocketTimeout|P2024|P2028/],
  ["read-only", /SQLITE_READONLY|readonly database|EROFS/],
  ["full", /SQLITE_FULL|database or disk is full|ENOSPC/],
  ["damaged", /SQLITE_NOTADB|SQLITE_CORRUPT|not a database|disk image is malformed|no such table|P2021/],
  [
    "unreachable",
    /SQLITE_CANTOPEN|ConnectionFailed|SQLITE_IOERR|unable to open database|disk I\/O error|EACCES|EPERM|ENOTDIR|EISDIR|EEXIST|P1003/,
  ],
];

/** Reads the trouble from any layer's error (SQLite's, libsql's, Prisma's, Node's); null: it is something else, a bug. */
export function troubleOf(error: unknown): Trouble | null {
  const text = inWords(error, 0);
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? null;
}

function inWords(error: unknown, depth: number): string {
  if (depth > 4 || typeof error !== "object" || error === null) return String(error);
  const { name, message, code, cause, meta } = error as Record<string, unknown>;
  return [name, message, code, meta ? JSON.stringify(meta) : "", cause ? inWords(cause, depth + 1) : ""].join(" ");
}
