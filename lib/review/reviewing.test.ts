import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Card } from "#lib/content/schema.ts";
import { cardNamed, contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { changeSettings, readLearner } from "#lib/learner/learner.ts";
import { learnerSettings } from "#lib/learner/settings.ts";
import { draw, reviewSeed } from "#lib/quiz/draw.ts";
import { replay } from "#lib/scheduling/replay.ts";
import { intervalMs } from "#lib/scheduling/schedule.ts";
import { calm } from "#lib/tcp/world/testing.ts";
import { readHistory } from "./history-queries.ts";
import { dealDeck } from "./log/deck.ts";
import { logOf } from "./log/log.ts";
import { recordReview } from "./log/mutations.ts";
import { recordOf } from "./log/rows.ts";
import { takeBack } from "./log/undo-mutations.ts";
import { readMissed } from "./missed-queries.ts";
import { nextCard, overview } from "./queries.ts";
import type { AnswerInput } from "./schema.ts";

const ZONE = "Asia/Shanghai";
const MORNING = new Date("2026-11-21T02:00:00Z");
const minutes = (n: number) => new Date(MORNING.getTime() + n * 60_000);
const days = (n: number) => new Date(MORNING.getTime() + n * 86_400_000);

const NEW_PER_DAY = 10;

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
  await load(["a", "b", "c"]);
});
afterEach(() => made.dispose());

async function load(names: readonly string[]): Promise<void> {
  await writeContent(made.db, contentOf(names), MORNING);
  await dealDeck(made.db);
  await changeSettings(made.db, () => learnerSettings.parse({ fuzz: false }));
}

function answer(card: string, version: number, rating: AnswerInput["rating"], id = randomUUID()): AnswerInput {
  return {
    id,
    cardId: cardNamed(card),
    version,
    kind: "answer",
    rating,
    durationMs: 30_000,
    notes: `on ${card}`,
    tickedKeyPoints: [],
    answer: {},
    language: "en",
  };
}

const record = (input: AnswerInput, now = MORNING) => recordReview(made.db, input, now, ZONE);
const next = (now: Date) => nextCard(made.db, "en", now, ZONE);
const undo = (id: string, now: Date) => takeBack(made.db, id, randomUUID(), now, ZONE);
const memoryNamed = (card: string) =>
  made.db.memory.findUniqueOrThrow({ where: { learnerId_cardId: { learnerId: "local", cardId: cardNamed(card) } } });

test("the same answer sent many times at once is one row and one step of the memory", async () => {
  const input = answer("a", 0, 3);
  const sent = await Promise.all(Array.from({ length: 10 }, () => record(input)));
  expect(sent.filter((recorded) => recorded.ok && !recorded.already)).toHaveLength(1);
  expect(sent.every((recorded) => recorded.ok)).toBe(true);
  expect(await made.db.review.count()).toBe(1);
  expect(await memoryNamed("a")).toMatchObject({ version: 1, reps: 1 });
});

test("the answer to an exercise is graded by the simulator and kept with the review, with its seed", async () => {
  const exercise: Card["spec"]["exercise"] = {
    kind: "fill",
    blanks: [{ segment: { from: "server", of: "SYN-ACK", nth: 1 }, fields: ["flags", "ack"] }],
    vary: { iss: "small" },
  };
  const content = contentOf(["a"]);
  const cards = content.cards.map((card) => ({ ...card, spec: { ...card.spec, exercise } }));
  await writeContent(made.db, { ...content, cards }, MORNING);
  await dealDeck(made.db);
  const shown = await next(MORNING);
  const seed = reviewSeed(cardNamed("a"), 0);
  const { right } = draw(exercise, shown?.card.simulation.scenario ?? calm, seed);
  await record({ ...answer("a", 0, 1), answer: { ...right, "1.flags": "ACK" } });
  await record({ ...answer("a", 1, 3), answer: {} });
  const [first, second] = await made.db.review.findMany({ orderBy: { seq: "asc" } });
  expect(first?.exercise).toEqual({ seed, answer: { ...right, "1.flags": "ACK" }, wrong: ["1.flags"], of: 2 });
  expect(second?.exercise).toBeNull();
});

test("a single choice is one point, in the log and among what was missed, also where the log once counted options", async () => {
  const asking = async (right: readonly string[]) => {
    const exercise: Card["spec"]["exercise"] = { kind: "choice", options: ["x", "y", "z"], right: [...right] };
    const content = contentOf(["a", "b"]);
    const cards = content.cards.map((card) => ({ ...card, spec: { ...card.spec, exercise } }));
    await writeContent(made.db, { ...content, cards }, MORNING);
    await dealDeck(made.db);
  };
  await asking(["x", "y"]);
  await record({ ...answer("a", 0, 1), answer: { z: "yes" } });
  await asking(["x"]);
  await record({ ...answer("b", 0, 1), answer: { z: "yes" } });
  const [several, single] = await made.db.review.findMany({ orderBy: { seq: "asc" } });
  expect(several?.exercise).toMatchObject({ wrong: ["x", "y", "z"], of: 3 });
  expect(single?.exercise).toMatchObject({ wrong: ["x"], of: 1 });
  const missed = await readMissed(made.db, "en", 7, minutes(1), await readLearner(made.db, ZONE));
  expect(missed.map(({ exercise }) => exercise)).toEqual([
    { kind: "choice", wrong: ["x"] },
    { kind: "choice", wrong: ["x"] },
  ]);
});

test("the same id with another grade, or after it was taken back, is not told as recorded", async () => {
  const input = answer("a", 0, 3);
  await record(input);
  expect(await record({ ...input, rating: 1 })).toEqual({ ok: false, reason: "recorded-otherwise" });
  await undo(input.id, minutes(1));
  expect(await record(input)).toEqual({ ok: false, reason: "recorded-otherwise" });
  expect(await made.db.review.count()).toBe(2);
});

test("two different answers to the same version: one counts, the other is told, nothing else is written", async () => {
  const sent = await Promise.all([record(answer("a", 0, 3)), record(answer("a", 0, 1))]);
  expect(sent.map((recorded) => recorded.ok).sort()).toEqual([false, true]);
  expect(sent).toContainEqual({ ok: false, reason: "stale" });
  expect(await made.db.review.count()).toBe(1);
});

test("unknown and retired cards, and an id that belongs to another card, are refused", async () => {
  expect(await record(answer("nowhere", 0, 3))).toEqual({ ok: false, reason: "unknown-card" });
  await load(["b", "c"]);
  expect(await record(answer("a", 0, 3))).toEqual({ ok: false, reason: "card-retired" });
  const id = randomUUID();
  await record(answer("b", 0, 3, id));
  expect(await record(answer("c", 0, 3, id))).toEqual({ ok: false, reason: "id-taken" });
});

test("undo brings the memory and the card back, adds to the log, and happens once", async () => {
  const first = answer("a", 0, 3);
  await record(first);
  const before = await memoryNamed("a");
  const second = answer("a", 1, 1);
  await record(second, minutes(10));
  expect(await undo(second.id, minutes(11))).toMatchObject({ ok: true, already: false });
  expect(await undo(second.id, minutes(12))).toMatchObject({ ok: true, already: true });
  expect(recordOf(await memoryNamed("a"))).toEqual(recordOf(before));
  expect(await made.db.review.count()).toBe(3);
  expect((await next(minutes(12)))?.card.id).toBe(cardNamed("a"));
  expect((await readHistory(made.db, "en")).undoable).toMatchObject({ entryId: first.id, rating: 3 });
});

test("what an answer held is there again when it was taken back, and gone when the next card comes", async () => {
  const input = { ...answer("a", 0, 3), tickedKeyPoints: ["one", "three"] };
  await record(input);
  await undo(input.id, minutes(1));
  expect(await next(minutes(2))).toMatchObject({
    takenBack: { notes: "on a", ticked: ["one", "three"] },
    lastNotes: null,
  });
  await record(answer("a", 2, 4), minutes(3));
  expect(await next(minutes(4))).toMatchObject({ takenBack: null });
});

test("only the last answer of a card can be taken back", async () => {
  const first = answer("a", 0, 3);
  await record(first);
  await record(answer("a", 1, 3), minutes(10));
  expect(await undo(first.id, minutes(11))).toEqual({ ok: false, reason: "not-the-last" });
  expect(await undo(randomUUID(), minutes(11))).toEqual({ ok: false, reason: "unknown-review" });
});

test("the memory is the fold of the log", async () => {
  for (const [i, rating] of ([3, 1, 2, 3, 4, 1] as const).entries()) {
    const input = answer("a", (await memoryNamed("a")).version, rating);
    await record(input, days(i * 3));
    if (i % 2 === 1) await undo(input.id, days(i * 3));
  }
  const log = await logOf(made.db, cardNamed("a"));
  const stored = await memoryNamed("a");
  expect(replay(log)).toEqual({ record: recordOf(stored), version: stored.version });
});

test("the interval on the button is the interval applied", async () => {
  await record(answer("a", 0, 4));
  for (const rating of [2, 3, 4, 1] as const) {
    const row = await memoryNamed("a");
    const card = await next(row.dueAt);
    expect(card?.version).toBe(row.version);
    await record(answer("a", row.version, rating), row.dueAt);
    expect(intervalMs(recordOf(await memoryNamed("a")).memory)).toEqual(card?.intervals[rating]);
  }
});

test("what is being learned comes first, then what is due today, then new cards in their order", async () => {
  expect((await next(MORNING))?.card.id).toBe(cardNamed("a"));
  await record(answer("a", 0, 1));
  expect((await next(minutes(0)))?.card.id).toBe(cardNamed("b"));
  expect((await next(minutes(1)))?.card.id).toBe(cardNamed("a"));
  await record(answer("b", 0, 4));
  await record(answer("c", 0, 3));
  // Nothing else is left: the learning step that ends within twenty minutes comes early.
  expect((await next(minutes(0)))?.card.id).toBe(cardNamed("a"));
  const b = await memoryNamed("b");
  const sameDayEarly = new Date(b.dueAt.getTime() - 3_600_000);
  expect((await overview(made.db, sameDayEarly, ZONE)).due).toBe(3);
});

test("the start page counts what is due, missed and new, and says when the next card comes", async () => {
  expect(await overview(made.db, MORNING, ZONE)).toMatchObject({
    newcomer: true,
    due: 0,
    missed: 0,
    fresh: 3,
    unseen: 3,
    nextAt: null,
  });
  await record(answer("a", 0, 1));
  await record(answer("b", 0, 4));
  const today = await overview(made.db, minutes(1), ZONE);
  expect(today).toMatchObject({ due: 1, missed: 1, fresh: 1, answeredToday: 2 });
  expect(today.nextAt).toEqual(minutes(1));
});

test("no more than so many new cards a day, and the count starts again at four in the morning", async () => {
  const many = Array.from({ length: NEW_PER_DAY + 2 }, (_, i) => `many-${String(i).padStart(2, "0")}`);
  await load(many);
  for (const card of many.slice(0, NEW_PER_DAY)) await record(answer(card, 0, 4));
  expect(await next(MORNING)).toBeNull();
  expect((await next(new Date("2026-11-21T19:59:00Z")))?.card.id).toBeUndefined();
  expect((await next(new Date("2026-11-21T20:00:00Z")))?.card.id).toBe(cardNamed(many[NEW_PER_DAY] ?? ""));
});

test("the next card comes with the next study day, not at the hour of the last review", async () => {
  const fourInTheMorning = new Date("2026-11-21T20:00:00Z");
  const many = Array.from({ length: NEW_PER_DAY + 1 }, (_, i) => `many-${String(i).padStart(2, "0")}`);
  await load(many);
  for (const card of many.slice(0, NEW_PER_DAY)) await record(answer(card, 0, 4));
  expect((await overview(made.db, MORNING, ZONE)).nextAt).toEqual(fourInTheMorning);
  await record(answer(many[NEW_PER_DAY] ?? "", 0, 4), fourInTheMorning);
  expect((await overview(made.db, fourInTheMorning, ZONE)).nextAt).toEqual(new Date("2026-11-28T20:00:00Z"));
});

test("what was written is shown with the card the next time, in either language", async () => {
  await record(answer("a", 0, 1));
  expect((await nextCard(made.db, "zh", minutes(1), ZONE))?.lastNotes).toBe("on a");
});
