// npm start: everything that stands between a fresh clone and a running server, each step only when it is needed.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { databaseFile } from "#lib/db/file.ts";
import { type Prepared, prepareDatabase } from "#lib/db/prepare.ts";
import { seed } from "#prisma/seed.ts";
import { build, isBuilt } from "./building.ts";
import { isFree } from "./port.ts";
import { NEXT, PRISMA, runNode } from "./run.ts";

const ADVICE = {
  newer:
    "This database was made by a newer version of Retransmit. Update the program, or name another file in RETRANSMIT_DB.",
  edited:
    "A migration that this database went through was changed since. Restore prisma/migrations from the repository.",
  locked: "Another program is holding the database. Is Retransmit running already? Stop it, then try again.",
  "read-only": "The database file cannot be written. Check the permissions of the file and of its folder.",
  unreachable: "The database file cannot be opened. Check that its folder exists and may be read and written.",
  full: "The disk is full. Make room, then try again.",
  damaged:
    "This is not a database of Retransmit, or it is damaged. Restore a backup, or name another file in RETRANSMIT_DB.",
} satisfies Record<Extract<Prepared, { ok: false }>["trouble"], string>;

const { host, port, dev } = options();
if (!(await isFree(host, port))) {
  fail(
    `Port ${port} on ${host} is in use. Stop the program that holds it, or choose another: npm start -- --port ${port + 1}`,
  );
}
await makeDatabase();
if (dev) await runNode(PRISMA, "generate", "--config", "prisma/prisma.config.ts");
else if (!isBuilt() && !(await build())) fail("The build failed; see above.");
serve();

function options() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: "string", default: process.env.HOST ?? "127.0.0.1" },
        port: { type: "string", default: process.env.PORT ?? "3000" },
        dev: { type: "boolean", default: false },
      },
    });
    const number = Number(values.port);
    if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new Error(`"${values.port}" is not a port`);
    return { ...values, port: number };
  } catch (error) {
    return fail(
      `${error instanceof Error ? error.message : error}\nusage: npm start -- [--port 3000] [--host 127.0.0.1]`,
    );
  }
}

async function makeDatabase() {
  const file = databaseFile();
  const prepared = await prepareDatabase(file);
  if (!prepared.ok) fail(`${file}\n${ADVICE[prepared.trouble]}\n(${prepared.detail})`);
  if (prepared.backup) console.log(`A copy of the database as it was: ${prepared.backup}`);
  const seeded = await seed(file, new Date());
  if ("problems" in seeded) {
    for (const { path, message } of seeded.problems) console.error(`content/${path}: ${message}`);
    fail("The content has problems, so the database keeps the content that it had.");
  }
  console.log(`Database ready: ${file}`);
}

function serve() {
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const env: NodeJS.ProcessEnv = { ...process.env, RETRANSMIT_LOOPBACK: isLoopback(host) ? "1" : "0" };
  const server = spawn(process.execPath, [NEXT, dev ? "dev" : "start", "-H", host, "-p", String(port)], {
    stdio: ["inherit", "pipe", "inherit"],
    env,
  });
  server.stdout.on("data", (chunk: Buffer) => {
    const text = chunk.toString();
    if (dev || !/Next\.js|Local:|Network:|Ready in|Starting/.test(text)) process.stdout.write(text);
    if (/Ready in/.test(text)) console.log(`\n  Retransmit is ready: ${address}\n`);
  });
  server.on("exit", (code) => process.exit(code ?? 0));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
}

function isLoopback(name: string): boolean {
  return name === "localhost" || name === "::1" || name.startsWith("127.");
}

function fail(message: string): never {
  console.error(`\n${message}\n`);
  process.exit(1);
}
