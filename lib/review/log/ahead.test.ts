import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardNamed, contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { changeSettings, readLearner } from "#lib/learner/learner.ts";
import { learnerSettings } from "#lib/learner/settings.ts";
import { readLoad } from "#lib/progress/queries.ts";
import type { Rating } from "#lib/scheduling/rating.ts";
import { readCardMemory } from "../memory-queries.ts";
import { nextCard, overview } from "../queries.ts";
import { readClockTrouble } from "./ahead-queries.ts";
import { dealDeck } from "./deck.ts";
import { recordAction, recordReview } from "./mutations.ts";
import { logDifferences } from "./rebuild.ts";

const ZONE = "Asia/Shanghai";
const MORNING = new Date("2026-11-21T02:00:00Z");
const DAY = 86_400_000;
const YEARS = 3 * 365;
const days = (n: number) => new Date(MORNING.getTime() + n * DAY);

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
  await writeContent(made.db, contentOf(["a", "b", "c"]), MORNING);
  await dealDeck(made.db);
  // Easy is eight days.
  await changeSettings(made.db, () => learnerSettings.parse({ fuzz: false, newPerDay: 1 }));
});
afterEach(() => made.dispose());

const memoryOf = (card: string) =>
  made.db.memory.findUniqueOrThrow({ where: { learnerId_cardId: { learnerId: "local", cardId: cardNamed(card) } } });

async function answer(card: string, rating: Rating, at: Date): Promise<void> {
  const { version } = await memoryOf(card);
  const rest = { durationMs: 9_000, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
  const input = { ...rest, id: randomUUID(), cardId: cardNamed(card), version, kind: "answer" as const, rating };
  expect((await recordReview(made.db, input, at, ZONE)).ok).toBe(true);
}

async function bury(card: string, at: Date): Promise<void> {
  const { version } = await memoryOf(card);
  await recordAction(made.db, { id: randomUUID(), cardId: cardNamed(card), version, kind: "bury" }, at, ZONE);
}

const dueOn = async (now: Date) => (await overview(made.db, now, ZONE)).due;
const next = async (now: Date) => (await nextCard(made.db, "en", now, ZONE))?.card.id ?? null;

test("a card that was answered while the clock was years ahead comes after its interval, not years later", async () => {
  await answer("a", 4, MORNING);
  await answer("b", 4, days(YEARS + 1));
  await answer("c", 4, days(2));
  // b was answered between a and c: its eight days began on the first of them.
  expect(await dueOn(days(3))).toBe(0);
  expect((await readCardMemory(made.db, cardNamed("b"), days(3), ZONE))?.dueAt).toEqual(days(8));
  expect(await dueOn(days(8))).toBe(2);
  expect((await overview(made.db, days(3), ZONE)).nextAt).toEqual(new Date("2026-11-28T20:00:00Z"));
  await answer("a", 4, days(8));
  expect(await next(days(8))).toBe(cardNamed("b"));
  await answer("b", 3, days(8));
  const { dueAt, lastReviewAt } = await memoryOf("b");
  expect(lastReviewAt).toEqual(days(8));
  expect(dueAt < days(60)).toBe(true);
  expect(await dueOn(days(8))).toBe(0);
  expect(await logDifferences(made.db)).toEqual([]);
});

test("what was answered one after another while the clock was ahead keeps its distances, up to what followed", async () => {
  await answer("a", 4, MORNING);
  await answer("b", 4, days(YEARS));
  await answer("c", 4, days(YEARS + 3));
  const dueAt = async (card: string) => (await readCardMemory(made.db, cardNamed(card), days(5), ZONE))?.dueAt;
  expect([await dueAt("b"), await dueAt("c")]).toEqual([days(8), days(11)]);
  await answer("a", 4, days(1));
  expect([await dueAt("b"), await dueAt("c")]).toEqual([days(8), days(9)]);
});

test("where the whole log lies in the future nothing is lost: all of it is due now", async () => {
  for (const card of ["a", "b", "c"]) await answer(card, 4, days(YEARS));
  expect(await dueOn(MORNING)).toBe(3);
  expect(await next(MORNING)).not.toBeNull();
});

test("a step of minutes that was begun while the clock was ahead comes within minutes", async () => {
  await answer("a", 4, MORNING);
  await answer("b", 1, days(YEARS));
  expect(await next(new Date(MORNING.getTime() + 120_000))).toBe(cardNamed("b"));
});

test("a card that was put off while the clock was ahead is not hidden for years", async () => {
  await bury("a", days(YEARS));
  await bury("b", MORNING);
  expect(await next(MORNING)).toBe(cardNamed("a"));
  expect((await overview(made.db, MORNING, ZONE)).unseen).toBe(2);
  expect((await readCardMemory(made.db, cardNamed("a"), MORNING, ZONE))?.buriedUntil).toBeNull();
  expect((await readCardMemory(made.db, cardNamed("b"), MORNING, ZONE))?.buriedUntil).not.toBeNull();
});

test("the load to come has each card once, on the day it really comes", async () => {
  await answer("a", 4, MORNING);
  await answer("b", 4, days(YEARS));
  await answer("c", 4, days(2));
  const load = await readLoad(made.db, days(3), await readLearner(made.db, ZONE));
  expect(load.map((count, day) => [day, count]).filter(([, count]) => count !== 0)).toEqual([
    [5, 2],
    [7, 1],
  ]);
});

test("a clock that was set back loses nothing: the next answer counts from what it shows", async () => {
  await answer("a", 4, MORNING);
  await answer("a", 3, days(-YEARS));
  const { lastReviewAt, dueAt } = await memoryOf("a");
  expect(lastReviewAt).toEqual(days(-YEARS));
  expect(dueAt < MORNING).toBe(true);
  expect(await dueOn(MORNING)).toBe(1);
  expect(await logDifferences(made.db)).toEqual([]);
});

test("times in the future are noticed and counted, a few minutes are not", async () => {
  await answer("a", 4, new Date(MORNING.getTime() + 60_000));
  expect(await readClockTrouble(made.db, MORNING)).toBeNull();
  await answer("b", 4, days(YEARS));
  await bury("c", days(YEARS + 1));
  expect(await readClockTrouble(made.db, MORNING)).toEqual({ entries: 2, latest: days(YEARS + 1) });
});
