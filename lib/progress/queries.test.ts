import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { openDatabase } from "#lib/db/client.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { changeSettings, readLearner } from "#lib/learner/learner.ts";
import { learnerSettings } from "#lib/learner/settings.ts";
import { dealDeck } from "#lib/review/log/deck.ts";
import { recordAction, recordReview } from "#lib/review/log/mutations.ts";
import { recordOf } from "#lib/review/log/rows.ts";
import { takeBack } from "#lib/review/log/undo-mutations.ts";
import type { ActionInput, AnswerInput } from "#lib/review/schema.ts";
import { studyDaysBetween } from "#lib/scheduling/day.ts";
import { retrievability } from "#lib/scheduling/schedule.ts";
import { clockIn } from "#lib/scheduling/settings.ts";
import { FORECAST_DAYS } from "./likeness.ts";
import { accuracy, calibration } from "./predictions.ts";
import { readProgress } from "./queries.ts";
import { trueRetention } from "./retention.ts";
import { intervals, masteryOf, RECALL_BINS } from "./spread.ts";

const ZONE = "Asia/Shanghai";
const MORNING = new Date("2026-11-21T02:00:00Z");
const DAY = 86_400_000;
const days = (n: number) => new Date(MORNING.getTime() + n * DAY);
/** "time-wait/…" comes before "time/…" as texts go, and neither is first in the order of learning. */
const CARDS = ["time/a", "time/b", "time-wait/c", "time-wait/d", "opening/e", "opening/f"];
const TOPICS = ["time", "time-wait", "opening"];

/** The weights that come with FSRS-6, but for the last: recall falls more slowly before the stability is reached, faster after. */
const STEEPER = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.4,
];

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
  await load(CARDS);
  await changeSettings(made.db, () => learnerSettings.parse({ fuzz: false }));
});
afterEach(() => made.dispose());

async function load(ids: readonly string[]): Promise<void> {
  const content = contentOf(ids);
  const [topic] = content.topics;
  if (topic === undefined) throw new Error("there is a topic");
  const cards = content.cards.map((card, i) => {
    const id = ids[i] ?? "";
    return { ...card, id, topicId: id.split("/")[0] ?? "" };
  });
  const topics = TOPICS.map((id, order) => ({ id, spec: { ...topic.spec, order, title: { en: id, zh: id } } }));
  await writeContent(made.db, { ...content, topics, cards }, MORNING);
  await dealDeck(made.db);
}

const versionOf = async (cardId: string) =>
  (await made.db.memory.findUniqueOrThrow({ where: { learnerId_cardId: { learnerId: "local", cardId } } })).version;

async function answer(cardId: string, rating: AnswerInput["rating"], now: Date, zone = ZONE): Promise<string> {
  const rest = { durationMs: 30_000, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
  const input = {
    id: randomUUID(),
    cardId,
    version: await versionOf(cardId),
    kind: "answer" as const,
    rating,
    ...rest,
  };
  expect((await recordReview(made.db, input, now, zone)).ok).toBe(true);
  return input.id;
}

async function act(kind: ActionInput["kind"], cardId: string, now: Date): Promise<void> {
  const input = { id: randomUUID(), cardId, version: await versionOf(cardId), kind };
  expect((await recordAction(made.db, input, now, ZONE)).ok).toBe(true);
}

const progressAt = (now: Date) => readProgress(made.db, "en", now, ZONE);
const totalOf = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);

test("before the first answer there are only new cards", async () => {
  const { days, load, cards, predictions, topics, today } = await progressAt(MORNING);
  expect({ days, today }).toEqual({ days: [], today: "2026-11-21" });
  expect(totalOf(load)).toBe(0);
  expect(masteryOf(cards)).toEqual({ cards: { new: 6, learning: 0, young: 0, mature: 0, suspended: 0 }, recall: null });
  expect(accuracy(predictions)).toBeNull();
  expect(topics.map(({ id }) => id)).toEqual(TOPICS);
});

test("what was answered is told by the day it was lived on, and foretold recall by what came true", async () => {
  await answer("time/a", 4, MORNING); // eight days
  await answer("time/b", 4, new Date("2026-11-21T19:59:59Z")); // a second before the rollover
  await answer("time/a", 3, days(8));
  await answer("time/b", 1, days(8));
  const { days: told, today, predictions } = await progressAt(days(8));
  expect(told).toMatchObject([
    { day: "2026-11-21", answers: 2, firsts: 2, predictions: 0 },
    { day: "2026-11-29", answers: 2, again: 1, youngPassed: 1, youngFailed: 1, predictions: 2, durationMs: 60_000 },
  ]);
  expect(trueRetention(told, today)[0]).toEqual({
    span: "today",
    young: { passed: 1, failed: 1 },
    mature: { passed: 0, failed: 0 },
    total: { passed: 1, failed: 1 },
  });
  // Easy has a stability of 8.2956 days: after eight of them, recall is 0.90247.
  const foretold = 0.90247;
  expect(calibration(predictions.fine)[18]).toMatchObject({ count: 2, predicted: expect.closeTo(foretold, 5) });
  const measured = accuracy(predictions);
  expect(measured?.schedule.logLoss).toBeCloseTo(-(Math.log(foretold) + Math.log(1 - foretold)) / 2, 4);
  expect(measured?.schedule.rmseBins).toBeCloseTo(foretold - 0.5, 4);
  expect(measured?.schedule.auc).toBe(0.5);
});

test("an answer that is taken back leaves nothing behind", async () => {
  await answer("time/a", 4, MORNING);
  const before = await progressAt(days(9));
  const id = await answer("time/a", 1, days(8));
  await takeBack(made.db, id, randomUUID(), days(8), ZONE);
  const after = await progressAt(days(9));
  expect({ cards: after.cards, load: after.load }).toEqual({ cards: before.cards, load: before.load });
  expect(accuracy(after.predictions)).toBeNull();
  expect(totalOf(after.days.map(({ answers }) => answers))).toBe(1);
});

test("the load holds what is overdue today, what was put off tomorrow, and no new, suspended or retired cards", async () => {
  for (const id of CARDS.slice(0, 5)) await answer(id, 4, MORNING); // due on the eighth day
  const ahead = (await progressAt(days(1))).load;
  expect(ahead).toHaveLength(FORECAST_DAYS);
  expect(ahead.flatMap((cards, day) => (cards > 0 ? [[day, cards]] : []))).toEqual([[7, 5]]);
  expect((await progressAt(days(11))).load.slice(0, 2)).toEqual([5, 0]);
  await act("bury", "time/a", days(11));
  await act("suspend", "time/b", days(11));
  await load(CARDS.filter((id) => id !== "time-wait/c"));
  const { load: after, cards } = await progressAt(days(11));
  expect(after.slice(0, 2)).toEqual([2, 1]);
  expect(masteryOf(cards).cards).toEqual({ new: 1, learning: 0, young: 3, mature: 0, suspended: 1 });
});

test("what is kept from look to look is what a look at all cards finds, whatever was done between them", async () => {
  const afresh = async (now: Date) => {
    const db = openDatabase(made.file);
    const { cards, load } = await readProgress(db, "en", now, ZONE);
    await db.$disconnect();
    return { cards, load };
  };
  const kept = async (now: Date) => {
    const { cards, load } = await progressAt(now);
    return { cards, load };
  };
  let last = "";
  const deeds: (() => Promise<unknown>)[] = [
    () => answer("time/a", 4, days(1)),
    () => answer("time-wait/c", 1, days(1)),
    () => act("bury", "time/a", days(1)),
    () => act("suspend", "opening/e", days(1)),
    async () => {
      last = await answer("time/b", 3, days(1));
    },
    () => takeBack(made.db, last, randomUUID(), days(1), ZONE),
    () => act("reset", "time-wait/c", days(1)),
    // As what was done elsewhere is entered into the log before answers that were given here.
    () =>
      made.db.memory.updateMany({
        where: { cardId: "opening/f" },
        data: { state: "review", stability: 5, scheduledDays: 5, lastReviewAt: MORNING, dueAt: days(5) },
      }),
    () => load(CARDS.filter((id) => id !== "time/a")),
    () => load([...CARDS, "opening/g"]),
    () => changeSettings(made.db, (stored) => ({ ...stored, rolloverHour: 12, weights: STEEPER })),
  ];
  for (const [i, deed] of deeds.entries()) {
    await deed();
    expect([i, await kept(days(1))]).toEqual([i, await afresh(days(1))]);
  }
  expect(await kept(days(9))).toEqual(await afresh(days(9)));
}, 30_000);

test("a change of clocks moves no card to another day of the load", async () => {
  // New York sets its clocks back on November 1 at two; the study day of October 31 lasts 25 hours.
  const zone = "America/New_York";
  const dawn = new Date("2026-10-24T08:30:00Z"); // half past four in the morning there
  await answer("time/a", 4, dawn, zone); // due on November 1
  const { load: ahead } = await readProgress(made.db, "en", dawn, zone);
  expect(ahead.indexOf(1)).toBe(8);
});

test.each([
  ["the weights that come with FSRS", null],
  ["weights of one's own", STEEPER],
])(
  "after many answers every count is what the cards themselves say, by %s",
  async (_, weights) => {
    await changeSettings(made.db, () => learnerSettings.parse({ fuzz: false, weights }));
    let now = MORNING;
    for (let i = 0; i < 60; i++) {
      // An arbitrary but fixed walk through cards, grades and hours.
      now = new Date(now.getTime() + ((i * 37) % 61) * 3_600_000);
      const cardId = CARDS[(i * i + 3) % 5] ?? "";
      await answer(cardId, ([3, 4, 3, 1, 2] as const)[i % 5] ?? 3, now);
    }
    now = new Date(now.getTime() + 5 * DAY);
    const { cards, load: ahead } = await progressAt(now);
    const { scheduler } = await readLearner(made.db, ZONE);
    const rows = await made.db.memory.findMany();
    for (const topicId of TOPICS) {
      const own = rows.filter((row) => row.cardId.startsWith(`${topicId}/`)).map((row) => recordOf(row).memory);
      const chances = own.flatMap(
        (memory) => retrievability(memory, now, { clock: clockIn(ZONE), settings: scheduler }) ?? [],
      );
      const mastery = masteryOf(cards.filter((row) => row.topicId === topicId));
      const mean = chances.length === 0 ? null : totalOf(chances) / chances.length;
      expect(mastery.cards.new).toBe(own.filter(({ state }) => state === "new").length);
      expect(mastery.cards.mature).toBe(own.filter((m) => m.state === "review" && m.scheduledDays >= 21).length);
      if (mean === null) expect(mastery.recall).toBeNull();
      else expect(Math.abs((mastery.recall ?? -1) - mean)).toBeLessThanOrEqual(0.5 / RECALL_BINS + 1e-9);
    }
    const inReview = rows.filter(({ state }) => state === "review");
    for (const { from, to, cards: count } of intervals(cards)) {
      const within = inReview.filter((row) => row.scheduledDays >= (from ?? 0) && row.scheduledDays < (to ?? 1e9));
      expect(count).toBe(within.length);
    }
    const dueIn = rows
      .filter(({ state }) => state !== "new")
      .map(({ dueAt }) => Math.max(0, studyDaysBetween(now, dueAt, ZONE)));
    expect(ahead).toEqual(ahead.map((_, day) => dueIn.filter((due) => due === day).length));
  },
  60_000,
);
