import Database from "libsql";

/** A value as SQLite keeps it; a whole number comes back as a bigint. */
export type Value = null | number | bigint | string | Buffer;

export interface ResultRows {
  readonly columns: readonly string[];
  /** The type that the table's definition gives a column; null: it is computed. */
  readonly declared: readonly (string | null)[];
  readonly rows: readonly (readonly Value[])[];
  /** How many rows were written. */
  readonly written: number;
}

/**
 * One connection to one file, by the driver itself; every call blocks until SQLite has answered. A lock that another
 * program holds is told at once (`isBusy`), never waited for: the caller knows better how to wait.
 *
 * The file is named by its path, which may hold any character; nothing reads it as an address. What the driver throws
 * carries SQLite's number as `rawCode`.
 */
export class SqliteConnection {
  readonly #native: Database.Database;

  constructor(file: string, pragmas: readonly string[]) {
    this.#native = new Database(file, { timeout: 0 });
    try {
      for (const pragma of pragmas) this.script(`PRAGMA ${pragma}`);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  get isInTransaction(): boolean {
    return this.#native.inTransaction;
  }

  /** Runs one statement with its values bound. */
  run(sql: string, values: readonly unknown[]): ResultRows {
    const statement = this.#native.prepare<unknown[]>(sql);
    const bound = values.map(boundValue);
    if (!statement.reader) {
      return { columns: [], declared: [], rows: [], written: statement.run(bound).changes };
    }
    const columns = statement.columns();
    // As arrays, since two columns may have one name. The driver's rows are what the types above say.
    const rows = statement.safeIntegers(true).raw(true).all(bound) as Value[][];
    return {
      columns: columns.map(({ name }) => name),
      declared: columns.map(({ type }) => type),
      rows,
      written: rows.length,
    };
  }

  /** Runs statements that bring no values and answer nothing: a script, BEGIN, COMMIT. */
  script(sql: string): void {
    this.#native.exec(sql);
  }

  close(): void {
    if (this.#native.open) this.#native.close();
  }
}

/** Another program, or another connection, holds a lock that the statement needs. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && "rawCode" in error && (Number(error.rawCode) & 0xff) === 5;
}

/** The driver aborts the whole process on a value that it does not know, so none gets there. */
function boundValue(value: unknown): Value {
  if (value === null || typeof value === "string" || typeof value === "bigint" || Buffer.isBuffer(value)) return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  throw new TypeError(`${String(value)} cannot be kept in a database`);
}
