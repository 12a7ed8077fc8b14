import { readdirSync } from "node:fs";
import path from "node:path";
import { callsFile, runCalls } from "#lib/conformance/calls.ts";
import type { Comparison } from "#lib/conformance/comparison.ts";
import { KNOWN_CALL_DIFFERENCES, KNOWN_DIFFERENCES } from "#lib/conformance/known.ts";
import { matrixFile, runRow } from "#lib/conformance/matrix.ts";
import { optionsFile, runOptions } from "#lib/conformance/options.ts";
import { portsFile, runPorts } from "#lib/conformance/ports.ts";
import { runTrace } from "#lib/conformance/replay.ts";
import { runTimer, timersFile } from "#lib/conformance/timers.ts";
import { traceFile } from "#lib/conformance/trace.ts";
import { fail, parsed, readJson } from "../input.ts";

const DATA = path.resolve(import.meta.dirname, "../../lib/conformance/data");

interface Inputs {
  readonly matrix?: string;
  readonly timers?: string;
  readonly traces?: string;
  readonly calls?: string;
  readonly options?: string;
  readonly ports?: string;
}

/** Runs the files that are named, or the project's own, and prints where machine and kernel differ. */
export function compare(options: Inputs & { readonly json: boolean }): void {
  const named = options.matrix ?? options.timers ?? options.traces ?? options.calls ?? options.options ?? options.ports;
  const inputs = named === undefined ? OWN : options;
  const results = [
    ...(inputs.matrix === undefined ? [] : [{ input: "matrix", verdicts: matrix(inputs.matrix) }]),
    ...(inputs.timers === undefined ? [] : [{ input: "timers", verdicts: timers(inputs.timers) }]),
    ...(inputs.traces === undefined ? [] : [{ input: "traces", verdicts: traces(inputs.traces) }]),
    ...(inputs.calls === undefined ? [] : [{ input: "calls", verdicts: calls(inputs.calls) }]),
    ...(inputs.options === undefined ? [] : [{ input: "options", verdicts: segmentOptions(inputs.options) }]),
    ...(inputs.ports === undefined ? [] : [{ input: "ports", verdicts: ports(inputs.ports) }]),
  ];
  for (const { input, verdicts } of results) (options.json ? printJson : printText)(input, verdicts);
  if (options.json) return;
  console.log("\nLeft on purpose:");
  for (const { what, why } of [...KNOWN_DIFFERENCES, ...KNOWN_CALL_DIFFERENCES]) console.log(`  ${what}\n    ${why}`);
}

const OWN: Inputs = {
  matrix: path.join(DATA, "linux-matrix.json"),
  timers: path.join(DATA, "linux-timers.json"),
  traces: path.join(DATA, "traces"),
  calls: path.join(DATA, "linux-calls.json"),
  options: path.join(DATA, "linux-options.json"),
  ports: path.join(DATA, "linux-ports.json"),
};

function matrix(file: string): Comparison[] {
  return parsed(matrixFile, readJson(file), file).rows.map(runRow);
}

function timers(file: string): Comparison[] {
  return parsed(timersFile, readJson(file), file).timers.map(runTimer);
}

function calls(file: string): Comparison[] {
  return runCalls(parsed(callsFile, readJson(file), file));
}

function segmentOptions(file: string): Comparison[] {
  return runOptions(parsed(optionsFile, readJson(file), file));
}

function ports(file: string): Comparison[] {
  return runPorts(parsed(portsFile, readJson(file), file));
}

/** Every recording of a folder; `index.json` only lists them. */
function traces(folder: string): Comparison[] {
  const files = namesIn(folder).filter((name) => name.endsWith(".json") && name !== "index.json");
  if (files.length === 0) fail(`${folder}: no recordings (*.json)`);
  return files.sort().flatMap((name) => {
    const file = path.join(folder, name);
    return runTrace(parsed(traceFile, readJson(file), file));
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    return fail(`${folder}: ${error instanceof Error ? error.message : error}`);
  }
}

function printJson(input: string, verdicts: readonly Comparison[]): void {
  const differences = verdicts.filter(({ agrees }) => !agrees);
  console.log(JSON.stringify({ input, agree: verdicts.length - differences.length, of: verdicts.length, differences }));
}

function printText(input: string, verdicts: readonly Comparison[]): void {
  const differences = verdicts.filter(({ agrees }) => !agrees);
  console.log(`${input}: agree ${verdicts.length - differences.length} of ${verdicts.length}`);
  for (const { id, expected, got } of differences) console.log(`  ${id}: expected ${expected}; got ${got}`);
}
