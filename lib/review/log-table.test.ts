import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardNamed, contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import { LOG_HEADER, type LogLine, parseLog } from "./csv.ts";
import { dealDeck } from "./deck.ts";
import { exportLog } from "./export.ts";
import { importLog } from "./import.ts";
import { changeSettings } from "./learner.ts";
import { recordAction, recordReview } from "./mutations.ts";
import { nextCard } from "./queries.ts";
import { differences } from "./rebuild.ts";
import { reviewId } from "./schema.ts";
import { learnerSettings } from "./settings.ts";
import { takeBack } from "./taking-back.ts";

const ZONE = "Asia/Shanghai";
const NOON = Date.UTC(2026, 10, 21, 4);
const LATER = Date.UTC(2030, 0, 1);
const HOUR = 3_600_000;
const CARDS = ["a", "b", "c"] as const;

let made: TestDatabase;

beforeEach(async () => {
  made = await prepared();
});
afterEach(() => made.dispose());

async function prepared(): Promise<TestDatabase> {
  const database = await testDatabase();
  await writeContent(database.db, contentOf(CARDS), new Date(NOON));
  await dealDeck(database.db);
  await changeSettings(database.db, () => learnerSettings.parse({}));
  return database;
}

async function versionOf(card: string): Promise<number> {
  const where = { learnerId_cardId: { learnerId: "local", cardId: cardNamed(card) } };
  return (await made.db.memory.findUniqueOrThrow({ where })).version;
}

async function answer(card: string, rating: Rating, at: number): Promise<string> {
  const id = randomUUID();
  const rest = { durationMs: 1_234, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
  const input = { id, cardId: cardNamed(card), version: await versionOf(card), kind: "answer" as const, rating };
  expect((await recordReview(made.db, { ...input, ...rest }, new Date(at), ZONE)).ok).toBe(true);
  return id;
}

async function reset(card: string, at: number): Promise<void> {
  const input = { id: randomUUID(), cardId: cardNamed(card), version: await versionOf(card), kind: "reset" as const };
  expect((await recordAction(made.db, input, new Date(at), ZONE)).ok).toBe(true);
}

async function exported({ db }: TestDatabase): Promise<string> {
  let text = "";
  for await (const piece of exportLog(db)) text += piece;
  return text;
}

async function imported({ db }: TestDatabase, text: string) {
  const log = parseLog(text, LATER);
  if (!log.ok) throw new Error(JSON.stringify(log));
  return importLog(db, log.lines, ZONE);
}

async function memoriesOf({ db }: TestDatabase) {
  const rows = await db.memory.findMany({ orderBy: { cardId: "asc" } });
  return rows.map(({ version, ...memory }) => memory);
}

test("what is exported and imported into an empty database gives the same memories, tallies and table", async () => {
  const step = fc.record({
    what: fc.constantFrom("answer", "answer", "answer", "undo", "reset"),
    card: fc.constantFrom(...CARDS),
    rating: fc.constantFrom(...RATINGS),
    hours: fc.integer({ min: 1, max: 500 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
      await made.dispose();
      made = await prepared();
      let at = NOON;
      for (const { what, card, rating, hours } of steps) {
        at += hours * HOUR;
        if (what === "reset") await reset(card, at);
        else {
          const id = await answer(card, rating, at);
          if (what === "undo") await takeBack(made.db, id, randomUUID(), new Date(at + 1), ZONE);
        }
      }
      // A reset that nothing was answered after is no line of the table.
      for (const [i, card] of CARDS.entries()) await answer(card, 3, at + (i + 1) * HOUR);
      const table = await exported(made);
      const other = await prepared();
      try {
        await imported(other, table);
        expect(await memoriesOf(other)).toEqual(await memoriesOf(made));
        expect(await differences(other.db)).toEqual([]);
        expect(await other.db.dayTally.findMany({ omit: { logLoss: true } })).toEqual(
          expect.arrayContaining(
            await made.db.dayTally.findMany({ where: { answers: { gt: 0 } }, omit: { logLoss: true } }),
          ),
        );
        expect(await exported(other)).toBe(table);
      } finally {
        await other.dispose();
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);

test("a table has the answers that stand, in the order of time, each with the state before it", async () => {
  expect(await exported(made)).toBe(`${LOG_HEADER}\n`);
  await answer("b", 3, NOON);
  await answer("a", 4, NOON + 1);
  const undone = await answer("b", 3, NOON + 600_000);
  await takeBack(made.db, undone, randomUUID(), new Date(NOON + 600_001), ZONE);
  await answer("a", 1, NOON + 20 * 24 * HOUR);
  await answer("a", 3, NOON + 20 * 24 * HOUR + 600_000);
  expect((await exported(made)).split("\n").slice(1, -1)).toEqual([
    `topic/b,${NOON},3,0,1234`,
    `topic/a,${NOON + 1},4,0,1234`,
    `topic/a,${NOON + 20 * 24 * HOUR},1,2,1234`,
    `topic/a,${NOON + 20 * 24 * HOUR + 600_000},3,3,1234`,
  ]);
});

test("a table of thousands of answers comes in pieces, and is whole", async () => {
  const lines = Array.from({ length: 4_100 }, (_, i): LogLine => {
    const cardId = cardNamed(CARDS[i % CARDS.length] ?? "a");
    return { cardId, at: NOON + i * HOUR, rating: 3, state: i < CARDS.length ? "new" : "review", durationMs: i };
  });
  await importLog(made.db, lines, ZONE);
  const pieces: string[] = [];
  for await (const piece of exportLog(made.db)) pieces.push(piece);
  expect(pieces.length).toBeGreaterThan(2);
  const log = parseLog(pieces.join(""), LATER);
  const told = (line: LogLine) => `${line.cardId} ${line.at} ${line.durationMs}`;
  expect(log.ok ? log.lines.map(told) : []).toEqual(lines.map(told));
  expect(await differences(made.db)).toEqual([]);
});

test("cards that are unknown here, or begun already, are left out and counted; the same table twice adds nothing", async () => {
  await answer("b", 3, NOON);
  const lines = ["a", "b", "x", "y"].map((name) => `topic/${name},${NOON + HOUR},3,0,500`);
  const table = [LOG_HEADER, ...lines, `topic/a,${NOON + 2 * HOUR},3,1,500`].join("\r\n");
  expect(await imported(made, table)).toEqual({ cards: 1, reviews: 2, unknown: 2, begun: 1 });
  const rows = await made.db.review.findMany({ where: { cardId: "topic/a" } });
  expect(rows).toMatchObject([{ algorithm: "import" }, { algorithm: "import" }]);
  expect(rows.every(({ id }) => reviewId.safeParse(id).success)).toBe(true);
  expect(await imported(made, table)).toEqual({ cards: 0, reviews: 0, unknown: 2, begun: 2 });
  expect(await made.db.review.count()).toBe(3);
  expect((await nextCard(made.db, "en", new Date(NOON + 2 * HOUR), ZONE))?.card.id).toBe("topic/b");
});

test("what was imported can be undone like any answer", async () => {
  await imported(made, `${LOG_HEADER}\ntopic/a,${NOON},3,0,500\n`);
  const { id } = await made.db.review.findFirstOrThrow();
  expect((await takeBack(made.db, id, randomUUID(), new Date(NOON + HOUR), ZONE)).ok).toBe(true);
  expect(await differences(made.db)).toEqual([]);
});

test("a transaction that fails leaves nothing behind", async () => {
  const line: LogLine = { cardId: "topic/a", at: NOON, rating: 3, state: "new", durationMs: 1 };
  const same: LogLine[] = [line, { ...line, cardId: "topic/b" }, { ...line, cardId: "topic/b" }];
  await expect(importLog(made.db, same, ZONE)).rejects.toThrow();
  expect(await made.db.review.count()).toBe(0);
  expect(await made.db.dayTally.count()).toBe(0);
  expect(await differences(made.db)).toEqual([]);
});
