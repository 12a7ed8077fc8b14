import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Db, openDatabase } from "./client.ts";
import { prepareDatabase } from "./prepare.ts";

export interface TestDatabase {
  readonly db: Db;
  readonly file: string;
  dispose(): Promise<void>;
}

/** For tests: a real, migrated, empty database in a folder of its own. */
export async function testDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "retransmit-unit-"));
  const file = path.join(folder, "test.db");
  const prepared = await prepareDatabase(file);
  if (!prepared.ok) throw new Error(`${prepared.trouble}: ${prepared.detail}`);
  const db = openDatabase(file);
  return {
    db,
    file,
    dispose: async () => {
      await db.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
