import { statSync } from "node:fs";
import {
  type Client,
  createClient,
  type InStatement,
  type InValue,
  LibsqlError,
  type Transaction,
} from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { DatabaseReplaced } from "./trouble.ts";

type Config = ConstructorParameters<typeof PrismaLibSql>[0];

/** How long a statement waits for a lock that another program holds. */
export const LOCK_WAIT_MS = 5_000;

/** FULL: what was acknowledged is on the disk, whatever happens to the power. */
const PRAGMAS = [
  "PRAGMA journal_mode = WAL",
  "PRAGMA synchronous = FULL",
  "PRAGMA foreign_keys = ON",
  "PRAGMA cache_size = -16000",
];

/**
 * Prisma's libsql adapter on ONE local SQLite connection.
 *
 * The stock local libsql client opens a new connection after every transaction and never closes the old one: two file
 * descriptors leak per transaction, and connection PRAGMAs are lost. Here a transaction runs on the same connection.
 * That is safe because the Prisma adapter holds its mutex for the whole transaction, so no other statement can slip in.
 * BEGIN IMMEDIATE takes the write lock at once, so a second process waits (busy_timeout) instead of failing in the
 * middle with SQLITE_BUSY_SNAPSHOT.
 */
export class LocalSqlite extends PrismaLibSql {
  #connection: OneConnection | undefined;

  constructor(config: Config & { timeout?: number }) {
    // timeout is SQLite's busy_timeout. intMode: without it every value above 2^53 makes the read throw.
    super({ timeout: LOCK_WAIT_MS, intMode: "bigint", ...config } as Config);
  }

  override createClient(config: Config): Client {
    const client = createClient(config);
    if (client.protocol !== "file") return client;
    this.#connection = onOneConnection(client, fileOf(config.url));
    return this.#connection.client;
  }

  /**
   * Writes all the statements or none, past Prisma; how many rows each has written. It takes a quarter of the time of
   * Prisma's transaction, for what people wait for most often. It waits for a transaction that is open.
   */
  async writeTogether(statements: readonly Statement[]): Promise<number[]> {
    return this.#connected().writeTogether(statements);
  }

  /** Reads past Prisma; as quick, as bare, and as patient. */
  async read(statement: Statement): Promise<RawRow[]> {
    return this.#connected().read(statement);
  }

  #connected(): OneConnection {
    if (this.#connection === undefined) throw new Error("the adapter is used before it was connected");
    return this.#connection;
  }
}

/** A row as SQLite has it: dates and JSON are text, whole numbers bigint. */
export type RawRow = Readonly<Record<string, unknown>>;

/** SQL with "?" for its values. A Date is stored as the adapter stores it. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

interface OneConnection {
  readonly client: Client;
  writeTogether(statements: readonly Statement[]): Promise<number[]>;
  read(statement: Statement): Promise<RawRow[]>;
}

/** The client with `execute` and `transaction` replaced: one connection, configured once, renewed when it broke. */
function onOneConnection(client: Client, file: string | null): OneConnection {
  const execute = client.execute.bind(client) as (statement: InStatement) => ReturnType<Client["execute"]>;
  const batch = client.batch.bind(client);
  let configured: Promise<void> | undefined;
  let isConfigured = false;
  let opened: string | null = null;
  let inTransaction = false;
  /** Ends with the transaction that is open, or about to open. */
  let untilFree: Promise<void> | null = null;
  let setFree = () => {};

  const configure = async () => {
    for (const pragma of PRAGMAS) await execute(pragma);
    opened = identityOf(file);
    isConfigured = true;
  };
  // A statement that failed with SQLITE_BUSY is never finalised by libsql-js, and then no COMMIT on that connection
  // succeeds any more ("SQL statements in progress"). Only a new connection helps; it is configured when it is needed.
  const renew = async () => {
    configured = undefined;
    isConfigured = false;
    await client.reconnect();
  };

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      configured ??= configure();
      await configured;
      return await work();
    } catch (error) {
      if (!inTransaction && (!isConfigured || isBusy(error))) await renew();
      // The adapter recognises "no such table: …"; the client says "SQLITE_ERROR: no such table: …".
      if (error instanceof LibsqlError) error.message = error.message.replace(/^SQLITE_[A-Z_]+: /, "");
      throw error;
    }
  };
  const insistOnFile = () => {
    if (!inTransaction && identityOf(file) !== opened) {
      throw new DatabaseReplaced(`${file} is not the file that was opened`);
    }
  };
  const run = (statement: InStatement) =>
    guarded(() => {
      insistOnFile();
      return execute(statement);
    });

  const end = async (how: "COMMIT" | "ROLLBACK") => {
    if (!inTransaction) return;
    try {
      await run(how);
      inTransaction = false;
      setFree();
    } catch (error) {
      if (how === "COMMIT") {
        await end("ROLLBACK");
        throw error;
      }
      inTransaction = false;
      await renew();
      setFree();
    }
  };

  /** No transaction is open; and if the last one broke the connection, the new one is configured. */
  const settled = async () => {
    do {
      await untilFree;
      configured ??= configure();
      await configured;
    } while (untilFree !== null);
  };
  const writeTogether = (statements: readonly Statement[]) =>
    guarded(async () => {
      await settled();
      insistOnFile();
      // Nothing slips in: the driver runs the whole batch within this one call.
      const results = await batch(statements.map(stored), "write");
      return results.map(({ rowsAffected }) => rowsAffected);
    });

  const read = (statement: Statement) =>
    guarded(async () => {
      await settled();
      insistOnFile();
      return (await execute(stored(statement))).rows as RawRow[];
    });

  client.execute = run as Client["execute"];
  client.transaction = async () => {
    untilFree = new Promise((resolve) => {
      setFree = () => {
        untilFree = null;
        resolve();
      };
    });
    try {
      await run("BEGIN IMMEDIATE");
    } catch (error) {
      setFree();
      throw error;
    }
    inTransaction = true;
    const transaction: Pick<
      Transaction,
      "closed" | "execute" | "batch" | "executeMultiple" | "commit" | "rollback" | "close"
    > = {
      get closed() {
        return !inTransaction;
      },
      execute: run,
      batch: async (statements) => {
        const results = [];
        for (const statement of statements) results.push(await run(statement as InStatement));
        return results;
      },
      executeMultiple: (sql) => client.executeMultiple(sql),
      commit: () => end("COMMIT"),
      rollback: () => end("ROLLBACK"),
      close: () => void end("ROLLBACK"),
    };
    return transaction as Transaction;
  };
  return { client, writeTogether, read };
}

function stored({ sql, values }: Statement): InStatement {
  const args = values.map((value) => (value instanceof Date ? value.toISOString().replace("Z", "+00:00") : value));
  return { sql, args: args as InValue[] };
}

function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && error.rawCode !== undefined && (error.rawCode & 0xff) === 5;
}

function fileOf(url: string): string | null {
  return url.startsWith("file:") && !url.includes(":memory:") ? url.slice("file:".length) : null;
}

/** Tells one file from another of the same name; null: there is none (or it is in memory). */
function identityOf(file: string | null): string | null {
  if (file === null) return null;
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev}:${stat.ino}`;
}
