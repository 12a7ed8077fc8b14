import fc from "fast-check";
import { expect, test } from "vitest";
import { countScale, levelOf } from "./scale.ts";

test("scales of counts have round marks", () => {
  expect([0, 1, 3, 7, 40, 999].map((max) => countScale(max).ticks)).toEqual([
    [0, 1],
    [0, 1],
    [0, 1, 2, 3],
    [0, 2, 4, 6, 8],
    [0, 10, 20, 30, 40],
    [0, 500, 1000],
  ]);
});

test("a scale reaches every count with a handful of whole marks", () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), (max) => {
      const { top, ticks } = countScale(max);
      expect(top).toBeGreaterThanOrEqual(Math.max(1, max));
      expect(ticks.at(-1)).toBe(top);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }),
  );
});

test("only a day without an answer has no square, and the busiest has the largest", () => {
  expect([0, 1, 25, 26, 99, 100].map((count) => levelOf(count, 100))).toEqual([0, 1, 1, 2, 4, 4]);
  expect(levelOf(1, 1)).toBe(4);
});
