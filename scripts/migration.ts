// npm run migration -- NAME     writes prisma/migrations/<time>_NAME/migration.sql from prisma/schema.prisma
// npm run migration -- --check  fails when the migrations do not lead to the schema
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { diffMigrations, MIGRATIONS_DIR } from "#lib/db/migrations.ts";

const name = process.argv[2] ?? "";
if (!/^(--check|[a-z0-9_]+)$/.test(name)) {
  console.error("usage: npm run migration -- <snake_case_name> | --check");
  process.exit(1);
}
await mkdir(MIGRATIONS_DIR, { recursive: true });
const schema = { path: "schema.prisma", content: await readFile("prisma/schema.prisma", "utf8") };
const sql = await diffMigrations(schema);
if (sql === null) {
  console.log("prisma/migrations leads to prisma/schema.prisma");
} else if (name === "--check") {
  console.error(`prisma/migrations is behind prisma/schema.prisma:\n${sql}`);
  process.exit(1);
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const dir = path.join(MIGRATIONS_DIR, `${stamp}_${name}`);
  await mkdir(dir);
  await writeFile(path.join(dir, "migration.sql"), sql);
  await writeFile(path.join(MIGRATIONS_DIR, "migration_lock.toml"), 'provider = "sqlite"\n');
  console.log(`wrote ${path.relative(".", dir)}/migration.sql`);
}
