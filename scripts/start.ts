// npm start: everything that stands between a fresh clone and a running server, each step only when it is needed.
import { parseArgs } from "node:util";
import { closeDatabase } from "#lib/db/client.ts";
import { databaseFile } from "#lib/db/file.ts";
import { exit } from "#lib/db/sqlite.ts";
import { build, isBuilt } from "./next-build.ts";
import { addressesOf, isLoopback } from "./serving/addresses.ts";
import { makeDatabase, own } from "./serving/database.ts";
import { untilStopped } from "./serving/ending.ts";
import { keepInOrder } from "./serving/keeping.ts";
import { portIn, whyNotFree } from "./serving/port.ts";
import { serve } from "./serving/serve.ts";

const USAGE =
  "usage: npm start -- [--port 3000] [--host 127.0.0.1] [--open] [--name cards.example]\n" +
  "       --open goes with a --host that others can reach";

const { host, port, names, dev } = options();
await insistOnPort();

const file = databaseFile();
const owned = own(file);
if (!owned.ok) fail(owned.message);
const made = await makeDatabase(file, new Date());
if (!made.ok) fail(made.message);
console.log(made.message);
if (!dev && !isBuilt()) {
  if (!(await build())) fail("The build failed; see above.");
  await insistOnPort(); // a build takes a while
}
const stopped = untilStopped();
const serving = await serve({ host, port, names, dev }).catch((error: NodeJS.ErrnoException) =>
  fail(`The server could not listen on ${host}, port ${port} (${error.code ?? error.message}).\n${USAGE}`),
);
const keeping = keepInOrder(file);
const [address, ...others] = addressesOf(host, port);
console.log(`\n  Retransmit is ready: ${address}\n`);
if (!isLoopback(host)) {
  for (const other of others) console.log(`  from other machines: ${other}`);
  console.log("  There are no accounts: whoever reaches these addresses can read and change your reviews.\n");
}

await stopped;
await serving.stop();
keeping.stop();
await closeDatabase();
owned.lock.release();
exit(0);

function options() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: "string", default: "127.0.0.1" },
        port: { type: "string", default: process.env.PORT || "3000" },
        /** Said by who knows that others can reach the server then. */
        open: { type: "boolean", default: false },
        /** Other names than localhost and addresses under which the server may be called. */
        name: { type: "string", multiple: true, default: [] },
        dev: { type: "boolean", default: false },
      },
    });
    const stranger = values.name.find((name) => !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(name));
    if (stranger !== undefined) throw new Error(`"${stranger}" is not a host name (without scheme and port)`);
    if (values.host === "") throw new Error("--host names no address");
    if (!isLoopback(values.host) && !values.open) {
      throw new Error(
        `Whoever reaches ${values.host} could read and change your reviews: there are no accounts. If that is what you want, add --open.`,
      );
    }
    return { host: values.host, dev: values.dev, names: values.name, port: portIn(values.port) };
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
