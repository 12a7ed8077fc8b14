import fc from "fast-check";
import { expect, test } from "vitest";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { calm } from "#lib/tcp/world/testing.ts";
import { type Answer, attempt, draw, reviewSeed, rowOf, scenarioFor } from "./draw.ts";
import type { Exercise, Vary } from "./exercise.ts";
import { gradeAnswer, isAnswered } from "./grade.ts";

const talk: Scenario = {
  ...calm,
  script: [
    ...calm.script,
    { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 10 } },
    { host: "client", on: "ESTABLISHED", afterUs: 400_000, call: { kind: "close" } },
    { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
  ],
};
const vary: Vary = { iss: "small", delayMs: [20, 100], len: [1, 500] };
const fill: Exercise = {
  kind: "fill",
  blanks: [
    { segment: { from: "server", of: "SYN-ACK", nth: 1 }, fields: ["flags", "seq", "ack"], states: ["server"] },
    { segment: { from: "client", of: "SYN", nth: 1 }, fields: ["ack"] },
    { segment: { from: "client", of: "FIN", nth: 1 }, fields: ["seq", "len"], states: ["client", "server"] },
  ],
  vary,
};
const EXERCISES: readonly Exercise[] = [
  fill,
  { kind: "order", vary },
  { kind: "spot", fields: ["flags", "seq", "ack"], vary },
  { kind: "predict", before: { arrival: { from: "client", of: "SYN", nth: 1 } }, vary },
  { kind: "choice", options: ["a", "b", "c"], right: ["a", "c"] },
];
const anyExercise = fc.constantFrom(...EXERCISES);
const anySeed = fc.nat();

test("whatever is drawn, the right answer is graded right, and any other part is graded wrong", () => {
  fc.assert(
    fc.property(anyExercise, anySeed, fc.nat(), (exercise, seed, which) => {
      const drawn = draw(exercise, talk, seed);
      expect(gradeAnswer(drawn, drawn.right).every(({ ok }) => ok)).toBe(true);
      const parts = Object.keys(drawn.right);
      const spoilt = parts[which % parts.length] ?? "";
      const graded = gradeAnswer(drawn, { ...drawn.right, [spoilt]: "4294967296" });
      // Of a choice, whatever is not a yes is a no; a segment without the ACK flag has no ack.
      const wrong =
        drawn.kind === "predict" && spoilt === "flags"
          ? ["flags", "ack"]
          : drawn.kind === "choice"
            ? parts.filter((p) => p === spoilt && drawn.right[p] === "yes")
            : [spoilt];
      expect(graded.filter(({ ok }) => !ok).map(({ part }) => part)).toEqual(wrong);
    }),
  );
});

test("a single choice is one point: right or wrong, whatever else there was to choose from", () => {
  const one: Exercise = { kind: "choice", options: ["a", "b", "c", "d"], right: ["b"] };
  const drawn = draw(one, talk, 5);
  const graded = (answer: Answer) => gradeAnswer(drawn, answer).map(({ given, ok }) => ({ given, ok }));
  expect(graded({ b: "yes" })).toEqual([{ given: "b", ok: true }]);
  expect(graded({ d: "yes" })).toEqual([{ given: "d", ok: false }]);
  expect(graded({})).toEqual([{ given: "", ok: false }]);
  const several = draw({ ...one, right: ["b", "c"] }, talk, 5);
  expect(gradeAnswer(several, { b: "yes", d: "yes" }).filter(({ ok }) => ok)).toHaveLength(2);
});

test("the same seed asks the same; the next review asks something else", () => {
  expect(draw(fill, talk, 7)).toEqual(draw(fill, talk, 7));
  const seeds = [0, 1, 2, 3, 4].map((version) => reviewSeed("opening/why-three", version));
  expect(new Set(seeds.map((seed) => JSON.stringify(draw(fill, talk, seed).right))).size).toBe(5);
});

test("what was left out is wrong, and nothing at all is no answer", () => {
  const drawn = draw(fill, talk, 1);
  expect(gradeAnswer(drawn, {}).some(({ ok }) => ok)).toBe(false);
  expect(isAnswered({})).toBe(false);
  expect(isAnswered({ a: " " })).toBe(false);
});

test("numbers, flags and dashes may be written as people write them", () => {
  const drawn = draw({ ...fill, vary: { iss: "near-top" } }, talk, 3);
  const flight = (flags: string) => Object.keys(drawn.right).find((part) => drawn.right[part] === flags) ?? "";
  const seq = Object.keys(drawn.right).find((part) => part.endsWith(".seq")) ?? "";
  const grouped = Number(drawn.right[seq]).toLocaleString("en-US");
  const told = { ...drawn.right, [flight("SYN,ACK")]: "ack + syn", [seq]: ` ${grouped}`, [flight("–")]: "-" };
  expect(gradeAnswer(drawn, told).every(({ ok }) => ok)).toBe(true);
});

test("a falsified table differs from the film in one row, and that is the answer", () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const drawn = draw({ kind: "spot", fields: ["flags", "seq", "ack"], vary }, talk, seed);
      if (drawn.kind !== "spot") throw new Error("not a spot");
      const truth = drawn.film.flights.map(rowOf);
      const other = drawn.rows.filter((row, i) => JSON.stringify(row) !== JSON.stringify(truth[i]));
      expect(other.map(({ flight }) => String(flight))).toEqual([drawn.right.row]);
    }),
  );
});

test("segments to be put in order are never shown in order; two that look alike may change places", () => {
  const lost: Scenario = {
    ...calm,
    wire: { ...calm.wire, rules: [{ from: "client", of: "SYN", nth: 1, fate: "drop" }] },
  };
  fc.assert(
    fc.property(anySeed, (seed) => {
      const drawn = draw({ kind: "order" }, lost, seed);
      if (drawn.kind !== "order") throw new Error("not an order");
      expect(drawn.rows.map(({ flight }) => flight)).not.toEqual([0, 1, 2, 3]);
      const swapped = { ...drawn.right, 1: drawn.right["2"] ?? "", 2: drawn.right["1"] ?? "" };
      expect(gradeAnswer(drawn, swapped).every(({ ok }) => ok)).toBe(true);
      const turned = { ...drawn.right, 3: drawn.right["4"] ?? "", 4: drawn.right["3"] ?? "" };
      expect(gradeAnswer(drawn, turned).filter(({ ok }) => !ok)).toHaveLength(2);
    }),
  );
});

test("what varies stays within its bounds, and an old segment keeps its distance from the initial numbers", () => {
  const old: Scenario = {
    ...talk,
    ghosts: [{ from: "client", arrivesAtUs: 10_000, flags: ["SYN", "ACK"], seq: 90, ack: 310 }],
  };
  fc.assert(
    fc.property(anySeed, fc.constantFrom("small" as const, "near-top" as const), (seed, iss) => {
      const scenario = scenarioFor({ kind: "order", vary: { ...vary, iss } }, old, seed);
      const [low, high] = iss === "small" ? [1000, 9999] : [2 ** 32 - 40, 2 ** 32 - 1];
      for (const n of Object.values(scenario.iss)) expect(n).toSatisfy((x: number) => x >= low && x <= high);
      expect(scenario.wire.delayUs % 5000).toBe(0);
      expect(scenario.wire.delayUs).toSatisfy((us: number) => us >= 20_000 && us <= 100_000);
      const [ghost] = scenario.ghosts ?? [];
      expect(ghost?.seq).toBe(scenario.iss.client - 10);
      expect(ghost?.ack).toBe((scenario.iss.server + 10) % 2 ** 32);
    }),
  );
});

test("an exercise that names what the film has not is told as a problem", () => {
  const third = { from: "client", of: "SYN", nth: 3 } as const;
  expect(attempt({ kind: "fill", blanks: [{ segment: third, fields: ["seq"] }] }, talk, 0)).toHaveProperty("problem");
  expect(attempt({ kind: "predict", before: { arrival: third } }, talk, 0)).toHaveProperty("problem");
  expect(attempt({ kind: "predict", before: { timeout: "client", nth: 9 } }, talk, 0)).toHaveProperty("problem");
  expect(() => draw({ kind: "predict", before: { arrival: third } }, talk, 0)).toThrow("nothing can be foretold");
});
