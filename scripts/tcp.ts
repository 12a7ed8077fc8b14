// npm run -s tcp -- run SCENARIO.json [--profile P] [--json]         prints the film; - reads standard input
// npm run -s tcp -- conformance [--matrix FILE] [--timers FILE] [--json]  compares lib/tcp with a recorded kernel
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { z } from "zod";
import { KNOWN_DIFFERENCES } from "#lib/conformance/known.ts";
import { matrixFile, runRow } from "#lib/conformance/matrix.ts";
import { runTimer, timersFile } from "#lib/conformance/timers.ts";
import type { Verdict } from "#lib/conformance/verdict.ts";
import { scenario } from "#lib/content/scenario.ts";
import { describeFilm } from "#lib/tcp/film.ts";
import { PROFILE_NAMES } from "#lib/tcp/profile.ts";
import { simulate } from "#lib/tcp/simulate.ts";
import "./pipe.ts";

const USAGE = `usage: npm run -s tcp -- run SCENARIO.json [--profile ${PROFILE_NAMES.join("|")}] [--json]
       npm run -s tcp -- conformance [--matrix FILE] [--timers FILE] [--json]`;
const DATA = path.resolve(import.meta.dirname, "../lib/conformance/data");

const { values, positionals } = options();
if (positionals[0] === "run" && positionals.length === 2) run(positionals[1] ?? "-");
else if (positionals[0] === "conformance" && positionals.length === 1) conformance();
else fail(USAGE);

function run(file: string) {
  const raw = readJson(file);
  const given = typeof raw === "object" && raw !== null && values.profile ? { ...raw, profile: values.profile } : raw;
  const film = simulate(parsed(scenario, given, file));
  const lines = values.json
    ? film.frames.map((frame) => JSON.stringify(frame))
    : [...describeFilm(film), `ended: ${film.ended}`];
  for (const line of lines) console.log(line);
}

function conformance() {
  const all = values.matrix === undefined && values.timers === undefined;
  const inputs: { name: string; verdicts: Verdict[] }[] = [];
  if (all || values.matrix) {
    const file = values.matrix ?? path.join(DATA, "linux-matrix.json");
    inputs.push({ name: "matrix", verdicts: parsed(matrixFile, readJson(file), file).rows.map(runRow) });
  }
  if (all || values.timers) {
    const file = values.timers ?? path.join(DATA, "linux-timers.json");
    inputs.push({ name: "timers", verdicts: parsed(timersFile, readJson(file), file).timers.map(runTimer) });
  }
  for (const { name, verdicts } of inputs) {
    const agree = verdicts.filter((verdict) => verdict.agrees).length;
    const differences = verdicts.filter((verdict) => !verdict.agrees);
    if (values.json) {
      console.log(JSON.stringify({ input: name, agree, of: verdicts.length, differences }));
      continue;
    }
    console.log(`${name}: agree ${agree} of ${verdicts.length}`);
    for (const { id, expected, got } of differences) console.log(`  ${id}: expected ${expected}; got ${got}`);
  }
  if (values.json) return;
  console.log("\nLeft on purpose:");
  for (const { what, why } of KNOWN_DIFFERENCES) console.log(`  ${what}\n    ${why}`);
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        profile: { type: "string" },
        json: { type: "boolean", default: false },
        matrix: { type: "string" },
        timers: { type: "string" },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8"));
  } catch (error) {
    return fail(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    console.error(`${file}: ${issue.path.join(".") || "(top)"}: ${issue.message}`);
  return fail(`${result.error.issues.length} problem(s)`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
