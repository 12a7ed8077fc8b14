import {
  type Client,
  createClient,
  type InStatement,
  LibsqlError,
  type Transaction,
  type TransactionMode,
} from "@libsql/client";
import { PrismaLibSql } from "@prisma/adapter-libsql";

type Config = ConstructorParameters<typeof PrismaLibSql>[0];
type Options = ConstructorParameters<typeof PrismaLibSql>[1];

/** How long a statement waits for a lock that another program holds. */
export const LOCK_WAIT_MS = 5_000;

export type Synchronous = "FULL" | "NORMAL";

/**
 * Prisma's libsql adapter on ONE local SQLite connection.
 *
 * The stock local libsql client opens a new connection after every transaction and never closes the old
 * one: two file descriptors leak per transaction, and connection PRAGMAs are lost. Here a transaction runs
 * on the same connection. That is safe because the Prisma adapter holds its mutex for the whole
 * transaction, so no other statement can slip in. BEGIN IMMEDIATE takes the write lock at once, so a
 * second process waits (busy_timeout) instead of failing in the middle with SQLITE_BUSY_SNAPSHOT.
 */
export class LocalSqlite extends PrismaLibSql {
  readonly #synchronous: Synchronous;

  constructor(config: Config, options?: Options & { synchronous?: Synchronous }) {
    // timeout is SQLite's busy_timeout. intMode: without it every value above 2^53 makes the read throw.
    super({ timeout: LOCK_WAIT_MS, intMode: "bigint", ...config } as Config, options);
    this.#synchronous = options?.synchronous ?? "FULL";
  }

  override createClient(config: Config): Client {
    const client = createClient(config);
    if (client.protocol !== "file") return client;
    const execute = client.execute.bind(client) as (statement: InStatement) => ReturnType<Client["execute"]>;
    const configure = async () => {
      for (const pragma of this.#pragmas) await execute(pragma);
    };
    // A statement that failed with SQLITE_BUSY is never finalised by libsql-js, and then no COMMIT on that
    // connection succeeds any more ("SQL statements in progress"). Only a new connection helps.
    const renew = async () => {
      await client.reconnect();
      await configure();
    };
    let ready: Promise<void> | undefined;
    let inTransaction = false;
    const run = async (statement: InStatement) => {
      ready ??= configure();
      await ready;
      try {
        return await execute(statement);
      } catch (error) {
        if (error instanceof LibsqlError) {
          if (isBusy(error) && !inTransaction) await renew();
          // The adapter recognises "no such table: …"; the client says "SQLITE_ERROR: no such table: …".
          error.message = error.message.replace(/^SQLITE_[A-Z_]+: /, "");
        }
        throw error;
      }
    };
    client.execute = run as Client["execute"];
    client.transaction = async (_mode?: TransactionMode | string): Promise<Transaction> => {
      await run("BEGIN IMMEDIATE");
      inTransaction = true;
      const commit = async () => {
        if (!inTransaction) return;
        try {
          await run("COMMIT");
          inTransaction = false;
        } catch (error) {
          await rollback();
          throw error;
        }
      };
      const rollback = async () => {
        if (!inTransaction) return;
        try {
          await run("ROLLBACK");
          inTransaction = false;
        } catch {
          inTransaction = false;
          await renew();
        }
      };
      return {
        get closed() {
          return !inTransaction;
        },
        execute: run,
        batch: async (statements: InStatement[]) => {
          const results = [];
          for (const statement of statements) results.push(await run(statement));
          return results;
        },
        executeMultiple: (sql: string) => client.executeMultiple(sql),
        commit,
        rollback,
        close: () => void rollback(),
      } as Transaction;
    };
    return client;
  }

  get #pragmas(): string[] {
    return [
      "PRAGMA journal_mode = WAL",
      `PRAGMA synchronous = ${this.#synchronous}`,
      "PRAGMA foreign_keys = ON",
      "PRAGMA cache_size = -16000",
    ];
  }
}

function isBusy(error: LibsqlError): boolean {
  return error.rawCode !== undefined && (error.rawCode & 0xff) === 5;
}
