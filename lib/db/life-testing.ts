import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createClient } from "@libsql/client";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type Db, openDatabase, writeTogether } from "./client.ts";
import { prepareDatabase } from "./prepare.ts";

/** For tests of the file's life: the time at which they happen. */
export const NOW = new Date("2026-11-30T07:30:00Z");

/** A folder of its own for each test of a file, and a name in it that a database may get. */
export interface Place {
  readonly folder: string;
  readonly file: string;
  /** Puts a database there that is ready, and opens it as the server does. */
  made(): Db;
}

/** To be called once, at the top of a file of tests. */
export function placeForEach(): Place {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "retransmit-life-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  // Made once and copied: making takes its time.
  const template = path.join(mkdtempSync(path.join(os.tmpdir(), "retransmit-life-")), "template.db");
  beforeAll(async () => expect(await prepareDatabase(template)).toMatchObject({ ok: true }));
  afterAll(() => rmSync(path.dirname(template), { recursive: true, force: true }));
  return {
    get folder() {
      return folder;
    },
    get file() {
      return path.join(folder, "own.db");
    },
    made() {
      copyFileSync(template, this.file);
      return openDatabase(this.file, { owns: true });
    },
  };
}

const topic = (id: string) => ({
  sql: 'INSERT INTO "Topic" ("id", "order", "title") VALUES (?, 0, \'{}\')',
  values: [id],
});

/** Topics with these numbers, enough of them for many pages. */
export async function write(db: Db, from: number, to: number): Promise<void> {
  for (let i = from; i < to; i += 100) {
    await writeTogether(
      db,
      Array.from({ length: Math.min(100, to - i) }, (_, n) => topic(`topic ${i + n} ${"x".repeat(200)}`)),
    );
  }
}

export async function topicsIn(at: string): Promise<number> {
  const client = createClient({ url: `file:${at}` });
  const { rows } = await client.execute('SELECT count(*) AS n FROM "Topic"');
  client.close();
  return Number(rows[0]?.n);
}

/** As a kill leaves it: the file and its log as they are now. */
export function killed(at: string, to: string): void {
  for (const end of ["", "-wal"]) copyFileSync(at + end, to + end);
}

/** Writes rubbish over pages in the middle, as a dying disk does. */
export function spoil(at: string): void {
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
