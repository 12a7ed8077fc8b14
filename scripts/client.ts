// npm run client             writes lib/generated/prisma, the database client, from prisma/schema.prisma
// npm run client -- --check  fails when what is committed is not, byte for byte, what the schema gives
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PRISMA, runNode } from "./run.ts";

const CLIENT = "lib/generated/prisma";
const SCHEMA = "prisma/schema.prisma";

const [job] = process.argv.slice(2);
if (job !== undefined && job !== "--check") fail("usage: npm run client -- [--check]");
if (job === "--check") await check();
else await generate(".");

/** Generates below another root and compares: the schema says where its client goes, relative to itself. */
async function check(): Promise<void> {
  const root = mkdtempSync(path.join(os.tmpdir(), "retransmit-client-"));
  process.on("exit", () => rmSync(root, { recursive: true, force: true }));
  cpSync(SCHEMA, path.join(root, SCHEMA));
  await generate(root);
  const [kept, given] = [filesBelow(CLIENT), filesBelow(path.join(root, CLIENT))];
  const stale = [...new Set([...kept.keys(), ...given.keys()])].filter((file) => kept.get(file) !== given.get(file));
  if (stale.length > 0) fail(`${SCHEMA} gives another client; npm run client writes it:\n${stale.sort().join("\n")}`);
  console.log(`${CLIENT} is what ${SCHEMA} gives`);
}

async function generate(root: string): Promise<void> {
  const schema = path.join(root, SCHEMA);
  const generated = await runNode(PRISMA, "generate", "--config", "prisma/prisma.config.ts", "--schema", schema);
  if (!generated) fail("The database client could not be generated; see above.");
}

/** What is in a folder, by path. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file, "latin1")]));
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
