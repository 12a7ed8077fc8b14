import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { describe, expect, test } from "vitest";
import { backUp } from "./backup.ts";
import { backUpDaily, lastDaily } from "./daily.ts";
import { killed, NOW, placeForEach, spoil, topicsIn, write } from "./life-testing.ts";
import { takeLock } from "./lock.ts";
import { prepareDatabase } from "./prepare.ts";
import { restore } from "./restore.ts";
import { faultsOf } from "./whole.ts";

const place = placeForEach();

describe("a backup", () => {
  test("holds, while others write, all that was acknowledged before, and is checked", async () => {
    const db = place.made();
    await write(db, 0, 1_000);
    let isDone = false;
    const writing = (async () => {
      for (let i = 1_000; !isDone; i += 100) {
        await write(db, i, i + 100);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const copy = path.join(place.folder, "deeper", "copy.db");
    expect(await backUp(place.file, copy)).toMatchObject({ ok: true, bytes: statSync(copy).size });
    isDone = true;
    await writing;
    await db.$disconnect();
    expect(await topicsIn(copy)).toBeGreaterThanOrEqual(1_000);
    expect(await faultsOf(copy, "full")).toEqual([]);
    expect(readdirSync(path.dirname(copy))).toEqual(["copy.db"]);
  });

  test("never replaces a file", async () => {
    const db = place.made();
    await db.$disconnect();
    const copy = path.join(place.folder, "copy.db");
    writeFileSync(copy, "something of somebody's");
    expect(await backUp(place.file, copy)).toEqual({ ok: false, reason: "exists" });
    expect(statSync(copy).size).toBe("something of somebody's".length);
  });

  test("of a damaged database is none, and leaves no file", async () => {
    const db = place.made();
    await write(db, 0, 2_000);
    await db.$disconnect();
    spoil(place.file);
    const copy = path.join(place.folder, "copy.db");
    expect(await backUp(place.file, copy)).toMatchObject({ ok: false, reason: "damaged" });
    expect(readdirSync(place.folder).filter((name) => name.startsWith("copy"))).toEqual([]);
  });

  test("that its place cannot take says so of that place, and says nothing against the database", async () => {
    await place.made().$disconnect();
    const shelf = path.join(place.folder, "a file");
    writeFileSync(shelf, "");
    const nowhere = path.join(place.folder, "unplugged");
    symlinkSync(path.join(place.folder, "disk"), nowhere);
    for (const [to, trouble] of [
      [path.join(shelf, "copy.db"), "unreachable"],
      [path.join(shelf, "deeper", "copy.db"), "unreachable"],
      [path.join(nowhere, "copy.db"), "unreachable"],
      [path.join(place.folder, `${"n".repeat(300)}.db`), "long-name"],
      ["/proc/copy.db", "unreachable"],
      ["/proc/deeper/copy.db", "unreachable"],
    ] as const)
      expect(await backUp(place.file, to)).toMatchObject({ ok: false, reason: "no-place", trouble });
    expect(readdirSync(place.folder).sort()).toEqual(["a file", "own.db", "unplugged"]);
  });

  test("may have the longest name that the disk takes", async () => {
    await place.made().$disconnect();
    const copy = path.join(place.folder, `${"n".repeat(252)}.db`);
    expect(await backUp(place.file, copy)).toMatchObject({ ok: true });
    expect(readdirSync(place.folder)).toHaveLength(2);
  });

  test("that is broken off leaves nothing", async () => {
    const db = place.made();
    await write(db, 0, 100);
    const copy = path.join(place.folder, "copy.db");
    await expect(backUp(place.file, copy, AbortSignal.abort())).rejects.toThrow();
    await db.$disconnect();
    expect(readdirSync(place.folder).filter((name) => name.startsWith("copy"))).toEqual([]);
  });

  test("comes by itself once a day, and old ones go", async () => {
    const db = place.made();
    await db.$disconnect();
    const backups = path.join(place.folder, "backups");
    mkdirSync(backups);
    writeFileSync(path.join(backups, "mine.db"), "not of this program's making");
    for (let day = 0; day < 40; day++) {
      const now = new Date(NOW.getTime() + day * 86_400_000);
      expect(await backUpDaily(place.file, backups, now)).toMatchObject({ ok: true });
      expect(await backUpDaily(place.file, backups, now)).toBeNull();
    }
    const left = readdirSync(backups);
    expect(left).toContain("mine.db");
    expect(left.length).toBeLessThan(15);
    expect(lastDaily(place.file, backups)).toMatchObject({ day: "2027-01-08" });
  });
});

test("a backup of a day that a wrong clock named is not the last one", async () => {
  await place.made().$disconnect();
  const backups = path.join(place.folder, "backups");
  await backUpDaily(place.file, backups, new Date("2099-01-01T12:00:00Z"));
  const early = Date.now() / 1000 - 3 * 24 * 60 * 60;
  utimesSync(path.join(backups, "own-2099-01-01.db"), early, early);
  await backUpDaily(place.file, backups, NOW);
  expect(lastDaily(place.file, backups)?.day).toBe("2026-11-30");
});

test("two databases in one folder have backups of their own", async () => {
  await place.made().$disconnect();
  const other = path.join(place.folder, "other.db");
  copyFileSync(place.file, other);
  const backups = path.join(place.folder, "backups");
  expect(await backUpDaily(place.file, backups, NOW)).toMatchObject({ ok: true });
  expect(await backUpDaily(other, backups, NOW)).toMatchObject({ ok: true });
  expect(lastDaily(other, backups)?.file).toBe(path.join(backups, "other-2026-11-30.db"));
  expect(lastDaily(path.join(place.folder, "third.db"), backups)).toBeNull();

  // Nor does one of the same name elsewhere, in a folder that both were told.
  const shared = path.join(place.folder, "shared", "backups");
  const twin = path.join(place.folder, "elsewhere", "own.db");
  mkdirSync(path.dirname(twin));
  copyFileSync(place.file, twin);
  for (const one of [place.file, twin]) expect(await backUpDaily(one, shared, NOW)).toMatchObject({ ok: true });
  expect(readdirSync(shared)).toHaveLength(2);
  expect(lastDaily(place.file, shared)?.file).not.toBe(lastDaily(twin, shared)?.file);
});

describe("restoring", () => {
  test("puts the backup in place, and keeps what was there with the log of its last changes", async () => {
    const db = place.made();
    await write(db, 0, 400);
    const backup = path.join(place.folder, "good.db");
    await backUp(place.file, backup);
    await write(db, 400, 1_100);
    const left = path.join(place.folder, "left.db");
    killed(place.file, left);
    await db.$disconnect();
    const restored = await restore(backup, left, NOW);
    expect(restored).toEqual({ ok: true, kept: `${left}.before-restore-2026-11-30T07-30-00` });
    expect(await prepareDatabase(left)).toMatchObject({ ok: true, setAside: null });
    expect(await topicsIn(left)).toBe(400);
    expect(await faultsOf(left, "full")).toEqual([]);
    expect(await topicsIn(`${left}.before-restore-2026-11-30T07-30-00`)).toBe(1_100);
  });

  test("into an empty place needs nothing there", async () => {
    const db = place.made();
    await write(db, 0, 30);
    await backUp(place.file, path.join(place.folder, "good.db"));
    await db.$disconnect();
    const fresh = path.join(place.folder, "new laptop", "own.db");
    expect(await restore(path.join(place.folder, "good.db"), fresh, NOW)).toEqual({ ok: true, kept: null });
    expect(await topicsIn(fresh)).toBe(30);
  });

  test("is refused, nothing changed, while somebody serves the place.file, and of what is no backup", async () => {
    const db = place.made();
    await write(db, 0, 10);
    const backup = path.join(place.folder, "good.db");
    await backUp(place.file, backup);
    await db.$disconnect();
    const before = statSync(place.file);
    const text = path.join(place.folder, "text.db");
    writeFileSync(text, "not a database ".repeat(500));
    const empty = path.join(place.folder, "empty.db");
    writeFileSync(empty, "");
    const foreign = path.join(place.folder, "foreign.db");
    const theirs = createClient({ url: `file:${foreign}` });
    await theirs.execute("CREATE TABLE recipes (name)");
    theirs.close();
    const cut = path.join(place.folder, "cut.db");
    copyFileSync(backup, cut);
    truncateSync(cut, statSync(cut).size - 3 * 4096);
    for (const [what, reason] of [
      [text, "damaged"],
      [empty, "foreign"],
      [foreign, "foreign"],
      [cut, "damaged"],
      [place.file, "same"],
      [path.join(place.folder, "nowhere.db"), "missing"],
    ] as const) {
      expect(await restore(what, place.file, NOW)).toMatchObject({ ok: false, reason });
    }
    const lock = takeLock(place.file);
    expect(await restore(backup, place.file, NOW)).toMatchObject({ ok: false, reason: "running" });
    lock?.release();
    expect(statSync(place.file)).toMatchObject({ ino: before.ino, size: before.size, mtimeMs: before.mtimeMs });
    expect(readdirSync(place.folder).filter((name) => name.includes("restor"))).toEqual([]);
  });
});

test("two restores of one moment keep both of what was there", async () => {
  await place.made().$disconnect();
  const backup = path.join(place.folder, "backup.db");
  await backUp(place.file, backup);
  const kept = [];
  for (let i = 0; i < 2; i++) kept.push(await restore(backup, place.file, NOW));
  const stamped = `${place.file}.before-restore-2026-11-30T07-30-00`;
  expect(kept).toEqual([
    { ok: true, kept: stamped },
    { ok: true, kept: `${stamped}-2` },
  ]);
});
