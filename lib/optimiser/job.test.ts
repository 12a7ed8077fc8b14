import { afterEach, beforeEach, expect, test } from "vitest";
import { contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { changeSettings, readLearner } from "#lib/learner/learner.ts";
import { learnerSettings } from "#lib/learner/settings.ts";
import type { LogLine } from "#lib/review/log/csv.ts";
import { dealDeck } from "#lib/review/log/deck.ts";
import { importLog } from "#lib/review/log/import.ts";
import { cancelOptimiser, dropWeights, optimiserEnded, optimiserState, startOptimiser } from "./optimiser-job.ts";

const NOON = Date.UTC(2026, 0, 5, 4);
const DAY = 86_400_000;
const CARDS = Array.from({ length: 90 }, (_, i) => `card-${i}`);

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
  await writeContent(made.db, contentOf(CARDS), new Date(NOON));
  await dealDeck(made.db);
  await changeSettings(made.db, () => learnerSettings.parse({ newPerDay: 3 }));
});
afterEach(async () => {
  await cancelOptimiser();
  await made.dispose();
});

/** Somebody who remembers everything, except on every fifth answer: other intervals than the published weights expect. */
function answersOf(cards: number, each: number): LogLine[] {
  return CARDS.slice(0, cards).flatMap((name, card) =>
    Array.from({ length: each }, (_, i): LogLine => {
      const at = NOON + card * 60_000 + (card % 20) * DAY + i * 6 * DAY;
      const rating = (card + i) % 5 === 0 ? 1 : 3;
      return { cardId: `topic/${name}`, at, rating, state: i === 0 ? "new" : "review", durationMs: 5_000 };
    }),
  );
}

const weights = async () => (await readLearner(made.db, "UTC")).settings.weights;

test("with too few answers it says how many are missing, and does not start", async () => {
  await importLog(made.db, answersOf(50, 8), "UTC");
  expect(await optimiserState(made.db)).toMatchObject({ reviews: 350, missing: 50 });
  expect(await startOptimiser(made.db)).toEqual({ ok: false, reason: "too-few", missing: 50 });
});

test("weights that foretell better are kept, and nothing else: no card is rescheduled; they can be dropped again", async () => {
  await importLog(made.db, answersOf(90, 8), "UTC");
  const before = await made.db.memory.findMany();
  expect(await startOptimiser(made.db)).toEqual({ ok: true });
  expect(await startOptimiser(made.db)).toEqual({ ok: false, reason: "running" });
  expect(await optimiserState(made.db)).toMatchObject({ state: "running", reviews: 630, missing: 0 });
  await optimiserEnded();
  const ended = await optimiserState(made.db);
  if (ended.state !== "done") throw new Error(ended.state);
  expect(ended.kept).toBe(true);
  expect(ended.after).toBeLessThan(ended.before);
  expect(await weights()).toHaveLength(21);
  expect((await readLearner(made.db, "UTC")).settings.newPerDay).toBe(3);
  expect(await made.db.memory.findMany()).toEqual(before);
  await dropWeights(made.db);
  expect(await weights()).toBeNull();
  expect(await optimiserState(made.db)).toMatchObject({ state: "idle" });
});

test("a second search does not give up weights that foretell as well", async () => {
  await importLog(made.db, answersOf(90, 8), "UTC");
  await startOptimiser(made.db);
  await optimiserEnded();
  const first = await weights();
  await startOptimiser(made.db);
  await optimiserEnded();
  expect(await optimiserState(made.db)).toMatchObject({ state: "done", kept: false });
  expect(await weights()).toEqual(first);
});

test("a search that is cancelled leaves the weights alone, and another can be started", async () => {
  await importLog(made.db, answersOf(90, 8), "UTC");
  await startOptimiser(made.db);
  await cancelOptimiser();
  expect(await optimiserState(made.db)).toMatchObject({ state: "cancelled" });
  expect(await weights()).toBeNull();
  expect(await startOptimiser(made.db)).toEqual({ ok: true });
  await optimiserEnded();
  expect(await optimiserState(made.db)).toMatchObject({ state: "done" });
});
