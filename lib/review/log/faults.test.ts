import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardNamed, contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { openDatabase } from "#lib/db/client.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { troubleOf } from "#lib/db/trouble.ts";
import type { AnswerInput } from "../schema.ts";
import { dealDeck } from "./deck.ts";
import { recordAction, recordReview } from "./mutations.ts";
import { logDifferences } from "./rebuild.ts";
import { takeBack } from "./undo-mutations.ts";

const NOW = new Date("2026-11-21T02:00:00Z");

let made: TestDatabase;
beforeEach(async () => {
  made = await testDatabase();
  await writeContent(made.db, contentOf(["a", "b"]), NOW);
  await dealDeck(made.db);
});
afterEach(() => made.dispose());

function answer(version: number, rating: AnswerInput["rating"] = 3): AnswerInput {
  const rest = { durationMs: 9000, tickedKeyPoints: [], answer: {}, language: "en" as const, kind: "answer" as const };
  return { id: randomUUID(), cardId: cardNamed("a"), version, rating, notes: "x".repeat(5000), ...rest };
}

const record = (input: AnswerInput, db = made.db) => recordReview(db, input, NOW, "UTC");

/** Everything of the learner's that is stored. */
const stored = async () => ({
  reviews: await made.db.review.findMany(),
  memories: await made.db.memory.findMany(),
  days: await made.db.dayTally.findMany(),
});

/** Answers until the database refuses, and says with what. */
async function answerUntilRefused(): Promise<unknown> {
  for (let version = 0; version < 10_000; version++) {
    const refused = await record(answer(version)).then(
      () => null,
      (error: unknown) => error,
    );
    if (refused !== null) return refused;
  }
  return null;
}

test("a full disk is told as such, keeps what was acknowledged, and leaves nothing half-written", async () => {
  const [{ page_count: pages = 0 } = {}] = await made.db.$queryRaw<{ page_count: bigint }[]>`PRAGMA page_count`;
  await made.db.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages) + 8}`);
  const refused = await answerUntilRefused();
  expect(troubleOf(refused)).toBe("full");
  const { reviews } = await stored();
  expect(reviews.length).toBeGreaterThan(0);
  expect(await made.db.memory.findFirst({ where: { cardId: cardNamed("a") } })).toMatchObject({
    version: reviews.length,
  });
  expect(await logDifferences(made.db)).toEqual([]);
});

test("a database that may only be read refuses answers, actions and undo, and changes nothing", async () => {
  const first = answer(0);
  await record(first);
  const before = await stored();
  await made.db.$queryRawUnsafe("PRAGMA query_only = 1");
  const attempts = [
    () => record(answer(1)),
    () => recordAction(made.db, { id: randomUUID(), cardId: cardNamed("a"), version: 1, kind: "bury" }, NOW, "UTC"),
    () => takeBack(made.db, first.id, randomUUID(), NOW, "UTC"),
  ];
  for (const attempt of attempts) {
    const refused = await attempt().then(
      () => null,
      (error: unknown) => error,
    );
    expect(troubleOf(refused)).toBe("read-only");
  }
  expect(await stored()).toEqual(before);
});

test("two programs that answer the same card at once write one answer, and the other is told", async () => {
  const other = openDatabase(made.file);
  try {
    for (let version = 0; version < 20; version++) {
      const both = await Promise.all([record(answer(version, 3)), record(answer(version, 1), other)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both).toContainEqual({ ok: false, reason: "stale" });
    }
    expect(await made.db.review.count()).toBe(20);
    expect(await logDifferences(made.db)).toEqual([]);
  } finally {
    await other.$disconnect();
  }
});
