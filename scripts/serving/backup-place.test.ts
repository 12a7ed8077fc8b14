import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareDatabase } from "#lib/db/prepare.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "retransmit-place-"));
const file = path.join(folder, "own.db");
beforeAll(async () => expect(await prepareDatabase(file)).toMatchObject({ ok: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command says, and whether it made a backup. */
function backup(to: string) {
  const env = { ...process.env, RETRANSMIT_DB: file };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/backup.ts", to], { env });
  return { made: status === 0, told: `${stdout}${stderr}` };
}

test("a backup that its place cannot take speaks of the place, and what it advises works", () => {
  const shelf = path.join(folder, "a file");
  writeFileSync(shelf, "");
  const refused = backup(path.join(shelf, "copy.db"));
  expect(refused.made).toBe(false);
  expect(refused.told).toContain(`${shelf} cannot be made or written to`);
  expect(refused.told).not.toMatch(/database file cannot|damaged|RETRANSMIT_DB names/);
  // "… or name another FILE."
  expect(backup(path.join(folder, "another", "copy.db")).made).toBe(true);
});

test("a name that is too long for the disk is told as that, and a shorter one works", () => {
  const refused = backup(path.join(folder, `${"n".repeat(300)}.db`));
  expect(refused).toMatchObject({ made: false, told: expect.stringContaining("Name a shorter FILE.") });
  expect(backup(path.join(folder, "n.db")).made).toBe(true);
});
