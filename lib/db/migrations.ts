import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { type SchemaFile, withSchemaEngine } from "./engine.ts";

export const MIGRATIONS_DIR = path.resolve(import.meta.dirname, "../../prisma/migrations");

/** To apply, the engine needs only the provider, not the models. */
const NO_MODELS: SchemaFile[] = [{ path: "schema.prisma", content: 'datasource db {\n  provider = "sqlite"\n}\n' }];
const filters = { externalTables: [], externalEnums: [] };

export type Standing =
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

/** How the database stands to the migrations of this version. Changes nothing. */
export async function diagnose(factory: SqlMigrationAwareDriverAdapterFactory): Promise<Standing> {
  const tables = await tablesOf(factory);
  if (tables.length === 0) return { kind: "empty" };
  // The engine's diagnosis needs the table of migrations.
  if (!tables.includes("_prisma_migrations")) return { kind: "foreign", names: tables };
  const migrationsList = await readMigrations();
  const found = await withSchemaEngine(factory, NO_MODELS, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
  );
  if (found.failedMigrationNames.length > 0) return { kind: "failed", names: found.failedMigrationNames };
  if (found.editedMigrationNames.length > 0) return { kind: "edited", names: found.editedMigrationNames };
  const history = found.history;
  if (!history) return { kind: "current" };
  if (history.diagnostic === "databaseIsBehind") return { kind: "behind", pending: history.unappliedMigrationNames };
  return { kind: "newer", names: history.unpersistedMigrationNames };
}

/** What `prisma migrate deploy` does. The names of the migrations that were applied now. */
export async function applyMigrations(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const migrationsList = await readMigrations();
  return withSchemaEngine(factory, NO_MODELS, async (engine) => {
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  });
}

/** The SQL that leads from the recorded migrations to the schema; null when they agree. */
export async function diffMigrations(
  factory: SqlMigrationAwareDriverAdapterFactory,
  schema: SchemaFile,
): Promise<string | null> {
  const migrations = await readMigrations();
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

async function tablesOf(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const adapter = await factory.connect();
  try {
    const sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    return (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows.map(([name]) => String(name));
  } finally {
    await adapter.dispose();
  }
}

async function readMigrations() {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const files = await Promise.all(
    names.map((name) => readFile(path.join(MIGRATIONS_DIR, name, "migration.sql"), "utf8")),
  );
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name, i) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: files[i] ?? "" } },
    })),
  };
}
