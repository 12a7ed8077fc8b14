import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { SqliteAdapterFactory } from "./adapter.ts";
import { aside } from "./aside.ts";
import { type SchemaFile, withSchemaEngine } from "./engine.ts";
import { DiskFull, hasLittleRoom } from "./room.ts";
import { MEMORY, Sqlite } from "./sqlite.ts";
import { troubleOf } from "./trouble.ts";

export const MIGRATIONS_DIR = path.resolve(import.meta.dirname, "../../prisma/migrations");

/** To apply, the engine needs only the provider, not the models. */
const NO_MODELS: SchemaFile[] = [{ path: "schema.prisma", content: 'datasource db {\n  provider = "sqlite"\n}\n' }];
const filters = { externalTables: [], externalEnums: [] };

export type MigrationState =
  | { kind: "empty" }
  | { kind: "current" }
  | { kind: "behind"; pending: string[] }
  /** A migration broke off half-way. */
  | { kind: "failed"; names: string[] }
  /** A database of another program. */
  | { kind: "foreign"; names: string[] }
  /** Somebody changed a migration that was applied here. */
  | { kind: "edited"; names: string[] }
  /** The database knows migrations that this version of the program does not. */
  | { kind: "newer"; names: string[] };

/** How the database stands to the migrations in `folder`, by the table in which Prisma keeps them. Changes nothing. */
export async function diagnose(file: string, folder: string = MIGRATIONS_DIR): Promise<MigrationState> {
  const [tables = []] = await aside(file, [
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  ]);
  const names = tables.map(([name]) => String(name));
  if (names.length === 0) return { kind: "empty" };
  if (!names.includes("_prisma_migrations")) return { kind: "foreign", names };
  const [rows = []] = await aside(file, [
    "SELECT migration_name, checksum, finished_at IS NULL FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  ]);
  const applied = rows.map(([name, checksum, isOpen]) => ({ name: String(name), checksum, isOpen: Boolean(isOpen) }));
  return standingOf(applied, await readMigrations(folder));
}

interface Applied {
  readonly name: string;
  readonly checksum: unknown;
  /** It was begun, and never finished. */
  readonly isOpen: boolean;
}

function standingOf(applied: readonly Applied[], known: readonly Migration[]): MigrationState {
  const named = (which: (one: Applied) => boolean) => applied.filter(which).map(({ name }) => name);
  const own = new Map(known.map(({ name, sql }) => [name, checksumOf(sql)]));
  const failed = named(({ isOpen }) => isOpen);
  if (failed.length > 0) return { kind: "failed", names: failed };
  const newer = named(({ name }) => !own.has(name));
  if (newer.length > 0) return { kind: "newer", names: newer };
  const edited = named(({ name, checksum }) => own.get(name) !== checksum);
  if (edited.length > 0) return { kind: "edited", names: edited };
  const pending = known.filter(({ name }) => !applied.some((one) => one.name === name)).map(({ name }) => name);
  return pending.length === 0 ? { kind: "current" } : { kind: "behind", pending };
}

/** As Prisma's engine computes it. */
function checksumOf(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}

/** A migration that SQLite refused; what was written before it is still there. */
export class MigrationFailed extends Error {
  override name = "MigrationFailed";
}

/**
 * What `prisma migrate deploy` does, on a file that nobody else has open; it stays one file, without a log beside it. The
 * names of the migrations that were applied now. Throws MigrationFailed, or what is wrong with the file or its disk.
 */
export async function applyMigrations(file: string, folder: string = MIGRATIONS_DIR): Promise<string[]> {
  const migrationsList = listOf(folder, await readMigrations(folder));
  const factory = new SqliteAdapterFactory(() => new Sqlite(file, { journal: "DELETE" }));
  try {
    return await withSchemaEngine(factory, NO_MODELS, async (engine) => {
      return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
    });
  } catch (error) {
    if (troubleOf(error) !== null) throw error;
    // The engine tells of a full disk as of anything else.
    if (hasLittleRoom(file)) throw new DiskFull(file, { cause: error });
    throw new MigrationFailed(`${await openMigration(file)}: ${reasonIn(error)}`, { cause: error });
  }
}

/** The migration that was begun and not finished; the table of them may not be there yet. */
async function openMigration(file: string): Promise<string> {
  const open = "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL";
  const [[row] = []] = await aside(file, [open]).catch(() => []);
  return String(row?.[0] ?? "before the first migration");
}

/** The engine tells of a failure in many lines, addressed to whoever has its command line. */
function reasonIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /Database error:\s+(.+)/.exec(message)?.[1] ?? message.trim().split("\n")[0] ?? "";
}

/** The SQL that leads from the recorded migrations to the schema; null when they agree. */
export async function diffMigrations(schema: SchemaFile): Promise<string | null> {
  const migrations = listOf(MIGRATIONS_DIR, await readMigrations(MIGRATIONS_DIR));
  const factory: SqlMigrationAwareDriverAdapterFactory = new SqliteAdapterFactory(() => new Sqlite(MEMORY));
  return withSchemaEngine(factory, [schema], async (engine) => {
    const result = await engine.diff({
      from: { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: true,
      filters,
    });
    return result.exitCode === 2 ? (result.stdout ?? "") : null;
  });
}

interface Migration {
  readonly name: string;
  readonly sql: string;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(path.join(folder, name, "migration.sql"), "utf8") })),
  );
}

function listOf(baseDir: string, migrations: readonly Migration[]) {
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}
