import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "#lib/scheduling/settings.ts";
import { binOf, FORECAST_DAYS, type StoredCard, sortingAt, standOf } from "./likeness.ts";
import { DAY_EDGES, RECALL_BINS } from "./spread.ts";

const DAY = 86_400_000;
const NOON = new Date("2026-11-21T04:00:00Z"); // in Shanghai
const AT_NOON = sortingAt(NOON, { zone: "Asia/Shanghai", rolloverHour: 4 }, DEFAULT_SETTINGS);

/** A card in review: ten days of interval and stability, answered yesterday, due in nine days. */
function card(changes: Partial<StoredCard> = {}): StoredCard {
  return {
    cardId: "time-wait/who-waits",
    state: "review",
    isSuspended: false,
    scheduledDays: 10,
    stability: 10,
    lastReviewAt: NOON.getTime() - DAY,
    dueAt: NOON.getTime() + 9 * DAY,
    buriedUntil: null,
    ...changes,
  };
}

test("a card stands under its topic, by its interval, its stability and its chance of recall", () => {
  expect(standOf(card(), AT_NOON)).toEqual({
    likeness: { topicId: "time-wait", standing: "young", interval: 4, stability: 4, recall: 98 },
    dueOn: 9,
  });
  // A card whose stability has passed is recalled nine times of ten.
  const { recall } = standOf(card({ lastReviewAt: NOON.getTime() - 10 * DAY }), AT_NOON).likeness;
  expect([89, 90]).toContain(recall);
});

test("days are study days: what was answered before the rollover was answered the day before", () => {
  const rollover = new Date("2026-11-20T20:00:00Z").getTime(); // 04:00 in Shanghai
  const recallOf = (lastReviewAt: number) => standOf(card({ lastReviewAt, stability: 1 }), AT_NOON).likeness.recall;
  expect(recallOf(rollover)).toBe(RECALL_BINS - 1);
  expect(recallOf(rollover - 1)).toBeLessThan(92);
});

test("new and suspended cards come due on no day; what is overdue does today, what was put off when that ends", () => {
  expect(standOf(card({ state: "new", lastReviewAt: null, stability: 0 }), AT_NOON).dueOn).toBeNull();
  expect(standOf(card({ isSuspended: true }), AT_NOON)).toMatchObject({
    likeness: { standing: "suspended" },
    dueOn: null,
  });
  const overdue = NOON.getTime() - 40 * DAY;
  expect(standOf(card({ dueAt: overdue }), AT_NOON).dueOn).toBe(0);
  expect(standOf(card({ dueAt: overdue, buriedUntil: NOON.getTime() + DAY }), AT_NOON).dueOn).toBe(1);
  expect(standOf(card({ dueAt: NOON.getTime() + 400 * DAY }), AT_NOON).dueOn).toBe(FORECAST_DAYS);
});

test("the bin of a value is how many edges it reaches", () => {
  const edges = fc.uniqueArray(fc.integer({ min: -50, max: 50 })).map((some) => some.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(edges, fc.integer({ min: -60, max: 60 }), (some, value) => {
      expect(binOf(value, some)).toBe(some.filter((edge) => value >= edge).length);
    }),
  );
  expect(binOf(21, DAY_EDGES)).toBe(6);
});
