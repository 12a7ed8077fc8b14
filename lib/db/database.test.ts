import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Db, openDatabase, writeTogether } from "./client.ts";
import { prepareDatabase } from "./prepare.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";
import { troubleOf } from "./trouble.ts";

let made: TestDatabase;
let db: Db;

beforeAll(async () => {
  made = await testDatabase();
  db = made.db;
  await db.topic.create({ data: { id: "t", order: 0, title: {} } });
});
afterAll(() => made.dispose());

const beside = (name: string) => path.join(path.dirname(made.file), name);

function openFiles(): number {
  if (process.platform !== "linux") return 0;
  return readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === made.file;
    } catch {
      return false;
    }
  }).length;
}

test("a second start applies nothing and keeps everything", async () => {
  expect(await prepareDatabase(made.file)).toEqual({ ok: true, applied: [], backup: null, setAside: null });
  expect(await db.learner.findMany()).toEqual([{ id: "local", settings: null, schedulerId: null }]);
});

test("transactions keep the connection, its durability and its foreign keys", async () => {
  const before = openFiles();
  for (let i = 0; i < 50; i++)
    await db.$transaction(async (tx) => tx.topic.update({ where: { id: "t" }, data: { order: i } }));
  expect(openFiles()).toBe(before);
  expect(await db.$queryRawUnsafe("PRAGMA synchronous")).toEqual([{ synchronous: 2n }]);
  expect(await db.$queryRawUnsafe("PRAGMA foreign_keys")).toEqual([{ foreign_keys: 1n }]);
});

test("a write beside an open transaction survives that transaction's rollback", async () => {
  let isOpen = () => {};
  const opened = new Promise<void>((resolve) => {
    isOpen = resolve;
  });
  let end = () => {};
  const mayEnd = new Promise<void>((resolve) => {
    end = resolve;
  });
  const failing = db.$transaction(async (tx) => {
    await tx.topic.create({ data: { id: "inside", order: 1, title: {} } });
    isOpen();
    await mayEnd;
    throw new Error("rolled back");
  });
  await opened;
  const outside = db.topic.create({ data: { id: "outside", order: 2, title: {} } });
  end();
  await expect(failing).rejects.toThrow("rolled back");
  await outside;
  expect((await db.topic.findMany({ orderBy: { id: "asc" } })).map((topic) => topic.id)).toEqual(["outside", "t"]);
});

test("the log can be added to, but neither changed nor thinned", async () => {
  const card = { id: "t/c", topicId: "t", order: 0, level: "mid", fingerprint: "" };
  await db.card.create({ data: { ...card, keyPoints: [], simulation: {}, sources: [], provenance: {} } });
  const review = {
    id: "r",
    learnerId: "local",
    cardId: "t/c",
    kind: "answer",
    rating: 3,
    at: new Date(),
    zone: "UTC",
    algorithm: "",
  };
  await db.review.create({ data: review });
  const other = createClient({ url: `file:${made.file}` });
  await expect(other.execute('UPDATE "Review" SET "rating" = 4')).rejects.toThrow(/append-only/);
  await expect(other.execute('DELETE FROM "Review"')).rejects.toThrow(/append-only/);
  const again = 'INSERT OR REPLACE INTO "Review" (id, learnerId, cardId, kind, rating, at, zone, algorithm)';
  await expect(
    other.execute(`${again} SELECT id, learnerId, cardId, kind, 1, at, zone, algorithm FROM "Review"`),
  ).rejects.toThrow(/append-only/);
  await expect(
    other.execute(`${again} SELECT 'x', learnerId, cardId, kind, 9, at, zone, algorithm FROM "Review"`),
  ).rejects.toThrow(/of no known kind/);
  other.close();
  expect(await db.review.findMany()).toMatchObject([{ id: "r", rating: 3 }]);
});

test("after another program held the lock for too long, everything works again", async () => {
  const impatient = openDatabase(made.file, { lockWaitMs: 50 });
  const other = createClient({ url: `file:${made.file}` });
  await other.execute("BEGIN IMMEDIATE");
  const refused = await impatient.topic
    .create({ data: { id: "late", order: 3, title: {} } })
    .catch((error: unknown) => error);
  expect(troubleOf(refused)).toBe("locked");
  await other.execute("COMMIT");
  await impatient.$transaction(async (tx) => tx.topic.create({ data: { id: "late", order: 3, title: {} } }));
  other.close();
  await impatient.$disconnect();
});

test("a connection whose first statement met a lock works once the lock is gone", async () => {
  const file = beside("busy.db");
  const other = createClient({ url: `file:${file}` });
  await other.execute("CREATE TABLE t (x)");
  await other.execute("BEGIN EXCLUSIVE"); // not in WAL mode yet: even the first PRAGMA needs the lock
  const impatient = openDatabase(file, { lockWaitMs: 50 });
  const refused = await impatient.$queryRawUnsafe("SELECT * FROM t").catch((error: unknown) => error);
  expect(troubleOf(refused)).toBe("locked");
  await other.execute("ROLLBACK");
  other.close();
  expect(await impatient.$queryRawUnsafe("SELECT * FROM t")).toEqual([]);
  await impatient.$disconnect();
});

test("a file that is removed while it is open takes no more writes into the void", async () => {
  const file = beside("removed.db");
  await prepareDatabase(file);
  const open = openDatabase(file);
  await open.topic.findMany();
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  const write = open.$transaction(async (tx) => tx.topic.create({ data: { id: "void", order: 1, title: {} } }));
  expect(troubleOf(await write.catch((error: unknown) => error))).toBe("damaged");
  await open.$disconnect();
});

test("words in a bug's message are no trouble with the database", async () => {
  const bug = await db.topic
    .create({ data: { id: "database is locked", order: "SQLITE_FULL" as unknown as number, title: {} } })
    .catch((error: unknown) => error);
  expect(bug).toBeInstanceOf(Error);
  expect(troubleOf(bug)).toBeNull();
});

test("a database of another program is refused", async () => {
  const foreign = beside("foreign.db");
  const theirs = createClient({ url: `file:${foreign}` });
  await theirs.execute("CREATE TABLE recipes (name)");
  theirs.close();
  expect(await prepareDatabase(foreign)).toEqual({ ok: false, trouble: "foreign", detail: "recipes" });
});

test("a database of a newer version is refused and left as it is", async () => {
  const file = beside("newer.db");
  await prepareDatabase(file);
  const client = createClient({ url: `file:${file}` });
  await client.execute(
    "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES ('x', 'y', 1, '29990101000000_from_the_future', 1, 1)",
  );
  await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  client.close();
  const before = readFileSync(file);
  expect(await prepareDatabase(file)).toEqual({
    ok: false,
    trouble: "newer",
    detail: "29990101000000_from_the_future",
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a file that is no database, and a folder in its place, are told apart from a bug", async () => {
  writeFileSync(beside("text.db"), "this is not a database ".repeat(100));
  expect(await prepareDatabase(beside("text.db"))).toMatchObject({ ok: false, trouble: "damaged" });
  mkdirSync(beside("folder.db"));
  expect(await prepareDatabase(beside("folder.db"))).toMatchObject({ ok: false, trouble: "no-file" });
});

test("a file that may only be read is told as such, at the start and at a write, and stays as it is", async () => {
  const folder = beside("sealed");
  mkdirSync(folder);
  const file = path.join(folder, "sealed.db");
  await prepareDatabase(file);
  chmodSync(file, 0o444);
  chmodSync(folder, 0o555);
  const told = await asNobody(async () => {
    const sealed = openDatabase(file);
    const write = await sealed.topic
      .create({ data: { id: "x", order: 1, title: {} } })
      .catch((error: unknown) => error);
    await sealed.$disconnect();
    return { start: await prepareDatabase(file), write: troubleOf(write) };
  });
  chmodSync(folder, 0o755);
  expect(told.start).toMatchObject({ ok: false, trouble: "read-only" });
  expect(told.write).toBe("read-only");
});

/** Permissions do not bind root, so root becomes nobody for a while. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) {
    chmodSync(path.dirname(made.file), 0o755);
    process.seteuid?.(65_534);
  }
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

test("what is written together is written whole or not at all, and waits for a transaction that is open", async () => {
  const { db } = made;
  const topic = (id: string) => ({
    sql: 'INSERT INTO "Topic" ("id", "order", "title") VALUES (?, 0, \'{}\')',
    values: [id],
  });
  expect(await writeTogether(db, [topic("x"), topic("y")])).toEqual([1, 1]);
  await expect(writeTogether(db, [topic("z"), topic("x")])).rejects.toThrow(/UNIQUE/);
  let end = () => {};
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const open = db.$transaction(async (tx) => {
    await tx.topic.create({ data: { id: "inside", order: 1, title: {} } });
    await held;
    throw new Error("rolled back");
  });
  const outside = writeTogether(db, [topic("later")]);
  end();
  await expect(open).rejects.toThrow("rolled back");
  expect(await outside).toEqual([1]);
  const ids = (await db.topic.findMany({ where: { id: { in: ["inside", "later", "x", "y", "z"] } } })).map(
    ({ id }) => id,
  );
  expect(ids.sort()).toEqual(["later", "x", "y"]);
});
