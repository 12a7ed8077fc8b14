import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { describe, expect, test } from "vitest";
import { backUp } from "./backup.ts";
import { openDatabase } from "./client.ts";
import { backupFolder, databaseFile } from "./file.ts";
import { NOW, placeForEach, topicsIn, write } from "./life-testing.ts";
import { takeLock } from "./lock.ts";
import { prepareDatabase } from "./prepare.ts";
import { restore } from "./restore.ts";
import { troubleOf } from "./trouble.ts";
import { faultsOf } from "./whole.ts";

const place = placeForEach();

describe("any legal name is the name of a database", () => {
  for (const name of [
    "a #%3f?.db",
    "C#",
    "100%.db",
    "q?mode=memory&x.db",
    "文 件.db",
    "it's.db",
    "file:x.db",
    ":memory:",
    "-v.db",
  ]) {
    test(name, async () => {
      const named = path.join(place.folder, "what? 50% #1", name);
      expect(await prepareDatabase(named)).toMatchObject({ ok: true });
      const db = openDatabase(named, { owns: true });
      await write(db, 0, 10);
      await db.$disconnect();
      expect(await prepareDatabase(named)).toMatchObject({ ok: true, applied: [] });
      expect(statSync(named).size).toBeGreaterThan(0);
      const copy = path.join(place.folder, `copy of ${name}`);
      expect(await backUp(named, copy)).toMatchObject({ ok: true, file: copy });
      const back = path.join(place.folder, `back ${name}`);
      expect(await restore(copy, back, NOW)).toEqual({ ok: true, kept: null });
      const restored = openDatabase(back);
      expect(await restored.topic.count()).toBe(10);
      await restored.$disconnect();
    });
  }
});

test("an empty RETRANSMIT_DB is the default, and backups go where they are told to", () => {
  expect(databaseFile({ RETRANSMIT_DB: "" } as never)).toBe(databaseFile({} as never));
  expect(backupFolder("/a/own.db", { RETRANSMIT_BACKUPS: "/b" } as never)).toBe("/b");
  expect(backupFolder("/a/own.db", { RETRANSMIT_BACKUPS: "" } as never)).toBe("/a/backups");
});

test("links that lead to links end where they end, whether there is a file yet or not", () => {
  mkdirSync(path.join(place.folder, "real"));
  symlinkSync(path.join("real", "c.db"), path.join(place.folder, "two.db"));
  symlinkSync("two.db", path.join(place.folder, "one.db"));
  const named = { RETRANSMIT_DB: path.join(place.folder, "one.db") } as never;
  expect(databaseFile(named)).toBe(path.join(place.folder, "real", "c.db"));
  symlinkSync("circle.db", path.join(place.folder, "circle.db"));
  expect(() => databaseFile({ RETRANSMIT_DB: path.join(place.folder, "circle.db") } as never)).not.toThrow();
});

test("a database that was closed is one file: a copy of it has everything", async () => {
  const db = place.made();
  await write(db, 0, 500);
  await db.$disconnect();
  const copy = path.join(place.folder, "copy.db");
  copyFileSync(place.file, copy);
  expect(await topicsIn(copy)).toBe(500);
  expect(await faultsOf(copy, "full")).toEqual([]);
});

test("a lock is had by one at a time, and can be had again", async () => {
  const first = takeLock(place.file);
  expect(first).not.toBeNull();
  expect(takeLock(place.file)).toBeNull();
  first?.release();
  const second = takeLock(place.file);
  expect(second).not.toBeNull();
  second?.release();
});

describe("a file under a running server", () => {
  const cases: Readonly<Record<string, (at: string) => void>> = {
    "was removed": (at) => rmSync(at),
    "was replaced": (at) => {
      copyFileSync(at, `${at}.other`);
      rmSync(at);
      copyFileSync(`${at}.other`, at);
    },
    "was copied over": (at) => writeFileSync(at, Buffer.alloc(statSync(at).size + 4096)),
    "was cut": (at) => truncateSync(at, 4096),
    "lost its log": (at) => rmSync(`${at}-wal`),
    "had its log cut": (at) => truncateSync(`${at}-wal`, 0),
    "got another log": (at) => {
      rmSync(`${at}-wal`);
      writeFileSync(`${at}-wal`, Buffer.alloc(1_000_000));
    },
  };
  for (const [what, happen] of Object.entries(cases)) {
    test(`${what}: nothing is acknowledged any more`, async () => {
      const db = place.made();
      await write(db, 0, 100);
      happen(place.file);
      const refused = async (work: Promise<unknown>) => troubleOf(await work.catch((error: unknown) => error));
      expect(await refused(write(db, 100, 101))).toBe("damaged");
      expect(await refused(db.topic.create({ data: { id: "late", order: 1, title: {} } }))).toBe("damaged");
      expect(await refused(db.$transaction(async (tx) => tx.topic.count()))).toBe("damaged");
      expect(await refused(db.topic.count())).toBe("damaged");
      await db.$disconnect();
    });
  }

  test("is still ours when another program wrote into it by SQLite's rules", async () => {
    const db = place.made();
    await write(db, 0, 100);
    const other = openDatabase(place.file);
    const lock = takeLock(place.file); // as the server has it
    await write(other, 100, 200);
    await other.$disconnect();
    await write(db, 200, 300);
    expect(await db.topic.count()).toBe(300);
    lock?.release();
    await db.$disconnect();
  });
});

test("whoever waits for a lock of another program's waits without keeping others waiting, and no longer than was said", async () => {
  await place.made().$disconnect();
  const db = openDatabase(place.file, { lockWaitMs: 300 });
  await write(db, 0, 1);
  const other = createClient({ url: `file:${place.file}` });
  await other.execute("BEGIN IMMEDIATE");
  let turns = 0;
  const others = setInterval(() => turns++, 5);
  const refused = await Promise.all([1, 2, 3, 4].map((n) => write(db, n, n + 1).catch((error: unknown) => error)));
  clearInterval(others);
  expect(refused.map(troubleOf)).toEqual(["locked", "locked", "locked", "locked"]);
  expect(turns).toBeGreaterThan(10);
  expect(await db.topic.count()).toBe(1); // reading goes on meanwhile
  await other.execute("COMMIT");
  other.close();
  await write(db, 1, 2);
  await db.$disconnect();
});

test("a server that noticed another file in the place of its own folds nothing into that at its end", async () => {
  await place.made().$disconnect();
  const backup = path.join(place.folder, "backup.db");
  await backUp(place.file, backup);
  // In a program of its own, since the driver closes when a program ends, whatever was asked of it.
  const program = `
    import { copyFileSync } from "node:fs";
    import { openDatabase, writeTogether } from "#lib/db/client.ts";
    import { exit } from "#lib/db/sqlite.ts";
    const db = openDatabase(process.argv[1], { owns: true });
    for (let i = 0; i < 300; i++)
      await writeTogether(db, [{ sql: 'INSERT INTO "Topic" ("id", "order", "title") VALUES (?, 0, ?)', values: [i + "", "{}"] }]);
    copyFileSync(process.argv[2], process.argv[1]);
    await db.$disconnect();
    exit(0);`;
  const flags = ["--import", "tsx", "--input-type=module", "-e", program, place.file, backup];
  const { signal } = spawnSync(process.execPath, flags, { stdio: "inherit" });
  expect(signal).toBe("SIGKILL");
  expect(readFileSync(place.file).equals(readFileSync(backup))).toBe(true);
});
