import fc from "fast-check";
import { type FSRS, fsrs, type Grade } from "ts-fsrs";
import { afterEach, expect, test, vi } from "vitest";
import { forecaster, recallAfter, reckon } from "./fsrs.ts";
import { freshMemory } from "./memory.ts";
import { RATINGS } from "./rating.ts";
import { DEFAULT_SETTINGS, type LearningStep, type SchedulerSettings } from "./settings.ts";
import { FSRS_4_5, FSRS_5, FSRS_6 } from "./testing.ts";
import { clippedWeights, weightProblems } from "./weights.ts";

const PUBLISHED = [FSRS_4_5, FSRS_5, FSRS_6];

afterEach(() => vi.restoreAllMocks());

/** Weights of any generation, most of them outside their ranges. */
const anyWeights = fc
  .constantFrom(...PUBLISHED)
  .chain((published) =>
    fc.tuple(...published.map((w) => fc.oneof(fc.constant(w), fc.double({ min: w / 2, max: w * 2 }), fc.double()))),
  )
  .map((weights) => weights.map((w) => (Number.isFinite(w) ? w : 1e308)));

const anySettings = fc.record({
  weights: anyWeights,
  shortTerm: fc.boolean(),
  relearningSteps: fc.array(fc.constant<LearningStep>("10m"), { maxLength: 3 }),
});

test("older weights count as what the library converts them to, but for the one that their formula lacks", () => {
  vi.spyOn(console, "debug").mockImplementation(() => {}); // the library's own line
  fc.assert(
    fc.property(anySettings, fc.array(fc.constantFrom(...RATINGS), { minLength: 1, maxLength: 5 }), (some, ratings) => {
      const settings = { ...DEFAULT_SETTINGS, ...some };
      const theirs = converting(settings);
      const ours = forecaster(settings);
      let state = ours.after(null, 3, 0);
      expect(state).toEqual(theirs.next_state(null, 0, 3));
      for (const [i, rating] of ratings.entries()) {
        const next = ours.after(state, rating, i);
        expect(next).toEqual(theirs.next_state(state, i, rating as Grade));
        expect(ours.recall(i + 1, next.stability)).toBe(theirs.forgetting_curve(i + 1, next.stability));
        state = next;
      }
    }),
  );
});

/** The scheduler that converts by itself. */
function converting({ weights, shortTerm, relearningSteps }: SchedulerSettings): FSRS {
  const scheduler = fsrs({
    w: [...(weights ?? [])],
    enable_short_term: shortTerm,
    relearning_steps: [...relearningSteps],
  });
  if (weights && weights.length < 21) (scheduler.parameters.w as number[])[19] = 0;
  return scheduler;
}

test.each(PUBLISHED.map((weights) => [weights.length, weights] as const))(
  "%d weights are scheduled by without a word, under whatever settings",
  (_, weights) => {
    const methods = ["debug", "log", "info", "warn", "error"] as const;
    const printed = methods.map((method) => vi.spyOn(console, method).mockImplementation(() => {}));
    for (const [i, shortTerm] of [true, false].entries()) {
      // A retention of its own, so that no scheduler of another test is taken up.
      const settings = { ...DEFAULT_SETTINGS, weights, shortTerm, desiredRetention: 0.81 + i / 100 };
      const at = new Date("2026-01-05T12:00:00Z");
      reckon(freshMemory(), 3, { lastAt: null, at, cardId: "a" }, settings);
      recallAfter(3, 4, settings);
      forecaster(settings).after(null, 1, 0);
    }
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  },
);

test("published weights of every generation lie inside the ranges, also in the single precision of a trainer", () => {
  for (const weights of PUBLISHED) {
    expect(weightProblems(weights, true)).toEqual([]);
    expect(weightProblems(weights.map(Math.fround), true)).toEqual([]);
  }
  const ends = clippedWeights(Array(21).fill(1e308), true);
  const other = clippedWeights(Array(21).fill(-1e308), true);
  for (const end of [ends, other]) {
    expect(weightProblems(end, true)).toEqual([]);
    expect(weightProblems(end.map(Math.fround), true)).toEqual([]);
  }
});

test.each<[index: number, weight: unknown, message: string]>([
  [0, 1e308, "weight w0 must be from 0.001 to 100, not 1e+308"],
  [3, -1, "weight w3 must be from 0.001 to 100, not -1"],
  [4, 0.999, "weight w4 must be from 1 to 10, not 0.999"],
  [7, Number.NaN, "weight w7 must be from 0.001 to 0.75, not NaN"],
  [10, Number.POSITIVE_INFINITY, "weight w10 must be from 0.001 to 3.5, not Infinity"],
  [16, 6.001, "weight w16 must be from 1 to 6, not 6.001"],
  [17, 2.001, "weight w17 must be from 0 to 2, not 2.001"],
  [19, 0.009, "weight w19 must be from 0.01 to 0.8, not 0.009"],
  [20, 0.800001, "weight w20 must be from 0.1 to 0.8, not 0.800001"],
  [20, "0.5", "weight w20 must be from 0.1 to 0.8"],
  [5, null, "weight w5 must be from 0.001 to 4"],
])("weight %d of %s is told with its range", (index, weight, message) => {
  expect(weightProblems(FSRS_6.with(index, weight as number), true)).toEqual([{ index, message }]);
});

test("without short-term answers the weight for them may be 0", () => {
  expect(weightProblems(FSRS_6.with(19, 0), false)).toEqual([]);
  expect(weightProblems(FSRS_6.with(19, 0), true)).toHaveLength(1);
});

test("whatever weights are clipped to has no problem, and the schedule stays the same", () => {
  fc.assert(
    fc.property(anySettings, ({ weights, ...some }) => {
      const clipped = clippedWeights(weights, some.shortTerm);
      expect(weightProblems(clipped, some.shortTerm)).toEqual([]);
      const [before, after] = [weights, clipped].map((w) => forecaster({ ...DEFAULT_SETTINGS, ...some, weights: w }));
      expect(after?.after({ stability: 3, difficulty: 5 }, 3, 2)).toEqual(
        before?.after({ stability: 3, difficulty: 5 }, 3, 2),
      );
    }),
  );
});
