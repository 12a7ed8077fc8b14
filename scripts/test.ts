// npm test: everything that must hold, from the cheapest check to the real browser. Stops at the first that fails.
import { build } from "./next-build.ts";
import { NEXT, runNode, TSX } from "./run.ts";
import { checkWeight } from "./weight.ts";

const TSC = "node_modules/typescript/bin/tsc";
const BIOME = "node_modules/@biomejs/biome/bin/biome";
const VITEST = "node_modules/vitest/vitest.mjs";
const PLAYWRIGHT = "node_modules/playwright/cli.js";

const STEPS: readonly [name: string, run: () => Promise<boolean>][] = [
  ["lint and format", () => runNode(BIOME, "ci", "--error-on-warnings")],
  ["hashes of the dependencies", () => runNode("scripts/complete-lock.mjs", "--check")],
  ["licences of the dependencies", () => runNode(TSX, "scripts/licences.ts", "--check")],
  ["database client", () => runNode(TSX, "scripts/client.ts", "--check")],
  ["route types", () => runNode(NEXT, "typegen")],
  ["types", () => runNode(TSC, "--noEmit")],
  ["types of lib/tcp, without DOM and Node", () => runNode(TSC, "--noEmit", "-p", "lib/tcp")],
  ["unit tests", () => runNode(VITEST, "run", "--config", "lib/vitest.config.ts")],
  ["content", () => runNode(TSX, "scripts/content.ts", "check")],
  ["migrations", () => runNode(TSX, "scripts/migration.ts", "--check")],
  ["production build", build],
  ["weight of the pages", checkWeight],
  ["browser tests", () => runNode(PLAYWRIGHT, "test", "-c", "e2e")],
];

const times: string[] = [];
for (const [name, run] of STEPS) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  if (!(await run())) {
    console.error(`\nnpm test: "${name}" failed.`);
    process.exit(1);
  }
  times.push(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${name}`);
}
console.log(`\nEverything passed:\n${times.join("\n")}`);
