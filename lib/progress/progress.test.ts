import fc from "fast-check";
import { expect, test } from "vitest";
import { type DayCounts, dayAfter, lastDays, lastWeeks } from "./days.ts";
import { shareRecalled, trueRetention } from "./retention.ts";
import { type AlikeCards, intervals, masteryOf, recalls, stabilities } from "./spread.ts";

const TODAY = "2026-11-21"; // a Saturday

function day(name: string, counts: Partial<DayCounts> = {}): DayCounts {
  const [empty] = lastDays([], name, 1);
  if (empty === undefined) throw new Error("a day was asked for");
  return { ...empty, ...counts };
}

test("days follow each other over the ends of months and leap years", () => {
  expect(dayAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(dayAfter("2028-03-01", -1)).toBe("2028-02-29");
  expect(dayAfter(TODAY, 0)).toBe(TODAY);
});

test("the last days end today, and days without a tally are zeros", () => {
  const days = lastDays([day("2026-11-20", { answers: 7 }), day("2026-10-01", { answers: 9 })], TODAY, 3);
  expect(days.map(({ day, answers }) => [day, answers])).toEqual([
    ["2026-11-19", 0],
    ["2026-11-20", 7],
    ["2026-11-21", 0],
  ]);
});

test("weeks begin on Monday; the days of this week that have not come are empty", () => {
  const weeks = lastWeeks([day(TODAY, { answers: 4 }), day("2026-11-09", { answers: 2 })], TODAY, 2);
  expect(weeks.map((week) => week[0]?.day)).toEqual(["2026-11-09", "2026-11-16"]);
  expect(weeks.map((week) => week.map(({ answers }) => answers))).toEqual([
    [2, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 4, null],
  ]);
});

test("whatever the day, today is in the last of the weeks and nothing after it is counted", () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: 1, max: 60 }), (shift, count) => {
      const today = dayAfter(TODAY, shift);
      const weeks = lastWeeks([], today, count);
      expect(weeks).toHaveLength(count);
      const all = weeks.flat();
      expect(weeks.at(-1)?.map(({ day }) => day)).toContain(today);
      expect(all.map(({ day }) => day)).toEqual(all.map((_, i) => dayAfter(all[0]?.day ?? "", i)));
      for (const { day, answers } of all) expect(answers === null).toBe(day > today);
    }),
  );
});

test("true retention is counted by spans that end today, young and mature apart", () => {
  const days = [
    day("2025-11-21", { youngPassed: 1000 }), // a year and a day ago: only in "all"
    day("2025-11-22", { maturePassed: 100 }), // the 365th day
    day("2026-10-23", { youngFailed: 10 }), // the 30th day
    day("2026-11-15", { youngPassed: 5 }), // the 7th day
    day("2026-11-20", { youngPassed: 2, matureFailed: 1 }),
    day(TODAY, { youngPassed: 3, youngFailed: 1, maturePassed: 4 }),
    day("2026-11-22", { youngPassed: 50 }), // tomorrow, for one who has travelled west
  ];
  const told = trueRetention(days, TODAY).map(({ span, young, mature, total }) => [
    span,
    ...[young, mature, total].map(({ passed, failed }) => `${passed}/${passed + failed}`),
  ]);
  expect(told).toEqual([
    ["today", "3/4", "4/4", "7/8"],
    ["yesterday", "2/2", "0/1", "2/3"],
    ["week", "10/11", "4/5", "14/16"],
    ["month", "10/21", "4/5", "14/26"],
    ["year", "10/21", "104/105", "114/126"],
    ["all", "1060/1071", "104/105", "1164/1176"],
  ]);
});

test("where nothing was asked, there is no share", () => {
  expect(shareRecalled({ passed: 0, failed: 0 })).toBeNull();
  expect(shareRecalled({ passed: 9, failed: 1 })).toBe(0.9);
});

const alike = (one: Partial<AlikeCards>): AlikeCards => ({
  topicId: "opening",
  standing: "young",
  interval: 1,
  stability: 1,
  recall: 95,
  cards: 1,
  ...one,
});

test("intervals are of cards in review, stability and recall of all that were answered, nothing of suspended ones", () => {
  const cards = [
    alike({ standing: "new", interval: 0, stability: 0, recall: 0, cards: 100 }),
    alike({ standing: "suspended", interval: 11, stability: 11, cards: 1000 }),
    alike({ standing: "learning", interval: 0, stability: 2, recall: 99, cards: 3 }),
    alike({ interval: 3, stability: 3, recall: 90, cards: 5 }),
    alike({ standing: "mature", interval: 11, stability: 10, recall: 89, cards: 7 }),
  ];
  const filled = (bins: readonly { from: number | null; to: number | null; cards: number }[]) =>
    bins.filter((bin) => bin.cards > 0).map((bin) => [bin.from, bin.to, bin.cards]);
  expect(filled(intervals(cards))).toEqual([
    [4, 8, 5],
    [366, null, 7],
  ]);
  expect(filled(stabilities(cards))).toEqual([
    [2, 4, 3],
    [4, 8, 5],
    [241, 366, 7],
  ]);
  expect(filled(recalls(cards))).toEqual([
    [0.85, 0.9, 7],
    [0.9, 0.95, 5],
    [0.95, 1, 3],
  ]);
});

test("mastery counts every standing, and takes the mean chance over the cards that were answered", () => {
  const mastery = masteryOf([
    alike({ standing: "new", cards: 4 }),
    alike({ standing: "suspended", recall: 0, cards: 2 }),
    alike({ standing: "learning", recall: 99, cards: 1 }),
    alike({ standing: "mature", recall: 89, cards: 3 }),
  ]);
  expect(mastery.cards).toEqual({ new: 4, learning: 1, young: 0, mature: 3, suspended: 2 });
  expect(mastery.recall).toBeCloseTo((0.995 + 3 * 0.895) / 4, 12);
  expect(masteryOf([alike({ standing: "new" })]).recall).toBeNull();
});
