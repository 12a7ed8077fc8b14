import path from "node:path";
import { isBusy, SqliteConnection } from "./connection.ts";

export interface Lock {
  release(): void;
}

/** A connection that nobody holds is closed some day, and its lock with it. */
const held = new Set<SqliteConnection>();

/**
 * Takes the one lock on a database that a program must have which serves it, or puts another file in its place; null:
 * another program has it. The lock ends with the program, however that ends: it is SQLite's own exclusive lock, on an
 * empty file beside the database, which stays (whoever removed it could remove another's).
 */
export function takeLock(file: string): Lock | null {
  try {
    const connection = new SqliteConnection(lockFileOf(file), ["journal_mode = MEMORY"]);
    connection.script("BEGIN EXCLUSIVE");
    held.add(connection);
    const release = () => {
      held.delete(connection);
      connection.script("ROLLBACK");
      connection.close();
    };
    return { release };
  } catch (error) {
    if (isBusy(error)) return null;
    throw error;
  }
}

export function lockFileOf(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.lock`);
}
