import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, copyFileSync, existsSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import type { APIRequestContext } from "playwright/test";
import { type Server, startServer } from "../scripts/started-server.ts";
import { expect, test } from "./fixture.ts";

const CARD = "opening/three-segments";
const ANSWERS = 12;

async function answer(request: APIRequestContext, { address }: Server, from: number, to: number): Promise<void> {
  for (let version = from; version < to; version++) {
    const rest = { durationMs: 1000, notes: "", tickedKeyPoints: [], language: "en" };
    const data = { cardId: CARD, version, rating: 3, ...rest };
    expect((await request.put(`${address}/api/reviews/${randomUUID()}`, { data })).status()).toBe(201);
  }
}

/** How many answers a file holds by itself; a copy is looked at, so that nothing of this changes the file. */
async function answersIn(file: string): Promise<number> {
  const copy = test.info().outputPath(`looked-at-${randomUUID()}.db`);
  copyFileSync(file, copy);
  const client = createClient({ url: `file:${copy}` });
  const { rows } = await client.execute(
    'SELECT (SELECT count(*) FROM "Review") AS n, (SELECT * FROM pragma_integrity_check) AS c',
  );
  client.close();
  expect(rows[0]?.c).toBe("ok");
  return Number(rows[0]?.n);
}

/** Runs what a person would type, in a shell, with the database named by the environment. */
function type(command: string, database: string): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(command, {
    shell: true,
    encoding: "utf8",
    env: { ...process.env, RETRANSMIT_DB: database },
  });
  return { code: status, said: stdout + stderr };
}

const quoted = (file: string) => `'${file}'`;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  test(`after ${signal} the database file by itself holds every answer`, async ({ server, request }) => {
    await answer(request, server, 0, ANSWERS);
    await server.stop(signal);
    expect(await answersIn(server.file)).toBe(ANSWERS);
  });
}

test.use({ own: true });

test("yesterday's backup and one command bring everything back, into an empty place and over a newer file", async ({
  server,
  request,
}) => {
  await answer(request, server, 0, ANSWERS);
  const backup = test.info().outputPath("kept elsewhere.db");
  const made = type(`npm run -s backup -- ${quoted(backup)}`, server.file);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining("checked: sound and whole") });
  expect(await answersIn(backup)).toBe(ANSWERS);
  // Once more is refused: nothing is written over.
  expect(type(`npm run -s backup -- ${quoted(backup)}`, server.file)).toMatchObject({ code: 1 });

  await answer(request, server, ANSWERS, ANSWERS + 5);
  const running = type(`npm run -s restore -- ${quoted(backup)}`, server.file);
  expect(running).toMatchObject({
    code: 1,
    said: expect.stringContaining("Retransmit is running with this database."),
  });
  const second = type("npm start -- --port 9", server.file);
  expect(second.code).toBe(1);

  await server.kill(); // the answers after the backup stand in the log only
  const over = type(`npm run -s restore -- ${quoted(backup)}`, server.file);
  expect(over).toMatchObject({ code: 0, said: expect.stringContaining("What was there before: ") });
  const again = await startServer(server.file);
  await answer(request, again, ANSWERS, ANSWERS + 1);
  await again.stop("SIGTERM");
  expect(await answersIn(server.file)).toBe(ANSWERS + 1);
  const kept = /What was there before: (.*)/.exec(over.said)?.[1] ?? "";
  expect(type("npm run -s memory -- verify", kept)).toMatchObject({
    code: 0,
    said: expect.stringContaining(`${ANSWERS + 5} log entries`),
  });

  const laptop = test.info().outputPath("new laptop/own.db");
  expect(type(`npm run -s restore -- ${quoted(backup)}`, laptop)).toMatchObject({ code: 0 });
  expect(await answersIn(laptop)).toBe(ANSWERS);
});

test("a backup is handed out by the settings, and only to this site", async ({ page, request, server }) => {
  await answer(request, server, 0, 3);
  await page.goto("/en/settings");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download a backup" }).click(),
  ]);
  const file = test.info().outputPath("downloaded.db");
  await download.saveAs(file);
  expect(await answersIn(file)).toBe(3);
  expect(readdirSync(path.dirname(server.file)).filter((name) => name.includes("download"))).toEqual([]);
  const foreign = await request.get("/api/backup", { headers: { "sec-fetch-site": "cross-site" } });
  expect(foreign.status()).toBe(403);
});

test("a damaged file is called damaged by every command, and the advice that is printed mends it", async ({
  server,
  request,
}) => {
  await answer(request, server, 0, ANSWERS);
  const folder = path.join(path.dirname(server.file), "backups");
  expect(type(`npm run -s backup -- ${quoted(path.join(folder, "test-2026-11-29.db"))}`, server.file).code).toBe(0);
  await server.stop("SIGTERM");
  spoilTable(server.file);
  for (const command of ["check", "memory -- verify", "memory -- rebuild", "backup"]) {
    const told = type(`npm run -s ${command}`, server.file);
    expect(told).toMatchObject({ code: 1, said: expect.stringContaining("it is damaged") });
    expect(told.said).not.toContain("    at ");
  }
  const { said } = type("npm run -s check", server.file);
  const advice = /(RETRANSMIT_DB=.* npm run -s restore -- .*)\. Or name/.exec(said)?.[1] ?? "";
  expect(type(advice, "/nowhere/else.db")).toMatchObject({ code: 0 });
  expect(type("npm run -s check", server.file)).toMatchObject({ code: 0, said: expect.stringContaining(": sound") });
  expect(await answersIn(server.file)).toBe(ANSWERS);
});

/** Rubbish over pages in the middle of the file. */
function spoilTable(file: string): void {
  const page = 4096;
  const descriptor = openSync(file, "r+");
  for (let at = Math.floor(statSync(file).size / 3 / page); at < statSync(file).size / page; at += 3) {
    writeSync(descriptor, Buffer.alloc(page, 0x5a), 0, page, at * page);
  }
  closeSync(descriptor);
}

test("a file that goes away under the server acknowledges nothing more, and pages say 503", async ({
  server,
  request,
}) => {
  await answer(request, server, 0, 2);
  for (const end of ["", "-wal", "-shm"]) if (existsSync(server.file + end)) rmSync(server.file + end);
  const rest = { durationMs: 1000, notes: "", tickedKeyPoints: [], language: "en" };
  const refused = await request.put(`/api/reviews/${randomUUID()}`, {
    data: { cardId: CARD, version: 2, rating: 3, ...rest },
  });
  expect(refused.status()).toBe(503);
  expect((await refused.json()).reason).toBe("damaged");
  expect((await request.get("/en/review")).status()).toBe(503);
});
