import path from "node:path";
import { isBusy, type ResultRows, SqliteConnection } from "./connection.ts";
import { DatabaseReplaced, FileWatch } from "./file-watch.ts";
import { type Lock, takeLock } from "./lock.ts";
import { DiskFull, isDiskFull } from "./room.ts";
import { troubleOf } from "./trouble.ts";
import { Turns } from "./turns.ts";

/** How long a statement waits for a lock that another program holds, in ms from when it was asked for. */
export const LOCK_WAIT_MS = 5_000;

/** Between two tries to get a lock; nobody else waits meanwhile. */
const TRY_AGAIN_MS = 5;
const TRY_AGAIN_MAX_MS = 100;

/** SQL with "?" for its values. A Date is stored as Prisma stores it: ISO text. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

interface Options {
  /** Milliseconds; see LOCK_WAIT_MS. */
  readonly lockWaitMs?: number;
  /** How the file is written; WAL unless it is about to be renamed: its log would not go along. */
  readonly journal?: "WAL" | "DELETE";
  /**
   * This program has the lock on the file (see lock.ts). It alone folds the log back into the file from time to time, and
   * so can tell when somebody else writes there.
   */
  readonly owns?: boolean;
}

/** So many pages of the log are folded back into the file at once; SQLite's own default. */
const FOLD_PAGES = 1_000;

/**
 * One SQLite file for one program: a connection that writes, on which transactions stand in line, and one that only reads,
 * beside them. The driver blocks the program's only thread, so neither ever waits in it: who meets a lock of another
 * program's tries again later, and others are heard meanwhile.
 *
 * A transaction begins with BEGIN IMMEDIATE, so that it meets a lock at its beginning or not at all. Writes are on the
 * disk when they were acknowledged (synchronous = FULL).
 */
export class Sqlite {
  readonly #file: string;
  readonly #options: Required<Options>;
  readonly #turns = new Turns();
  readonly #watch: FileWatch | null;
  #state: "closed" | "open" | "ended" = "closed";
  #writer: SqliteConnection | null = null;
  #reader: SqliteConnection | null = null;

  /** `file`: an absolute path, or ":memory:", which has one connection for all. */
  constructor(file: string, options: Options = {}) {
    if (file !== MEMORY && !path.isAbsolute(file)) throw new Error(`"${file}" is not an absolute path`);
    this.#file = file;
    this.#options = { lockWaitMs: LOCK_WAIT_MS, journal: "WAL", owns: false, ...options };
    this.#watch = file === MEMORY ? null : new FileWatch(file, options.owns === true);
  }

  /** Runs one statement that reads, beside whatever is being written; it sees what was committed. */
  async read({ sql, values }: Statement): Promise<ResultRows> {
    return this.#patiently(() => this.#connected().reader.run(sql, values), {
      until: this.#deadline(),
      // The driver leaves a statement that met a lock half done, and its connection of no use (libsql 0.5).
      renew: () => this.#disconnect(),
    });
  }

  /** Writes all the statements or none; what each answered. It waits for a transaction that is open. */
  async write(statements: readonly Statement[]): Promise<ResultRows[]> {
    const transaction = await this.begin();
    try {
      // Nothing slips in between, so others wait no longer than SQLite takes.
      const answers = statements.map((statement) => transaction.run(statement));
      await transaction.commit();
      return answers;
    } finally {
      transaction.rollback();
    }
  }

  /** Opens a transaction; it must be committed or rolled back, and until then other writes wait. */
  async begin(): Promise<Transaction> {
    const until = this.#deadline();
    const release = await this.#turns.next();
    try {
      const begin = () => {
        const connection = this.#connected().writer;
        connection.script("BEGIN IMMEDIATE");
        return connection;
      };
      const writer = await this.#patiently(begin, { until });
      return new Transaction(writer, {
        commit: () => this.#patiently(() => writer.script("COMMIT"), { until: this.#deadline() }),
        ended: (isSound) => {
          if (isSound) this.#watch?.remember();
          else this.#disconnect();
          release();
        },
        told: (error) => this.#told(error),
      });
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Runs a statement that cannot stand in a transaction (most PRAGMAs, VACUUM), or a script, on the connection that writes. */
  async alone<T>(work: (writer: SqliteConnection) => T): Promise<T> {
    const until = this.#deadline();
    const release = await this.#turns.next();
    try {
      const renew = () => this.#disconnect();
      const answer = await this.#patiently(() => work(this.#connected().writer), { until, renew });
      this.#watch?.remember();
      return answer;
    } finally {
      release();
    }
  }

  /**
   * Waits for the write at hand, folds the log into the file, and closes. Nothing is acknowledged after that: the file by
   * itself is the whole database.
   */
  async close(): Promise<void> {
    const release = await this.#turns.next();
    try {
      if (this.#state !== "open") return;
      if (this.#isAnother()) return this.#forget();
      if (this.#reader !== this.#writer) this.#reader?.close();
      await this.#tidyUp();
    } finally {
      this.#state = "ended";
      this.#disconnect();
      release();
    }
  }

  /** What SQLite advises at the end of a connection's life; another program that reads may stand in the way of either. */
  async #tidyUp(): Promise<void> {
    const writer = this.#writer;
    if (writer === null || this.#file === MEMORY) return;
    if (this.#options.journal !== "WAL") return letGo(writer);
    // Without the lock nobody folds: who has it would take it for a stranger's doing. If nobody has it, it is to be had.
    let lock: Lock | null = null;
    try {
      if (!this.#options.owns) lock = takeLock(this.#file);
      if (!this.#options.owns && lock === null) return;
      this.#watch?.insist();
      for (const sql of OPTIMIZE) writer.run(sql, []);
      await this.#patiently(() => insistOnFolding(writer), { until: performance.now() + CLOSING_WAIT_MS });
    } catch (error) {
      // The log stays beside the file; whoever opens it next folds it.
      if (troubleOf(error) === null) throw error;
    } finally {
      lock?.release();
    }
  }

  #connected(): { writer: SqliteConnection; reader: SqliteConnection } {
    if (this.#state === "ended") throw new DatabaseClosed();
    if (this.#writer !== null && this.#reader !== null) {
      this.#watch?.insist();
      return { writer: this.#writer, reader: this.#reader };
    }
    // Opened anew after trouble, the file must still be the one that was opened first.
    if (this.#state === "open") this.#watch?.insist();
    const { journal, owns } = this.#options;
    this.#writer = new SqliteConnection(this.#file, [
      `journal_mode = ${journal}`,
      "synchronous = FULL", // what was acknowledged is on the disk, whatever happens to the power
      "foreign_keys = ON",
      "cache_size = -16000",
      `wal_autocheckpoint = ${owns ? FOLD_PAGES : 0}`,
    ]);
    try {
      // The first look at a file makes the log beside it, which is watched as well.
      this.#writer.run("SELECT 1 FROM sqlite_master LIMIT 1", []);
      this.#reader =
        this.#file === MEMORY || journal !== "WAL"
          ? this.#writer
          : new SqliteConnection(this.#file, ["query_only = ON", "cache_size = -16000"]);
    } catch (error) {
      this.#disconnect();
      throw error;
    }
    this.#state = "open";
    this.#watch?.remember();
    return { writer: this.#writer, reader: this.#reader };
  }

  /** The file is not the one that was opened. */
  #isAnother(): boolean {
    try {
      this.#watch?.insist();
      return false;
    } catch (error) {
      if (error instanceof DatabaseReplaced) return true;
      throw error;
    }
  }

  /**
   * Leaves the connections as they are: closing the last one folds its log, which is another file's, into whatever stands
   * there now. `exit` ends the program without that.
   */
  #forget(): void {
    leftOpen.push(this.#reader, this.#writer);
    this.#reader = null;
    this.#writer = null;
  }

  #disconnect(): void {
    if (this.#reader !== this.#writer) this.#reader?.close();
    this.#writer?.close();
    this.#reader = null;
    this.#writer = null;
  }

  #deadline(): number {
    return performance.now() + this.#options.lockWaitMs;
  }

  /** Tries until no other program holds a lock in the way, or it is `until`; `renew` puts things right before the next try. */
  async #patiently<T>(attempt: () => T, { until, renew }: { until: number; renew?: () => void }): Promise<T> {
    for (let waitMs = TRY_AGAIN_MS; ; waitMs = Math.min(waitMs * 2, TRY_AGAIN_MAX_MS)) {
      try {
        return attempt();
      } catch (error) {
        if (!isBusy(error)) throw this.#told(error);
        renew?.();
        if (performance.now() + waitMs > until) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  /** A disk without room is also told as an I/O error, or as a file that cannot be opened. */
  #told(error: unknown): unknown {
    return this.#file !== MEMORY && isDiskFull(error, this.#file) ? new DiskFull(this.#file, { cause: error }) : error;
  }
}

/** Held until the program ends: what is collected is closed. On globalThis, so that every bundle sees the same. */
const holder = globalThis as unknown as { retransmitLeftOpen?: (SqliteConnection | null)[] };
holder.retransmitLeftOpen ??= [];
const leftOpen = holder.retransmitLeftOpen;

/** Ends the program. An orderly end would close what must not be closed, and fold its log: then it is ended as by a kill. */
export function exit(code: number): never {
  if (leftOpen.length > 0) process.kill(process.pid, "SIGKILL");
  process.exit(code);
}

export const MEMORY = ":memory:";

/** How long closing waits for readers of other programs. */
const CLOSING_WAIT_MS = 500;

/** Looks at a bounded part of each table, whatever its size (sqlite.org/lang_analyze.html). */
export const OPTIMIZE = ["PRAGMA analysis_limit = 400", "PRAGMA optimize"];

/** Folds the whole log into the file, or throws as a lock does: the first column of the answer says "busy". */
function insistOnFolding(connection: SqliteConnection): void {
  const [row] = connection.run("PRAGMA wal_checkpoint(TRUNCATE)", []).rows;
  if (row?.[0] !== 0n) throw Object.assign(new Error("another program is reading"), { rawCode: 5 });
}

/** Prisma's schema engine locks the file for good; closing undoes that only when the driver has forgotten each statement. */
function letGo(connection: SqliteConnection): void {
  connection.run("PRAGMA locking_mode = NORMAL", []);
  connection.run("SELECT 1 FROM sqlite_master LIMIT 1", []);
}

/** The program is on its way out; what still asks is told so. */
export class DatabaseClosed extends Error {
  override name = "DatabaseClosed";

  constructor() {
    super("the database was closed: the server is stopping");
  }
}

interface Doors {
  readonly commit: () => Promise<void>;
  readonly ended: (isSound: boolean) => void;
  readonly told: (error: unknown) => unknown;
}

/** A transaction that is open, until it is committed or rolled back. */
export class Transaction {
  readonly #connection: SqliteConnection;
  readonly #doors: Doors;
  #isOpen = true;

  constructor(connection: SqliteConnection, doors: Doors) {
    this.#connection = connection;
    this.#doors = doors;
  }

  run({ sql, values }: Statement): ResultRows {
    this.#insist();
    try {
      return this.#connection.run(sql, values);
    } catch (error) {
      throw this.#doors.told(error);
    }
  }

  async commit(): Promise<void> {
    this.#insist();
    try {
      await this.#doors.commit();
      this.#end(true);
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** Takes back all of it, if it is still open. */
  rollback(): void {
    if (!this.#isOpen) return;
    let isSound = true;
    try {
      if (this.#connection.isInTransaction) this.#connection.script("ROLLBACK");
    } catch {
      isSound = false; // closing the connection takes it back as well
    }
    this.#end(isSound);
  }

  /** SQLite takes a transaction back by itself when the disk is full; what follows must not be written without it. */
  #insist(): void {
    if (!this.#isOpen) throw new Error("the transaction has ended already");
    if (!this.#connection.isInTransaction) throw new Error("SQLite has taken the transaction back");
  }

  #end(isSound: boolean): void {
    this.#isOpen = false;
    this.#doors.ended(isSound);
  }
}
