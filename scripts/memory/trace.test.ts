import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { FSRS_4_5, FSRS_5, FSRS_6 } from "#lib/scheduling/testing.ts";
import { TSX } from "../run.ts";

const reviews = [
  { rating: 3, at: "2026-01-01T12:00:00Z" },
  { rating: 1, at: "2026-01-04T12:00:00Z" },
];

test.each([
  [17, FSRS_4_5],
  [19, FSRS_5],
  [21, FSRS_6],
])("a trace under %d weights prints a line for each review, and nothing else", (_, weights) => {
  const { status, stdout, stderr } = trace({ settings: { weights }, reviews });
  expect([status, stderr]).toEqual([0, ""]);
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).rating),
  ).toEqual([3, 1]);
});

test("a trace under weights outside their ranges is refused, weight by weight", () => {
  const text = JSON.stringify({ settings: { weights: FSRS_6.with(3, 0).with(20, 7) }, reviews });
  const refused = run(text.replace(",7]", ",1e999]").replace(",0,", ",1e308,"));
  expect(refused.status).toBe(1);
  expect(refused.stdout).toBe("");
  expect(refused.stderr).toContain("settings.weights.20: weight w20 must be from 0.1 to 0.8");
  const { stderr } = trace({ settings: { weights: FSRS_6.with(3, -1).with(0, 1e308) }, reviews });
  expect(stderr).toContain("settings.weights.0: weight w0 must be from 0.001 to 100, not 1e+308");
  expect(stderr).toContain("settings.weights.3: weight w3 must be from 0.001 to 100, not -1");
});

test("without short-term answers the weight for them may be 0", () => {
  const weights = FSRS_6.with(19, 0);
  expect(trace({ settings: { weights, shortTerm: false }, reviews }).status).toBe(0);
  expect(trace({ settings: { weights }, reviews }).stderr).toContain(
    "settings.weights.19: weight w19 must be from 0.01",
  );
});

function trace(file: object) {
  return run(JSON.stringify(file));
}

function run(input: string) {
  return spawnSync(process.execPath, [TSX, "scripts/memory.ts", "trace", "-"], { input, encoding: "utf8" });
}
