import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Card } from "#lib/content/schema.ts";
import { cardNamed, contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import type { Statement } from "#lib/db/client.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { dealDeck } from "./log/deck.ts";
import { recordAction, recordReview } from "./log/mutations.ts";
import { PAGE_SIZE, readShelf, SHELVES, type ShelfWishes } from "./shelf-queries.ts";

/** What was read past Prisma. */
const statements: Statement[] = [];
vi.mock(import("#lib/db/client.ts"), async (original) => {
  const client = await original();
  return {
    ...client,
    readRaw: (db, statement) => {
      statements.push(statement);
      return client.readRaw(db, statement);
    },
  };
});

const NOW = new Date("2026-11-21T02:00:00Z");
const LEVELS = ["junior", "mid", "senior"] as const;
const OPEN: ShelfWishes = { search: "", topic: null, level: null, memory: null, page: 1 };

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
  statements.length = 0;
});
afterEach(() => made.dispose());

/** So many cards of two topics, the levels in turns. */
async function load(count: number): Promise<string[]> {
  const content = contentOf(Array.from({ length: count }, (_, i) => `card-${i}`));
  const [topic] = content.topics;
  if (topic === undefined) throw new Error("there is a topic");
  const cards = content.cards.map((card, i): Card => {
    const topicId = i < count / 2 ? "topic" : "topic-2";
    return {
      ...card,
      id: card.id.replace("topic", topicId),
      topicId,
      spec: { ...card.spec, level: LEVELS[i % 3] ?? "mid" },
    };
  });
  const topics = [topic, { ...topic, id: "topic-2", spec: { ...topic.spec, order: 1 } }];
  await writeContent(made.db, { ...content, topics, cards }, NOW);
  await dealDeck(made.db);
  return cards.map(({ id }) => id);
}

const read = (wishes: Partial<ShelfWishes>) => readShelf(made.db, { ...OPEN, ...wishes }, "en");
const idsOf = async (wishes: Partial<ShelfWishes>) => (await read(wishes)).cards.map(({ id }) => id);

test("the pages hold every card once, in the order of learning, however often they are read", async () => {
  const all = await load(2 * PAGE_SIZE + 7);
  for (let again = 0; again < 2; again++) {
    const pages = [await idsOf({ page: 1 }), await idsOf({ page: 2 }), await idsOf({ page: 3 })];
    expect(pages.map(({ length }) => length)).toEqual([PAGE_SIZE, PAGE_SIZE, 7]);
    expect(pages.flat()).toEqual(all);
  }
  expect(await read({ page: 2 })).toMatchObject({ page: 2, pages: 3, total: 2 * PAGE_SIZE + 7, more: false });
  expect(await read({ page: Number.MAX_SAFE_INTEGER })).toMatchObject({ page: 3, total: 2 * PAGE_SIZE + 7 });
  expect(await idsOf({ search: "why", page: 99 })).toEqual(all.slice(2 * PAGE_SIZE));
  expect(await read({ page: 99 })).toMatchObject({ page: 3, cards: [{}, {}, {}, {}, {}, {}, {}] });
}, 60_000);

test("pages of a search, or of what is narrowed down, hold every card that fits once", async () => {
  const all = await load(4 * PAGE_SIZE);
  const fitting = all.filter((id, i) => id.startsWith("topic/") && i % 3 === 1);
  expect(await idsOf({ topic: "topic", level: "mid" })).toEqual(fitting);
  const pages = [1, 2, 3, 4].map((page) => idsOf({ search: "because three", page }));
  expect((await Promise.all(pages)).flat()).toEqual(all);
  expect(await read({ search: "card-17" })).toMatchObject({ total: 11, pages: 1, more: false });
  expect(await idsOf({ search: "card-17", level: "senior", topic: "topic" })).toEqual([
    cardNamed("card-17"),
    cardNamed("card-170"),
    cardNamed("card-173"),
    cardNamed("card-176"),
    cardNamed("card-179"),
  ]);
}, 60_000);

test("a card stands where its memory is, and a suspended one only there", async () => {
  const [a, b, c, d, e] = await load(5);
  const rest = { durationMs: 1, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
  const answer = (cardId = "", rating: 1 | 3 | 4) =>
    recordReview(made.db, { id: randomUUID(), cardId, version: 0, kind: "answer", rating, ...rest }, NOW, "UTC");
  for (const outcome of [await answer(a, 4), await answer(b, 1), await answer(c, 1)]) expect(outcome.ok).toBe(true);
  await recordAction(made.db, { id: randomUUID(), cardId: c ?? "", version: 1, kind: "suspend" }, NOW, "UTC");
  expect(await idsOf({ memory: "young" })).toEqual([a]);
  expect(await idsOf({ memory: "learning" })).toEqual([b]);
  expect(await idsOf({ memory: "missed" })).toEqual([b]);
  expect(await idsOf({ memory: "suspended" })).toEqual([c]);
  expect(await idsOf({ memory: "new" })).toEqual([d, e]);
  expect(await idsOf({ memory: "mature" })).toEqual([]);
  expect(await read({ memory: "mature", page: 7 })).toMatchObject({ total: 0, page: 1, pages: 1 });
});

test("a card that is not asked any more is on no page, and a level that changed is the one that counts", async () => {
  await writeContent(made.db, contentOf(["a", "b"]), NOW);
  await dealDeck(made.db);
  const content = contentOf(["a"]);
  const cards = content.cards.map((card): Card => ({ ...card, spec: { ...card.spec, level: "senior" } }));
  await writeContent(made.db, { ...content, cards }, NOW);
  await dealDeck(made.db);
  expect(await idsOf({})).toEqual([cardNamed("a")]);
  expect(await idsOf({ search: "why" })).toEqual([cardNamed("a")]);
  expect([await idsOf({ level: "mid" }), await idsOf({ level: "senior" })]).toEqual([[], [cardNamed("a")]]);
});

test("whatever is wished for, the tables are not gone through, and no more ids are read than a page holds", async () => {
  await load(2 * PAGE_SIZE + 7);
  const all = [OPEN.memory, ...SHELVES].flatMap((memory) =>
    [null, "mid" as const].flatMap((level) =>
      [null, "topic"].flatMap((topic) => ["", "why", "w", "why w"].map((search) => ({ memory, level, topic, search }))),
    ),
  );
  for (const wishes of all) await read(wishes);
  expect(statements.length).toBeGreaterThan(all.length);
  const plans = new Map(statements.map((statement) => [statement.sql, statement]));
  for (const { sql, values } of plans.values()) {
    const steps = await made.db.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
    const scans = steps
      .map(({ detail }) => detail)
      .filter((step) => /SCAN (Memory|Card|CardText|SearchEntry|SearchText)\b/.test(step));
    expect([sql, scans]).toEqual([sql, []]);
    expect(sql.includes('FROM "Memory"')).toBe(sql.includes("INDEXED BY"));
  }
}, 60_000);
