import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAfter } from "#lib/progress/days.ts";
import { planDays } from "./days.ts";

const TODAY = "2026-11-21";
const plan = (daysLeft: number, more: Partial<Parameters<typeof planDays>[0]> = {}) =>
  planDays({
    today: TODAY,
    interview: dayAfter(TODAY, daysLeft),
    ...{ unseen: 60, newPerDay: 10, freshToday: 10, load: [5, 3] },
    ...more,
  });

test("a week: new cards in the first days, rehearsals that grow longer, the eve free", () => {
  const { days, unmet } = plan(7);
  expect(days.map(({ fresh }) => fresh)).toEqual([10, 10, 10, 10, 10, 10, 0, 0]);
  expect(days.map(({ mock }) => mock)).toEqual([20, null, null, 30, null, 45, null, null]);
  expect(days.map(({ due }) => due)).toEqual([5, 3, null, null, null, null, null, null]);
  expect(days.at(-1)).toMatchObject({ day: "2026-11-28", left: 0 });
  expect(unmet).toBe(0);
});

test("few days: what does not fit is said, with how many a day it would take", () => {
  expect(plan(3)).toMatchObject({ unmet: 40, neededPerDay: 30 });
  expect(plan(1)).toMatchObject({ unmet: 60, neededPerDay: null });
  expect(plan(1).days.map(({ mock }) => mock)).toEqual([10, null]);
  expect(plan(0).days).toHaveLength(1);
});

test("new cards that were met today already count against today, however many a day it would take", () => {
  const { unmet, neededPerDay } = plan(3, { unseen: 28, freshToday: 0 });
  expect({ unmet, neededPerDay }).toEqual({ unmet: 18, neededPerDay: 19 });
  expect(plan(3, { unseen: 28, newPerDay: 19, freshToday: 9 }).unmet).toBe(0);
});

test("an interview in the year 9999 is far away, and takes no longer to plan", () => {
  const { left, days, unmet } = plan(2_912_000, { unseen: 1000, newPerDay: 1 });
  expect({ left, days: days.length, unmet }).toEqual({ left: 2_912_000, days: 60, unmet: 0 });
});

test("whatever is given: no day asks for more new cards than allowed, and none is lost or met twice", () => {
  const numbers = fc.record({
    daysLeft: fc.integer({ min: 0, max: 59 }),
    unseen: fc.nat({ max: 300 }),
    newPerDay: fc.nat({ max: 30 }),
    freshToday: fc.nat({ max: 30 }),
  });
  fc.assert(
    fc.property(numbers, ({ daysLeft, ...more }) => {
      const { days, unmet } = plan(daysLeft, more);
      expect(days.reduce((sum, { fresh }) => sum + fresh, 0) + unmet).toBe(more.unseen);
      expect(Math.max(...days.map(({ fresh }) => fresh))).toBeLessThanOrEqual(more.newPerDay);
      expect(days.filter(({ left, fresh }) => left < 2 && fresh > 0)).toEqual([]);
      expect(days).toHaveLength(daysLeft + 1);
    }),
  );
});
