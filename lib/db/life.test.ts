import { spawnSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { createClient } from "@libsql/client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { backUp } from "./backup.ts";
import { type Db, openDatabase, writeTogether } from "./client.ts";
import { backUpDaily, lastDaily } from "./daily.ts";
import { backupFolder, databaseFile } from "./file.ts";
import { takeLock } from "./lock.ts";
import { MIGRATIONS_DIR } from "./migrations.ts";
import { prepareDatabase } from "./prepare.ts";
import { restore } from "./restore.ts";
import { troubleOf } from "./trouble.ts";
import { faultsOf } from "./whole.ts";

const NOW = new Date("2026-11-30T07:30:00Z");

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "retransmit-life-"));
  file = path.join(folder, "own.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A database that is ready, made once and copied: making takes its time. */
const template = path.join(mkdtempSync(path.join(os.tmpdir(), "retransmit-life-")), "template.db");
beforeAll(async () => {
  expect(await prepareDatabase(template)).toMatchObject({ ok: true });
});
afterAll(() => rmSync(path.dirname(template), { recursive: true, force: true }));

function made(): Db {
  copyFileSync(template, file);
  return openDatabase(file, { owns: true });
}

const topic = (id: string) => ({
  sql: 'INSERT INTO "Topic" ("id", "order", "title") VALUES (?, 0, \'{}\')',
  values: [id],
});

/** Topics with these numbers, enough of them for many pages. */
async function write(db: Db, from: number, to: number): Promise<void> {
  for (let i = from; i < to; i += 100) {
    await writeTogether(
      db,
      Array.from({ length: Math.min(100, to - i) }, (_, n) => topic(`topic ${i + n} ${"x".repeat(200)}`)),
    );
  }
}

async function topicsIn(at: string): Promise<number> {
  const client = createClient({ url: `file:${at}` });
  const { rows } = await client.execute('SELECT count(*) AS n FROM "Topic"');
  client.close();
  return Number(rows[0]?.n);
}

/** As a kill leaves it: the file and its log as they are now. */
function killed(at: string, to: string): void {
  for (const end of ["", "-wal"]) copyFileSync(at + end, to + end);
}

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
      const named = path.join(folder, "what? 50% #1", name);
      expect(await prepareDatabase(named)).toMatchObject({ ok: true });
      const db = openDatabase(named, { owns: true });
      await write(db, 0, 10);
      await db.$disconnect();
      expect(await prepareDatabase(named)).toMatchObject({ ok: true, applied: [] });
      expect(statSync(named).size).toBeGreaterThan(0);
      const copy = path.join(folder, `copy of ${name}`);
      expect(await backUp(named, copy)).toMatchObject({ ok: true, file: copy });
      const back = path.join(folder, `back ${name}`);
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

test("a database that was closed is one file: a copy of it has everything", async () => {
  const db = made();
  await write(db, 0, 500);
  await db.$disconnect();
  const copy = path.join(folder, "copy.db");
  copyFileSync(file, copy);
  expect(await topicsIn(copy)).toBe(500);
  expect(await faultsOf(copy, "full")).toEqual([]);
});

test("after a kill, the next start folds what was acknowledged into the file", async () => {
  const db = made();
  await write(db, 0, 500);
  const left = path.join(folder, "left.db");
  killed(file, left);
  await db.$disconnect();
  expect(await prepareDatabase(left)).toMatchObject({ ok: true });
  copyFileSync(left, path.join(folder, "copy.db"));
  expect(await topicsIn(path.join(folder, "copy.db"))).toBe(500);
});

describe("a backup", () => {
  test("holds, while others write, all that was acknowledged before, and is checked", async () => {
    const db = made();
    await write(db, 0, 1_000);
    let isDone = false;
    const writing = (async () => {
      for (let i = 1_000; !isDone; i += 100) {
        await write(db, i, i + 100);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const copy = path.join(folder, "deeper", "copy.db");
    expect(await backUp(file, copy)).toMatchObject({ ok: true, bytes: statSync(copy).size });
    isDone = true;
    await writing;
    await db.$disconnect();
    expect(await topicsIn(copy)).toBeGreaterThanOrEqual(1_000);
    expect(await faultsOf(copy, "full")).toEqual([]);
    expect(readdirSync(path.dirname(copy))).toEqual(["copy.db"]);
  });

  test("never replaces a file", async () => {
    const db = made();
    await db.$disconnect();
    const copy = path.join(folder, "copy.db");
    writeFileSync(copy, "something of somebody's");
    expect(await backUp(file, copy)).toEqual({ ok: false, reason: "exists" });
    expect(statSync(copy).size).toBe("something of somebody's".length);
  });

  test("of a damaged database is none, and leaves no file", async () => {
    const db = made();
    await write(db, 0, 2_000);
    await db.$disconnect();
    spoil(file);
    const copy = path.join(folder, "copy.db");
    expect(await backUp(file, copy)).toMatchObject({ ok: false, reason: "damaged" });
    expect(readdirSync(folder).filter((name) => name.startsWith("copy"))).toEqual([]);
  });

  test("that is broken off leaves nothing", async () => {
    const db = made();
    await write(db, 0, 100);
    const copy = path.join(folder, "copy.db");
    await expect(backUp(file, copy, AbortSignal.abort())).rejects.toThrow();
    await db.$disconnect();
    expect(readdirSync(folder).filter((name) => name.startsWith("copy"))).toEqual([]);
  });

  test("comes by itself once a day, and old ones go", async () => {
    const db = made();
    await db.$disconnect();
    const backups = path.join(folder, "backups");
    mkdirSync(backups);
    writeFileSync(path.join(backups, "mine.db"), "not of this program's making");
    for (let day = 0; day < 40; day++) {
      const now = new Date(NOW.getTime() + day * 86_400_000);
      expect(await backUpDaily(file, backups, now)).toMatchObject({ ok: true });
      expect(await backUpDaily(file, backups, now)).toBeNull();
    }
    const left = readdirSync(backups);
    expect(left).toContain("mine.db");
    expect(left.length).toBeLessThan(15);
    expect(lastDaily(file, backups)).toMatchObject({ day: "2027-01-08" });
  });
});

/** Writes rubbish over pages in the middle, as a dying disk does. */
function spoil(at: string): void {
  const bytes = statSync(at).size;
  const page = 4096;
  const client = Buffer.alloc(page * 8, 0x5a);
  const middle = Math.floor(bytes / 2 / page) * page;
  writeOver(at, client, middle);
}

function writeOver(at: string, bytes: Buffer, position: number): void {
  const descriptor = openSync(at, "r+");
  writeSync(descriptor, bytes, 0, bytes.length, position);
  closeSync(descriptor);
}

describe("restoring", () => {
  test("puts the backup in place, and keeps what was there with the log of its last changes", async () => {
    const db = made();
    await write(db, 0, 400);
    const backup = path.join(folder, "good.db");
    await backUp(file, backup);
    await write(db, 400, 1_100);
    const left = path.join(folder, "left.db");
    killed(file, left);
    await db.$disconnect();
    const restored = await restore(backup, left, NOW);
    expect(restored).toEqual({ ok: true, kept: `${left}.before-restore-2026-11-30T07-30-00` });
    expect(await prepareDatabase(left)).toMatchObject({ ok: true, setAside: null });
    expect(await topicsIn(left)).toBe(400);
    expect(await faultsOf(left, "full")).toEqual([]);
    expect(await topicsIn(`${left}.before-restore-2026-11-30T07-30-00`)).toBe(1_100);
  });

  test("into an empty place needs nothing there", async () => {
    const db = made();
    await write(db, 0, 30);
    await backUp(file, path.join(folder, "good.db"));
    await db.$disconnect();
    const fresh = path.join(folder, "new laptop", "own.db");
    expect(await restore(path.join(folder, "good.db"), fresh, NOW)).toEqual({ ok: true, kept: null });
    expect(await topicsIn(fresh)).toBe(30);
  });

  test("is refused, nothing changed, while somebody serves the file, and of what is no backup", async () => {
    const db = made();
    await write(db, 0, 10);
    const backup = path.join(folder, "good.db");
    await backUp(file, backup);
    await db.$disconnect();
    const before = statSync(file);
    const text = path.join(folder, "text.db");
    writeFileSync(text, "not a database ".repeat(500));
    const empty = path.join(folder, "empty.db");
    writeFileSync(empty, "");
    const foreign = path.join(folder, "foreign.db");
    const theirs = createClient({ url: `file:${foreign}` });
    await theirs.execute("CREATE TABLE recipes (name)");
    theirs.close();
    const cut = path.join(folder, "cut.db");
    copyFileSync(backup, cut);
    truncateSync(cut, statSync(cut).size - 3 * 4096);
    for (const [what, reason] of [
      [text, "damaged"],
      [empty, "foreign"],
      [foreign, "foreign"],
      [cut, "damaged"],
      [file, "same"],
      [path.join(folder, "nowhere.db"), "missing"],
    ] as const) {
      expect(await restore(what, file, NOW)).toMatchObject({ ok: false, reason });
    }
    const lock = takeLock(file);
    expect(await restore(backup, file, NOW)).toMatchObject({ ok: false, reason: "running" });
    lock?.release();
    expect(statSync(file)).toMatchObject({ ino: before.ino, size: before.size, mtimeMs: before.mtimeMs });
    expect(readdirSync(folder).filter((name) => name.includes("restor"))).toEqual([]);
  });
});

test("a lock is had by one at a time, and can be had again", async () => {
  const first = takeLock(file);
  expect(first).not.toBeNull();
  expect(takeLock(file)).toBeNull();
  first?.release();
  const second = takeLock(file);
  expect(second).not.toBeNull();
  second?.release();
});

test("a backup that was copied over the file by hand does not get the log of the newer file", async () => {
  const db = made();
  await write(db, 0, 400);
  const backup = path.join(folder, "good.db");
  await backUp(file, backup);
  await write(db, 400, 1_100);
  const left = path.join(folder, "left.db");
  killed(file, left);
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
  const db = made();
  await write(db, 0, 3_000);
  await db.$disconnect();
  writeFileSync(`${file}-wal`, "left by a kill");
  spoil(file);
  const before = statSync(file);
  expect(await prepareDatabase(file)).toMatchObject({ ok: false, trouble: "damaged" });
  expect(statSync(file)).toMatchObject({ ino: before.ino, size: before.size });
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
      const db = made();
      await write(db, 0, 100);
      happen(file);
      const refused = async (work: Promise<unknown>) => troubleOf(await work.catch((error: unknown) => error));
      expect(await refused(write(db, 100, 101))).toBe("damaged");
      expect(await refused(db.topic.create({ data: { id: "late", order: 1, title: {} } }))).toBe("damaged");
      expect(await refused(db.$transaction(async (tx) => tx.topic.count()))).toBe("damaged");
      expect(await refused(db.topic.count())).toBe("damaged");
      await db.$disconnect();
    });
  }

  test("is still ours when another program wrote into it by SQLite's rules", async () => {
    const db = made();
    await write(db, 0, 100);
    const other = openDatabase(file);
    const lock = takeLock(file); // as the server has it
    await write(other, 100, 200);
    await other.$disconnect();
    await write(db, 200, 300);
    expect(await db.topic.count()).toBe(300);
    lock?.release();
    await db.$disconnect();
  });
});

test("whoever waits for a lock of another program's waits without keeping others waiting, and no longer than was said", async () => {
  await made().$disconnect();
  const db = openDatabase(file, { lockWaitMs: 300 });
  await write(db, 0, 1);
  const other = createClient({ url: `file:${file}` });
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

describe("making and upgrading", () => {
  /** The migrations as they are, and one more. */
  function migrationsWith(sql: string): string {
    const own = path.join(folder, "migrations");
    cpSync(MIGRATIONS_DIR, own, { recursive: true });
    mkdirSync(path.join(own, "29990101000000_later"));
    writeFileSync(path.join(own, "29990101000000_later", "migration.sql"), sql);
    return own;
  }

  test("a migration that fails changes nothing, and says which it was and why", async () => {
    const db = made();
    await write(db, 0, 50);
    await db.$disconnect();
    const own = migrationsWith('CREATE TABLE "Extra"(x INTEGER);\nINSERT INTO "Nope" VALUES (1);');
    const before = statSync(file);
    const failed = await prepareDatabase(file, own);
    expect(failed).toMatchObject({ ok: false, trouble: "migration" });
    expect(failed).toHaveProperty("detail", expect.stringMatching(/^29990101000000_later: .*Nope.*/));
    expect(statSync(file)).toMatchObject({ ino: before.ino, size: before.size });
    expect(await prepareDatabase(file)).toMatchObject({ ok: true, applied: [] });
    expect(await topicsIn(file)).toBe(50);
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith("own.db."))
        .sort(),
    ).toEqual([]);
  });

  test("a new database whose making fails leaves no file behind", async () => {
    const own = migrationsWith('INSERT INTO "Nope" VALUES (1);');
    expect(await prepareDatabase(file, own)).toMatchObject({ ok: false, trouble: "migration" });
    expect(existsSync(file)).toBe(false);
    expect(await prepareDatabase(file)).toMatchObject({ ok: true });
  });

  test("an upgrade keeps the file as it was beside the new one", async () => {
    const db = made();
    await write(db, 0, 50);
    await db.$disconnect();
    const own = migrationsWith('CREATE TABLE "Extra"(x INTEGER);');
    const backup = `${file}.before-29990101000000_later`;
    expect(await prepareDatabase(file, own)).toEqual({
      ok: true,
      applied: ["29990101000000_later"],
      backup,
      setAside: null,
    });
    expect(await topicsIn(file)).toBe(50);
    expect(await topicsIn(backup)).toBe(50);
    // A copy that is put back works with the version before.
    expect(await restore(backup, file, NOW)).toMatchObject({ ok: true });
    expect(await prepareDatabase(file)).toMatchObject({ ok: true, applied: [] });
  });

  test("what a version before left half migrated gives way to the copy that it had made", async () => {
    const db = made();
    await write(db, 0, 50);
    await db.$disconnect();
    const last = readdirSync(MIGRATIONS_DIR)
      .filter((name) => /^\d/.test(name))
      .sort()
      .at(-1);
    copyFileSync(file, `${file}.before-${last}`);
    const client = createClient({ url: `file:${file}` });
    await client.execute({
      sql: "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ?",
      args: [last ?? ""],
    });
    await client.execute('DELETE FROM "Topic"');
    client.close();
    expect(await prepareDatabase(file)).toMatchObject({ ok: true, setAside: expect.stringContaining(".broken-") });
    expect(await topicsIn(file)).toBe(50);
  });

  test("what was half made when the disk was full is made anew", async () => {
    const db = made();
    await db.$disconnect();
    const client = createClient({ url: `file:${file}` });
    await client.execute("UPDATE _prisma_migrations SET finished_at = NULL");
    client.close();
    expect(await prepareDatabase(file)).toMatchObject({ ok: true, setAside: expect.stringContaining(".broken-") });
  });

  test("an empty file is no database yet, and becomes one", async () => {
    writeFileSync(file, "");
    expect(await prepareDatabase(file)).toMatchObject({ ok: true });
  });
});

describe("what stands in the database's place and is none of ours", () => {
  test("a folder, a pipe and a device are refused and stay what they are", async () => {
    const fifo = path.join(folder, "pipe.db");
    spawnSync("mkfifo", [fifo]);
    for (const [place, isStill] of [
      [folder, () => statSync(folder).isDirectory()],
      [fifo, () => statSync(fifo).isFIFO()],
    ] as const) {
      expect(await prepareDatabase(place)).toMatchObject({ ok: false, trouble: "no-file" });
      expect(await restore(place, file, NOW)).toMatchObject({ ok: false, reason: "missing" });
      expect(isStill()).toBe(true);
    }
  });

  test("a file with a second name is refused, and has a life of its own after the advice", async () => {
    await made().$disconnect();
    linkSync(file, path.join(folder, "second.db"));
    expect(await prepareDatabase(file)).toMatchObject({ ok: false, trouble: "linked" });
    copyFileSync(file, `${file}.own`);
    renameSync(`${file}.own`, file);
    expect(await prepareDatabase(file)).toMatchObject({ ok: true });
  });

  test("a link that leads nowhere yet stays a link, and the database is where it leads", async () => {
    const link = path.join(folder, "link.db");
    symlinkSync(path.join(folder, "real.db"), link);
    const named = databaseFile({ RETRANSMIT_DB: link } as never);
    expect(named).toBe(path.join(folder, "real.db"));
    expect(await prepareDatabase(named)).toMatchObject({ ok: true });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test("files of somebody's beside it, whatever they are called, are left alone", async () => {
    await made().$disconnect();
    const names = ["new", "restoring", "upgrading", "checking", "before"].map((end) => `${file}.${end}`);
    for (const name of names) copyFileSync(file, name);
    expect(await prepareDatabase(file)).toMatchObject({ ok: true });
    expect(await restore(`${file}.restoring`, file, NOW)).toMatchObject({ ok: true });
    expect(names.every((name) => existsSync(name))).toBe(true);
  });
});

test("a log that fits is never left out; where the file was written after it, the file without it is kept too", async () => {
  const db = made();
  await write(db, 0, 10);
  await db.$disconnect();
  const older = path.join(folder, "older.db");
  copyFileSync(file, older);
  const again = openDatabase(file, { owns: true });
  await writeTogether(again, [{ sql: `UPDATE "Topic" SET "order" = 7`, values: [] }]);
  const left = path.join(folder, "left.db");
  killed(file, left);
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

test("a server that noticed another file in the place of its own folds nothing into that at its end", async () => {
  await made().$disconnect();
  const backup = path.join(folder, "backup.db");
  await backUp(file, backup);
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
  const flags = ["--import", "tsx", "--input-type=module", "-e", program, file, backup];
  const { signal } = spawnSync(process.execPath, flags, { stdio: "inherit" });
  expect(signal).toBe("SIGKILL");
  expect(readFileSync(file).equals(readFileSync(backup))).toBe(true);
});

test("two restores of one moment keep both of what was there", async () => {
  await made().$disconnect();
  const backup = path.join(folder, "backup.db");
  await backUp(file, backup);
  const kept = [];
  for (let i = 0; i < 2; i++) kept.push(await restore(backup, file, NOW));
  const stamped = `${file}.before-restore-2026-11-30T07-30-00`;
  expect(kept).toEqual([
    { ok: true, kept: stamped },
    { ok: true, kept: `${stamped}-2` },
  ]);
});

test("links that lead to links end where they end, whether there is a file yet or not", () => {
  mkdirSync(path.join(folder, "real"));
  symlinkSync(path.join("real", "c.db"), path.join(folder, "two.db"));
  symlinkSync("two.db", path.join(folder, "one.db"));
  const named = { RETRANSMIT_DB: path.join(folder, "one.db") } as never;
  expect(databaseFile(named)).toBe(path.join(folder, "real", "c.db"));
  symlinkSync("circle.db", path.join(folder, "circle.db"));
  expect(() => databaseFile({ RETRANSMIT_DB: path.join(folder, "circle.db") } as never)).not.toThrow();
});

test("a backup of a day that a wrong clock named is not the last one", async () => {
  await made().$disconnect();
  const backups = path.join(folder, "backups");
  await backUpDaily(file, backups, new Date("2099-01-01T12:00:00Z"));
  const early = Date.now() / 1000 - 3 * 24 * 60 * 60;
  utimesSync(path.join(backups, "own-2099-01-01.db"), early, early);
  await backUpDaily(file, backups, NOW);
  expect(lastDaily(file, backups)?.day).toBe("2026-11-30");
});

test("two databases in one folder have backups of their own", async () => {
  await made().$disconnect();
  const other = path.join(folder, "other.db");
  copyFileSync(file, other);
  const backups = path.join(folder, "backups");
  expect(await backUpDaily(file, backups, NOW)).toMatchObject({ ok: true });
  expect(await backUpDaily(other, backups, NOW)).toMatchObject({ ok: true });
  expect(lastDaily(other, backups)?.file).toBe(path.join(backups, "other-2026-11-30.db"));
  expect(lastDaily(path.join(folder, "third.db"), backups)).toBeNull();

  // Nor does one of the same name elsewhere, in a folder that both were told.
  const shared = path.join(folder, "shared", "backups");
  const twin = path.join(folder, "elsewhere", "own.db");
  mkdirSync(path.dirname(twin));
  copyFileSync(file, twin);
  for (const one of [file, twin]) expect(await backUpDaily(one, shared, NOW)).toMatchObject({ ok: true });
  expect(readdirSync(shared)).toHaveLength(2);
  expect(lastDaily(file, shared)?.file).not.toBe(lastDaily(twin, shared)?.file);
});
