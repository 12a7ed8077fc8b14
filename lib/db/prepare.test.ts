import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { describe, expect, test } from "vitest";
import { backUp } from "./backup.ts";
import { openDatabase, writeTogether } from "./client.ts";
import { backupToHandOut } from "./download.ts";
import { databaseFile } from "./file.ts";
import { killed, NOW, placeForEach, spoil, topicsIn, write } from "./life-testing.ts";
import { MIGRATIONS_DIR } from "./migrations.ts";
import { prepareDatabase } from "./prepare.ts";
import { restore } from "./restore.ts";
import { faultsOf, NAME_BYTES_MAX } from "./whole.ts";

const place = placeForEach();

describe("making and upgrading", () => {
  /** The migrations as they are, and one more. */
  function migrationsWith(sql: string): string {
    const own = path.join(place.folder, "migrations");
    cpSync(MIGRATIONS_DIR, own, { recursive: true });
    mkdirSync(path.join(own, "29990101000000_later"));
    writeFileSync(path.join(own, "29990101000000_later", "migration.sql"), sql);
    return own;
  }

  test("a migration that fails changes nothing, and says which it was and why", async () => {
    const db = place.made();
    await write(db, 0, 50);
    await db.$disconnect();
    const own = migrationsWith('CREATE TABLE "Extra"(x INTEGER);\nINSERT INTO "Nope" VALUES (1);');
    const before = statSync(place.file);
    const failed = await prepareDatabase(place.file, own);
    expect(failed).toMatchObject({ ok: false, trouble: "migration" });
    expect(failed).toHaveProperty("detail", expect.stringMatching(/^29990101000000_later: .*Nope.*/));
    expect(statSync(place.file)).toMatchObject({ ino: before.ino, size: before.size });
    expect(await prepareDatabase(place.file)).toMatchObject({ ok: true, applied: [] });
    expect(await topicsIn(place.file)).toBe(50);
    expect(
      readdirSync(place.folder)
        .filter((name) => name.startsWith("own.db."))
        .sort(),
    ).toEqual([]);
  });

  test("a new database whose making fails leaves no file behind", async () => {
    const own = migrationsWith('INSERT INTO "Nope" VALUES (1);');
    expect(await prepareDatabase(place.file, own)).toMatchObject({ ok: false, trouble: "migration" });
    expect(existsSync(place.file)).toBe(false);
    expect(await prepareDatabase(place.file)).toMatchObject({ ok: true });
  });

  test("an upgrade keeps the file as it was beside the new one", async () => {
    const db = place.made();
    await write(db, 0, 50);
    await db.$disconnect();
    const own = migrationsWith('CREATE TABLE "Extra"(x INTEGER);');
    const backup = `${place.file}.before-29990101000000_later`;
    expect(await prepareDatabase(place.file, own)).toEqual({
      ok: true,
      applied: ["29990101000000_later"],
      backup,
      setAside: null,
    });
    expect(await topicsIn(place.file)).toBe(50);
    expect(await topicsIn(backup)).toBe(50);
    // A copy that is put back works with the version before.
    expect(await restore(backup, place.file, NOW)).toMatchObject({ ok: true });
    expect(await prepareDatabase(place.file)).toMatchObject({ ok: true, applied: [] });
  });

  test("what a version before left half migrated gives way to the copy that it had made", async () => {
    const db = place.made();
    await write(db, 0, 50);
    await db.$disconnect();
    const last = readdirSync(MIGRATIONS_DIR)
      .filter((name) => /^\d/.test(name))
      .sort()
      .at(-1);
    copyFileSync(place.file, `${place.file}.before-${last}`);
    const client = createClient({ url: `file:${place.file}` });
    await client.execute({
      sql: "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ?",
      args: [last ?? ""],
    });
    await client.execute('DELETE FROM "Topic"');
    client.close();
    expect(await prepareDatabase(place.file)).toMatchObject({
      ok: true,
      setAside: expect.stringContaining(".broken-"),
    });
    expect(await topicsIn(place.file)).toBe(50);
  });

  test("what was half made when the disk was full is made anew", async () => {
    const db = place.made();
    await db.$disconnect();
    const client = createClient({ url: `file:${place.file}` });
    await client.execute("UPDATE _prisma_migrations SET finished_at = NULL");
    client.close();
    expect(await prepareDatabase(place.file)).toMatchObject({
      ok: true,
      setAside: expect.stringContaining(".broken-"),
    });
  });

  test("an empty file is no database yet, and becomes one", async () => {
    writeFileSync(place.file, "");
    expect(await prepareDatabase(place.file)).toMatchObject({ ok: true });
  });
});

describe("what stands in the database's place and is none of ours", () => {
  test("a folder, a pipe and a device are refused and stay what they are", async () => {
    const fifo = path.join(place.folder, "pipe.db");
    spawnSync("mkfifo", [fifo]);
    for (const [taken, isStill] of [
      [place.folder, () => statSync(place.folder).isDirectory()],
      [fifo, () => statSync(fifo).isFIFO()],
    ] as const) {
      expect(await prepareDatabase(taken)).toMatchObject({ ok: false, trouble: "no-file" });
      expect(await restore(taken, place.file, NOW)).toMatchObject({ ok: false, reason: "missing" });
      expect(isStill()).toBe(true);
    }
  });

  test("a name that leaves no room for those of the files beside it is refused; the longest that does has a whole life", async () => {
    const long = (bytes: number) => path.join(place.folder, `${"n".repeat(bytes - 3)}.db`);
    expect(await prepareDatabase(long(NAME_BYTES_MAX + 1))).toMatchObject({ ok: false, trouble: "long-name" });
    const file = long(NAME_BYTES_MAX);
    expect(await prepareDatabase(file)).toMatchObject({ ok: true });
    const handedOut = await backupToHandOut(file, new AbortController().signal);
    if (!handedOut.ok) throw new Error(handedOut.reason);
    const backup = path.join(place.folder, "backup.db");
    writeFileSync(backup, Buffer.from(await new Response(handedOut.stream).arrayBuffer()));
    expect(await restore(backup, file, NOW)).toMatchObject({ ok: true });
  });

  test("a folder that cannot be made is an answer: a link that leads nowhere, a file, a system's own folder", async () => {
    symlinkSync("/nowhere at all", path.join(place.folder, "unplugged"));
    writeFileSync(path.join(place.folder, "a file"), "");
    for (const folder of [path.join(place.folder, "unplugged"), path.join(place.folder, "a file", "sub"), "/proc/sub"])
      expect(await prepareDatabase(path.join(folder, "own.db"))).toMatchObject({ ok: false, trouble: "unreachable" });
  });

  test("a file with a second name is refused, and has a life of its own after the advice", async () => {
    await place.made().$disconnect();
    linkSync(place.file, path.join(place.folder, "second.db"));
    expect(await prepareDatabase(place.file)).toMatchObject({ ok: false, trouble: "linked" });
    copyFileSync(place.file, `${place.file}.own`);
    renameSync(`${place.file}.own`, place.file);
    expect(await prepareDatabase(place.file)).toMatchObject({ ok: true });
  });

  test("a link that leads nowhere yet stays a link, and the database is where it leads", async () => {
    const link = path.join(place.folder, "link.db");
    symlinkSync(path.join(place.folder, "real.db"), link);
    const named = databaseFile({ RETRANSMIT_DB: link } as never);
    expect(named).toBe(path.join(place.folder, "real.db"));
    expect(await prepareDatabase(named)).toMatchObject({ ok: true });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test("files of somebody's beside it, whatever they are called, are left alone", async () => {
    await place.made().$disconnect();
    const names = ["new", "restoring", "upgrading", "checking", "before"].map((end) => `${place.file}.${end}`);
    for (const name of names) copyFileSync(place.file, name);
    expect(await prepareDatabase(place.file)).toMatchObject({ ok: true });
    expect(await restore(`${place.file}.restoring`, place.file, NOW)).toMatchObject({ ok: true });
    expect(names.every((name) => existsSync(name))).toBe(true);
  });
});

test("a backup that was copied over the file by hand does not get the log of the newer file", async () => {
  const db = place.made();
  await write(db, 0, 400);
  const backup = path.join(place.folder, "good.db");
  await backUp(place.file, backup);
  await write(db, 400, 1_100);
  const left = path.join(place.folder, "left.db");
  killed(place.file, left);
  await db.$disconnect();
  copyFileSync(backup, left); // and left.db-wal stays where it was
  expect(await prepareDatabase(left)).toMatchObject({ ok: true, setAside: `${left}.log-of-another-wal` });
  expect(await topicsIn(left)).toBe(400);
  expect(await faultsOf(left, "full")).toEqual([]);
  // Once more: what was moved aside the first time stays.
  copyFileSync(`${left}.log-of-another-wal`, `${left}-wal`);
  expect(await prepareDatabase(left)).toMatchObject({ ok: true, setAside: `${left}.log-of-another-2-wal` });
  expect(existsSync(`${left}.log-of-another-wal`)).toBe(true);
});

test("a damaged file that was not closed is called damaged at the start, and left as it is", async () => {
  const db = place.made();
  await write(db, 0, 3_000);
  await db.$disconnect();
  writeFileSync(`${place.file}-wal`, "left by a kill");
  spoil(place.file);
  const before = statSync(place.file);
  expect(await prepareDatabase(place.file)).toMatchObject({ ok: false, trouble: "damaged" });
  expect(statSync(place.file)).toMatchObject({ ino: before.ino, size: before.size });
});

test("a log that fits is never left out; where the file was written after it, the file without it is kept too", async () => {
  const db = place.made();
  await write(db, 0, 10);
  await db.$disconnect();
  const older = path.join(place.folder, "older.db");
  copyFileSync(place.file, older);
  const again = openDatabase(place.file, { owns: true });
  await writeTogether(again, [{ sql: `UPDATE "Topic" SET "order" = 7`, values: [] }]);
  const left = path.join(place.folder, "left.db");
  killed(place.file, left);
  await again.$disconnect();
  // A clock was set, the file was copied to be rid of a link, or an older copy was put in its place: nobody can tell.
  const minute = 60;
  utimesSync(`${left}-wal`, Date.now() / 1000 - minute, Date.now() / 1000 - minute);
  const withoutLog = `${left}.without-its-log`;
  expect(await prepareDatabase(left)).toMatchObject({ ok: true, setAside: null, withoutLog });
  const sevens = async (at: string) => {
    const read = openDatabase(at);
    const count = await read.topic.count({ where: { order: 7 } });
    await read.$disconnect();
    return count;
  };
  expect(await sevens(left)).toBe(10);
  expect(await sevens(withoutLog)).toBe(0);
});

test("after a kill, the next start folds what was acknowledged into the file", async () => {
  const db = place.made();
  await write(db, 0, 500);
  const left = path.join(place.folder, "left.db");
  killed(place.file, left);
  await db.$disconnect();
  expect(await prepareDatabase(left)).toMatchObject({ ok: true });
  copyFileSync(left, path.join(place.folder, "copy.db"));
  expect(await topicsIn(path.join(place.folder, "copy.db"))).toBe(500);
});
