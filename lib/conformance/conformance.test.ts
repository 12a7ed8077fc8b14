import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { callsFile, runCalls } from "./calls.ts";
import { KNOWN_CALL_DIFFERENCES } from "./known.ts";
import { matrixFile, runRow } from "./matrix.ts";
import { optionsFile, runOptions } from "./options.ts";
import { portsFile, runPorts } from "./ports.ts";
import { runTrace } from "./replay.ts";
import { runTimer, timersFile } from "./timers.ts";
import { type Trace, traceFile } from "./trace.ts";

const traces = () =>
  readdirSync(path.join(import.meta.dirname, "data/traces")).map((name) => traceFile.parse(data(`traces/${name}`)));
const data = (name: string) => JSON.parse(readFileSync(path.join(import.meta.dirname, "data", name), "utf8"));

test("under linux-6.18 the machine answers as the kernel did, but for three rows that are left on purpose", () => {
  const verdicts = matrixFile.parse(data("linux-matrix.json")).rows.map(runRow);
  expect(verdicts.filter(({ agrees }) => !agrees).map(({ id }) => id)).toEqual([
    "row 463: base, SYN-RECEIVED(active), . seq=nxt ack=una len=0",
    "row 488: base, SYN-RECEIVED(active), P. seq=nxt ack=una len=5",
    "row 490: base, SYN-RECEIVED(active), FP. seq=nxt ack=nxt len=5",
  ]);
  expect(verdicts).toHaveLength(698);
});

test("under linux-6.18 every timer fires as the kernel's did, within the kernel's slack", () => {
  const verdicts = timersFile.parse(data("linux-timers.json")).timers.map(runTimer);
  expect(verdicts.filter(({ agrees }) => !agrees)).toEqual([]);
  expect(verdicts).toHaveLength(17);
});

test("each end of every recorded connection sends what the kernel sent, when it did", () => {
  const verdicts = traces().flatMap((trace) => runTrace(trace));
  expect(verdicts.filter(({ agrees }) => !agrees)).toEqual([]);
  expect(verdicts).toHaveLength(96);
});

test("under linux-6.18 every call reports in every state what the kernel's sockets did, but for what is left on purpose", () => {
  const verdicts = runCalls(callsFile.parse(data("linux-calls.json")));
  const differences = verdicts.filter(({ agrees }) => !agrees);
  const unknown = differences.filter(({ id }) => !KNOWN_CALL_DIFFERENCES.some(({ rows }) => rows.test(id)));
  expect(unknown).toEqual([]);
  expect(differences).toHaveLength(40);
  expect(verdicts).toHaveLength(11_618);
});

test("under linux-6.18 a segment's options count as they did for the kernel, agreed on or not", () => {
  const table = optionsFile.parse(data("linux-options.json"));
  expect(runOptions(table).filter(({ agrees }) => !agrees)).toEqual([]);
  expect(table.rows).toHaveLength(636);
});

test("under linux-6.18 a port is free for a second socket when it was in the kernel, but for what is left on purpose", () => {
  const verdicts = runPorts(portsFile.parse(data("linux-ports.json")));
  const differences = verdicts.filter(({ agrees }) => !agrees);
  expect(differences.filter(({ id }) => !KNOWN_CALL_DIFFERENCES.some(({ rows }) => rows.test(id)))).toEqual([]);
  expect(differences).toHaveLength(2);
  expect(verdicts).toHaveLength(132);
});

test("a call that reports something else is told as a difference", () => {
  const { meta, ways } = callsFile.parse(data("linux-calls.json"));
  const reset = ways.find(({ name }) => name === "reset");
  if (reset === undefined) throw new Error("the table has no row for a reset");
  const calls = { ...reset.calls, "send 5": { says: "5", leaves: "CLOSED", next: meta.calls.map(() => "0") } };
  const differences = runCalls({ meta, ways: [{ ...reset, calls }] }).filter(({ agrees }) => !agrees);
  expect(differences.map(({ id, got }) => `${id}: ${got}`)).toContain("reset: send 5: ECONNRESET, then CLOSED");
  expect(differences.map(({ id, got }) => `${id}: ${got}`)).toContain("reset: send 5, then send 5: EPIPE");
});

test("an end that sends something else, or at another time, or makes an unknown call, is told as a difference", () => {
  const normal = traces().find(({ id }) => id === "lost-fin");
  if (normal === undefined) throw new Error("the recording lost-fin is missing");
  const client = (change: (trace: Trace) => void) => {
    const trace = structuredClone(normal);
    change(trace);
    return runTrace(trace)[0]?.got;
  };
  expect(client(() => {})).toBe("");
  expect(client(({ segments }) => segments.splice(4, 1))).toContain("expected n=8 ACK");
  expect(client(({ segments }) => Object.assign(segments[4] ?? {}, { t: 0.3 }))).toContain("expected at 0.3 s");
  expect(client(({ segments }) => segments[3]?.options.pop())).toContain("expected n=4");
  expect(client(({ steps }) => Object.assign(steps[1] ?? {}, { action: "dance()" }))).toContain(
    '"dance()" is not understood',
  );
  expect(client(({ sysctls }) => Object.assign(sysctls.client, { tcp_dance: 1 }))).toContain("tcp_dance is not known");
});

test("a row that the machine does not answer so is told as a difference", () => {
  const [row] = matrixFile.parse(data("linux-matrix.json")).rows;
  if (row === undefined) throw new Error("the matrix has no rows");
  expect(runRow({ ...row, next: "LISTEN" }, 0).agrees).toBe(false);
  expect(runRow({ ...row, reply: [] }, 0)).toMatchObject({ agrees: false, got: ". 1 2 0, then CLOSE-WAIT" });
  expect(runRow({ ...row, state: "NOWHERE" }, 0).agrees).toBe(false);
});
