// npm start: everything that stands between a fresh clone and a running server, each step only when it is needed.
import { parseArgs } from "node:util";
import { build, generateClient, isBuilt } from "./building.ts";
import { whyNotFree } from "./port.ts";
import { serve } from "./serve.ts";

const USAGE = "usage: npm start -- [--port 3000] [--host 127.0.0.1] [--name cards.example]";

const { host, port, name, dev } = options();
await insistOnPort();
if ((dev || !isBuilt()) && !(await generateClient())) fail("The database client could not be generated; see above.");
// Imported only now: it needs the client that was just generated.
const { makeDatabase } = await import("./database.ts");
const made = await makeDatabase(new Date());
if (!made.ok) fail(made.message);
console.log(made.message);
if (!dev && !isBuilt()) {
  if (!(await build())) fail("The build failed; see above.");
  await insistOnPort(); // a build takes a while
}
process.exit(await serve({ host, port, names: name, dev }));

function options() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: "string", default: "127.0.0.1" },
        port: { type: "string", default: process.env.PORT ?? "3000" },
        // Other names than localhost and addresses under which the server may be called.
        name: { type: "string", multiple: true, default: [] },
        dev: { type: "boolean", default: false },
      },
    });
    const number = Number(values.port);
    if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new Error(`"${values.port}" is not a port`);
    return { ...values, port: number };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

async function insistOnPort() {
  const reason = await whyNotFree(host, port);
  if (reason === null) return;
  const other = `npm start -- --port ${port < 65_535 ? port + 1 : 3000}`;
  if (reason === "EADDRINUSE") {
    fail(`Port ${port} on ${host} is in use. Stop the program that holds it, or choose another: ${other}`);
  }
  if (reason === "EACCES") fail(`Port ${port} needs more rights than this program has. Choose another: ${other}`);
  fail(`This machine cannot listen on ${host} (${reason}).\n${USAGE}`);
}

function fail(message: string): never {
  console.error(`\n${message}\n`);
  process.exit(1);
}
