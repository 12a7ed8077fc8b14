// npm start: everything that stands between a fresh clone and a running server, each step only when it is needed.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { build, generateClient, isBuilt } from "./building.ts";
import { isFree } from "./port.ts";
import { NEXT } from "./run.ts";

const { host, port, dev } = options();
if (!(await isFree(host, port))) {
  fail(
    `Port ${port} on ${host} is in use. Stop the program that holds it, or choose another: npm start -- --port ${port + 1}`,
  );
}
if ((dev || !isBuilt()) && !(await generateClient())) fail("The database client could not be generated; see above.");
// Imported only now: it needs the client that was just generated.
const { makeDatabase } = await import("./database.ts");
const made = await makeDatabase(new Date());
if (!made.ok) fail(made.message);
console.log(made.message);
if (!dev && !isBuilt() && !(await build())) fail("The build failed; see above.");
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
