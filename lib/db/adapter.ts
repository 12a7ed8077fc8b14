import {
  type ArgType,
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type MappedError,
  type Transaction as PrismaTransaction,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import type { ResultRows, Value } from "./connection.ts";
import { MEMORY, Sqlite, type Statement, type Transaction } from "./sqlite.ts";

/** How Prisma's client and its schema engine reach a file: they speak of queries and results, `Sqlite` does the work. */
export class SqliteAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "sqlite";
  readonly adapterName = "retransmit-sqlite";
  readonly #open: () => Sqlite;

  /** `open` is called for each connection that Prisma wants; a client wants one. */
  constructor(open: () => Sqlite) {
    this.#open = open;
  }

  async connect(): Promise<SqlDriverAdapter> {
    return new SqliteAdapter(this.#open());
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    return new SqliteAdapter(new Sqlite(MEMORY));
  }
}

class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = "sqlite";
  readonly adapterName = "retransmit-sqlite";
  readonly #sqlite: Sqlite;

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return resultOf(await this.#run(query));
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return (await this.#run(query)).written;
  }

  async executeScript(script: string): Promise<void> {
    // Whoever reads what a migration met wants SQLite's own words.
    await converting(() => this.#sqlite.alone((writer) => writer.script(script)), asSqliteSays);
  }

  async startTransaction(): Promise<PrismaTransaction> {
    return new SqliteTransaction(await converting(() => this.#sqlite.begin()));
  }

  async dispose(): Promise<void> {
    await this.#sqlite.close();
  }

  async #run(query: SqlQuery): Promise<ResultRows> {
    const statement = statementOf(query);
    return converting(async () => {
      if (READS.test(query.sql)) return this.#sqlite.read(statement);
      if (STANDS_ALONE.test(query.sql))
        return this.#sqlite.alone((writer) => writer.run(statement.sql, statement.values));
      const [rows] = await this.#sqlite.write([statement]);
      if (rows === undefined) throw new Error("a statement was written and answered nothing");
      return rows;
    });
  }
}

/** Statements that surely only read; whatever else there is goes to the connection that writes. */
const READS = /^\s*SELECT\b/i;
const STANDS_ALONE = /^\s*(PRAGMA|VACUUM|ATTACH|DETACH|BEGIN|COMMIT|ROLLBACK|END|SAVEPOINT|RELEASE)\b/i;

class SqliteTransaction implements PrismaTransaction {
  readonly provider = "sqlite";
  readonly adapterName = "retransmit-sqlite";
  /** Prisma is not to send COMMIT and ROLLBACK as statements. */
  readonly options = { usePhantomQuery: true };
  readonly #transaction: Transaction;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return resultOf(await this.#run(query));
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return (await this.#run(query)).written;
  }

  async commit(): Promise<void> {
    await converting(() => this.#transaction.commit());
  }

  async rollback(): Promise<void> {
    this.#transaction.rollback();
  }

  async #run(query: SqlQuery): Promise<ResultRows> {
    return converting(async () => this.#transaction.run(statementOf(query)));
  }
}

function statementOf({ sql, args, argTypes }: SqlQuery): Statement {
  return { sql, values: args.map((arg, i) => storedOf(arg, argTypes[i])) };
}

/** An argument as it is stored. */
function storedOf(arg: unknown, type: ArgType | undefined): unknown {
  if (typeof arg !== "string") return arg;
  switch (type?.scalarType) {
    case "bigint":
      return BigInt(arg);
    case "decimal":
      return Number.parseFloat(arg);
    case "datetime":
      return new Date(arg);
    case "bytes":
      return Buffer.from(arg, "base64");
    default:
      return arg;
  }
}

/** What the tables that Prisma makes declare. */
const TYPES: Readonly<Record<string, ColumnType>> = {
  TEXT: ColumnTypeEnum.Text,
  INTEGER: ColumnTypeEnum.Int32,
  INT: ColumnTypeEnum.Int32,
  BIGINT: ColumnTypeEnum.Int64,
  REAL: ColumnTypeEnum.Double,
  DECIMAL: ColumnTypeEnum.Numeric,
  DATETIME: ColumnTypeEnum.DateTime,
  BOOLEAN: ColumnTypeEnum.Boolean,
  BLOB: ColumnTypeEnum.Bytes,
  JSONB: ColumnTypeEnum.Json,
};

function resultOf({ columns, declared, rows }: ResultRows): SqlResultSet {
  const columnTypes = declared.map((type, i) => TYPES[type?.toUpperCase() ?? ""] ?? typeOfFirst(rows, i));
  return {
    columnNames: [...columns],
    columnTypes,
    rows: rows.map((row) => row.map((value, i) => told(value, columnTypes[i]))),
  };
}

/** The type of a computed column: that of its first value. */
function typeOfFirst(rows: ResultRows["rows"], column: number): ColumnType {
  const value = rows.find((row) => row[column] !== null)?.[column] ?? null;
  if (typeof value === "string") return ColumnTypeEnum.Text;
  if (typeof value === "bigint") return ColumnTypeEnum.Int64;
  if (typeof value === "number") return ColumnTypeEnum.UnknownNumber;
  return value === null ? ColumnTypeEnum.Int32 : ColumnTypeEnum.Bytes;
}

function told(value: Value, type: ColumnType | undefined): unknown {
  if (type === ColumnTypeEnum.DateTime && (typeof value === "number" || typeof value === "bigint")) {
    return new Date(Number(value)).toISOString();
  }
  const isWhole = type === ColumnTypeEnum.Int32 || type === ColumnTypeEnum.Int64;
  if (isWhole && typeof value === "number") return Math.trunc(value);
  return typeof value === "bigint" ? value.toString() : value;
}

/** What SQLite refuses, in Prisma's words; whatever else goes wrong stays what it is. */
async function converting<T>(work: () => Promise<T>, inWords = refusalOf): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !("rawCode" in error)) throw error;
    const code = Number(error.rawCode);
    const original = { originalCode: String(code), originalMessage: error.message };
    throw new DriverAdapterError({ ...original, ...inWords(code, error.message) });
  }
}

/** sqlite.org/rescode.html: extended codes. */
function refusalOf(code: number, message: string): MappedError {
  switch (code) {
    case 2067: // CONSTRAINT_UNIQUE
    case 1555: // CONSTRAINT_PRIMARYKEY
      return { kind: "UniqueConstraintViolation", constraint: { fields: fieldsIn(message) } };
    case 1299: // CONSTRAINT_NOTNULL
      return { kind: "NullConstraintViolation", constraint: { fields: fieldsIn(message) } };
    case 787: // CONSTRAINT_FOREIGNKEY
    case 1811: // CONSTRAINT_TRIGGER
      return { kind: "ForeignKeyConstraintViolation", constraint: { foreignKey: {} } };
  }
  if ((code & 0xff) === 5) return { kind: "SocketTimeout" };
  const missing = /^no such (table|column): (.+)/.exec(message);
  if (missing?.[1] === "table") return { kind: "TableDoesNotExist", table: missing[2] };
  if (missing?.[1] === "column") return { kind: "ColumnNotFound", column: missing[2] };
  return asSqliteSays(code, message);
}

function asSqliteSays(code: number, message: string): MappedError {
  return { kind: "sqlite", extendedCode: code, message };
}

/** "UNIQUE constraint failed: Review.id, Review.cardId" */
function fieldsIn(message: string): string[] {
  const places = message.split("constraint failed: ")[1]?.split(", ") ?? [];
  return places.map((place) => place.split(".").at(-1) ?? place);
}
