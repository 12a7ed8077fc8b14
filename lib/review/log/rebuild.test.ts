import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardNamed, contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { dealDeck } from "./deck.ts";
import { recordReview } from "./mutations.ts";
import { logDifferences, rebuild } from "./rebuild.ts";

const MORNING = new Date("2026-11-21T02:00:00Z");
const CARDS = Array.from({ length: 12 }, (_, i) => `card-${String(i).padStart(2, "0")}`);
const days = (n: number) => new Date(MORNING.getTime() + n * 86_400_000);

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
  await writeContent(made.db, contentOf(CARDS), MORNING);
  await dealDeck(made.db);
  for (const card of CARDS) for (const day of [0, 3, 20]) await answer(card, days(day));
});
afterEach(() => made.dispose());

async function answer(card: string, at: Date): Promise<void> {
  const where = { learnerId_cardId: { learnerId: "local", cardId: cardNamed(card) } };
  const { version } = await made.db.memory.findUniqueOrThrow({ where });
  const rest = { durationMs: 9_000, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
  const input = {
    ...rest,
    id: randomUUID(),
    cardId: cardNamed(card),
    version,
    kind: "answer" as const,
    rating: 3 as const,
  };
  await recordReview(made.db, input, at, "UTC");
}

/** Does the work while somebody goes on answering; returns what it returned, and how often was answered meanwhile. */
async function besideAnswers<T>(work: (onProgress: () => void) => Promise<T>): Promise<T> {
  const answers: Promise<void>[] = [];
  const done = await work(() => {
    for (const card of [CARDS[answers.length % CARDS.length], CARDS.at(-1)]) {
      if (card !== undefined) answers.push(answer(card, days(40 + answers.length)));
    }
  });
  await Promise.all(answers);
  expect(answers.length).toBeGreaterThan(CARDS.length);
  return done;
}

test("what others answer while the log is verified is told as no difference", async () => {
  expect(await besideAnswers((onProgress) => logDifferences(made.db, onProgress))).toEqual([]);
  expect(await logDifferences(made.db)).toEqual([]);
});

test("a difference is found although others answer", async () => {
  await made.db.dayTally.updateMany({ where: { day: "2026-11-23" }, data: { answers: 13 } });
  expect(await besideAnswers((onProgress) => logDifferences(made.db, onProgress))).toEqual([
    "DayTally 2026-11-23: answers is 13, the log says 12",
  ]);
});

test("what is answered while everything is rebuilt is kept, and counted once", async () => {
  await made.db.memory.updateMany({ data: { stability: 1, reps: 99 } });
  await made.db.dayTally.updateMany({ data: { answers: { increment: 5 }, again: 3 } });
  await made.db.recallTally.deleteMany();
  await made.db.memory.delete({
    where: { learnerId_cardId: { learnerId: "local", cardId: cardNamed(CARDS[3] ?? "") } },
  });
  const before = await made.db.review.count();
  await besideAnswers((onProgress) => rebuild(made.db, onProgress));
  expect(await made.db.review.count()).toBeGreaterThan(before);
  // A mark of an answer to a card that was wrong until then tells of what it was: folding once more settles it.
  await rebuild(made.db);
  expect(await logDifferences(made.db)).toEqual([]);
});
