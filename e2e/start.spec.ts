import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { createClient } from "@libsql/client";
import { expect, test } from "playwright/test";
import { prepareDatabase } from "../lib/db/prepare.ts";
import { freePort } from "../scripts/serving/port.ts";
import { startServer, TEMPLATE } from "../scripts/started-server.ts";

/** Runs npm start's script until it ends by itself; what it said, and its exit code. */
function start(args: string[], database: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx/esm", "scripts/start.ts", ...args], {
    env: { ...process.env, RETRANSMIT_DB: database },
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}

test("a port in use is told with a way out", async () => {
  const holder = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => holder.listen(port, "127.0.0.1", resolve));
  const { code, said } = await start(["--port", String(port)], test.info().outputPath("a.db"));
  holder.close();
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port} on 127.0.0.1 is in use.`);
  expect(said).toContain(`npm start -- --port ${port + 1}`);
});

test("an option that is no option is told with the usage", async () => {
  for (const args of [
    ["--port", "http"],
    ["--port", "0x10"],
    ["--port", "3e3"],
    ["--port", "0"],
    ["--colour", "blue"],
    ["--name", "http://cards.example"],
  ]) {
    const { code, said } = await start(args, test.info().outputPath("a.db"));
    expect(code).toBe(1);
    expect(said).toContain("usage: npm start");
    expect(said).not.toContain("    at ");
  }
});

test("a database that cannot be used ends the start with a sentence, not with a stack", async () => {
  const folder = test.info().outputPath("databases");
  mkdirSync(folder, { recursive: true });
  const text = path.join(folder, "text.db");
  writeFileSync(text, "not a database ".repeat(500));
  const newer = path.join(folder, "newer.db");
  await prepareDatabase(newer);
  const client = createClient({ url: `file:${newer}` });
  await client.execute(
    "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES ('x', 'y', 1, '29990101000000_later', 1, 1)",
  );
  client.close();
  const port = ["--port", String(await freePort())];
  for (const [file, sentence] of [
    [text, "This is not a database of Retransmit"],
    [folder, "A folder, a device or a pipe stands in its place."],
    [newer, "made by a newer version of Retransmit"],
  ] as const) {
    const { code, said } = await start(port, file);
    expect(code).toBe(1);
    expect(said).toContain(sentence);
    expect(said).toContain(file);
    expect(said).not.toContain("    at ");
  }
});

test("where others can reach it, the server starts only for who says so, and tells the addresses", async () => {
  const port = String(await freePort());
  const file = test.info().outputPath("open.db");
  const { code, said } = await start(["--port", port, "--host", "0.0.0.0"], file);
  expect(code).toBe(1);
  expect(said).toContain("there are no accounts");
  expect(said).toContain("--open");
  const child = spawn(
    process.execPath,
    ["--import", "tsx/esm", "scripts/start.ts", "--port", port, "--host", "0.0.0.0", "--open"],
    {
      env: { ...process.env, RETRANSMIT_DB: file },
    },
  );
  let told = "";
  child.stdout.on("data", (chunk) => {
    told += chunk;
  });
  await expect.poll(() => told, { timeout: 60_000 }).toContain("There are no accounts");
  expect(told).not.toContain("http://0.0.0.0");
  const addresses = told.match(/http:\/\/\S+/g) ?? [];
  expect(addresses[0]).toBe(`http://127.0.0.1:${port}`);
  for (const address of addresses) expect((await fetch(`${address}/en`)).status).toBe(200);
  child.kill("SIGTERM");
  await new Promise((resolve) => child.on("close", resolve));
});

test("a database in a folder of any name is made, served and closed", async () => {
  for (const name of ["C# course", "100%", "what?"]) {
    const file = path.join(test.info().outputPath(name), "own #1.db");
    mkdirSync(path.dirname(file), { recursive: true });
    copyFileSync(TEMPLATE, file);
    const server = await startServer(file);
    expect((await fetch(`${server.address}/en`)).status).toBe(200);
    await server.stop("SIGTERM");
  }
});

test("a server whose output nobody reads any more goes on, and is not busy with that", async () => {
  const file = test.info().outputPath("unread.db");
  copyFileSync(TEMPLATE, file);
  const port = String(await freePort());
  const child = spawn(process.execPath, ["--import", "tsx/esm", "scripts/start.ts", "--port", port], {
    env: { ...process.env, RETRANSMIT_DB: file },
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said, { timeout: 60_000 }).toContain("Retransmit is ready");
  child.stdout.destroy();
  child.stderr.destroy();
  // A page in trouble is told on the error stream.
  rmSync(file);
  expect((await fetch(`http://127.0.0.1:${port}/en/review`)).status).toBe(503);
  expect((await fetch(`http://127.0.0.1:${port}/icon.svg`)).status).toBe(200);
  const turns = () => Number(/\) \S+ (?:-?\d+ ){10}(\d+)/.exec(readFileSync(`/proc/${child.pid}/stat`, "utf8"))?.[1]);
  if (process.platform === "linux") {
    const before = turns();
    await fetch(`http://127.0.0.1:${port}/icon.svg`);
    await expect.poll(async () => (await fetch(`http://127.0.0.1:${port}/icon.svg`)).status).toBe(200);
    expect(turns() - before).toBeLessThan(100);
  }
  child.kill("SIGTERM");
  await new Promise((resolve) => child.on("close", resolve));
});
