import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardNamed, contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { changeSettings, readLearner } from "#lib/learner/learner.ts";
import { ageAt } from "#lib/scheduling/fsrs.ts";
import { FSRS_5 } from "#lib/scheduling/testing.ts";
import { diceFrom } from "#lib/tcp/dice.ts";
import { dealDeck } from "./log/deck.ts";
import { recordReview } from "./log/mutations.ts";
import { readWeakness, type WantedCards } from "./weakness.ts";

const ZONE = "Asia/Shanghai";
const BEGIN = new Date("2026-11-21T02:00:00Z");
const days = (n: number) => new Date(BEGIN.getTime() + n * 86_400_000);

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
});
afterEach(() => made.dispose());

async function deal(names: readonly string[]): Promise<void> {
  await writeContent(made.db, contentOf([...names]), BEGIN);
  await dealDeck(made.db);
}

const draw = diceFrom(3);
const look = (part: Partial<WantedCards>, at: Date) =>
  readWeakness(made.db, { levels: ["mid"], topics: null, without: [], weakFirst: false, ...part }, draw, at, ZONE);

test("a weak spot is what was missed, then what is hardly remembered; what was never answered lies between", async () => {
  await deal(["a", "b", "c"]);
  const rest = { durationMs: 9000, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
  for (const [name, rating] of [
    ["a", 1],
    ["b", 4],
  ] as const) {
    const input = { id: randomUUID(), cardId: cardNamed(name), version: 0, kind: "answer", rating } as const;
    await recordReview(made.db, { ...input, ...rest }, BEGIN, ZONE);
  }
  const weak = await look({ weakFirst: true }, days(0.01));
  expect(weak.get(cardNamed("a"))).toBe(1);
  expect(weak.get(cardNamed("b"))).toBeLessThan(weak.get(cardNamed("c")) ?? 0);
  const later = await look({ weakFirst: true }, days(400));
  expect(later.get(cardNamed("b"))).toBeGreaterThan(later.get(cardNamed("c")) ?? 1);
});

test("of a large deck some cards are weighed: those that were missed, then the likeliest forgotten, else any", async () => {
  const names = Array.from({ length: 400 }, (_, i) => `n${i}`);
  await deal(names);
  const known = { state: "review", lastReviewAt: BEGIN, stability: 100, reps: 3 };
  await made.db.memory.updateMany({ data: known });
  const touch = (name: string, data: object) => made.db.memory.updateMany({ where: { cardId: cardNamed(name) }, data });
  // By its age alone it would be the last.
  await touch("n5", { missedAt: BEGIN, lastReviewAt: days(19) });
  await touch("n300", { stability: 1 });
  await touch("n301", { state: "new", lastReviewAt: null, stability: 0, reps: 0 });
  // Both would surely be among them.
  await touch("n302", { stability: 1, suspendedAt: BEGIN });
  await touch("n303", { stability: 1, retired: true });
  const weak = await look({ weakFirst: true }, days(20));
  expect(weak.size).toBe(300);
  expect(["n5", "n300", "n301"].map((name) => weak.has(cardNamed(name)))).toEqual([true, true, true]);
  expect(["n302", "n303"].map((name) => weak.has(cardNamed(name)))).toEqual([false, false]);
  expect([weak.get(cardNamed("n5")), weak.get(cardNamed("n301"))]).toEqual([1, 0.3]);
  const [one, other] = [await look({}, days(20)), await look({}, days(20))];
  expect([one.size, other.size]).toEqual([300, 300]);
  expect([...one.keys()]).not.toEqual([...other.keys()]);
  expect((await look({ levels: ["senior"] }, days(20))).size).toBe(0);
  expect((await look({ topics: ["nowhere"] }, days(20))).size).toBe(0);
  expect((await look({ without: names.map(cardNamed) }, days(20))).size).toBe(0);
});

test("a card that is recalled less likely than one that was never answered comes before it, whatever the weights", async () => {
  await deal(Array.from({ length: 400 }, (_, i) => `n${i}`));
  const put = (name: string, day: number) =>
    made.db.memory.updateMany({
      where: { cardId: cardNamed(name) },
      data: { state: "review", lastReviewAt: BEGIN, stability: 100 / day, reps: 3 },
    });
  for (const weights of [null, [...FSRS_5]]) {
    await changeSettings(made.db, (stored) => ({ ...stored, weights }));
    const { scheduler } = await readLearner(made.db, ZONE);
    const age = ageAt(0.7, scheduler);
    await put("n1", age * 1.2);
    await put("n2", age * 0.8);
    const weak = await look({ weakFirst: true }, days(100));
    expect(weak.size).toBe(300);
    expect([weak.has(cardNamed("n1")), weak.has(cardNamed("n2"))]).toEqual([true, false]);
    expect(weak.get(cardNamed("n1"))).toBeGreaterThan(0.3);
  }
});
