import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardNamed, contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { changeSettings } from "#lib/learner/learner.ts";
import { learnerSettings } from "#lib/learner/settings.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import { nextCard } from "../queries.ts";
import { reviewId } from "../schema.ts";
import { LOG_HEADER, type LogLine, parseLog } from "./csv.ts";
import { dealDeck } from "./deck.ts";
import { exportLog } from "./export-queries.ts";
import { importLog } from "./import.ts";
import { cancelImport, importEnded, importState, startImport } from "./import-job.ts";
import { recordAction, recordReview } from "./mutations.ts";
import { logDifferences } from "./rebuild.ts";
import { turn } from "./slices.ts";
import { takeBack } from "./undo-mutations.ts";

const ZONE = "Asia/Shanghai";
const NOON = Date.UTC(2026, 10, 21, 4);
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

async function answer(
  card: string,
  rating: Rating,
  at: number,
  { kind = "answer" as "answer" | "cram", durationMs = 1_234 } = {},
): Promise<string> {
  const id = randomUUID();
  const rest = { durationMs, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
  const input = { id, cardId: cardNamed(card), version: await versionOf(card), kind, rating };
  expect((await recordReview(made.db, { ...input, ...rest }, new Date(at), ZONE)).ok).toBe(true);
  return id;
}

async function act(kind: "reset" | "bury" | "suspend", card: string, at: number): Promise<void> {
  const input = { id: randomUUID(), cardId: cardNamed(card), version: await versionOf(card), kind };
  expect((await recordAction(made.db, input, new Date(at), ZONE)).ok).toBe(true);
}

async function exported({ db }: TestDatabase): Promise<string> {
  let text = "";
  for await (const piece of exportLog(db)) text += piece;
  return text;
}

async function imported({ db }: TestDatabase, text: string) {
  const log = parseLog(text);
  if (!log.ok) throw new Error(JSON.stringify(log));
  return importLog(db, log.lines, ZONE);
}

async function memoriesOf({ db }: TestDatabase) {
  const rows = await db.memory.findMany({ orderBy: { cardId: "asc" } });
  // What the table does not carry: the page says so.
  return rows.map(({ version, suspendedAt, buriedUntil, ...memory }) => memory);
}

/** What people do, and what clocks do: they go on, stand, jump years ahead, and back. */
const STEP = fc.record({
  what: fc.constantFrom("answer", "answer", "answer", "answer", "undo", "redo", "reset", "cram", "bury", "suspend"),
  card: fc.constantFrom(...CARDS),
  rating: fc.constantFrom(...RATINGS),
  durationMs: fc.constantFrom(0, 1, 1_234, 86_400_000),
  ms: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 500 * HOUR }) },
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.constantFrom(-1, -HOUR, -30 * 24 * HOUR, 3 * 365 * 24 * HOUR, -3 * 365 * 24 * HOUR) },
  ),
});
type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never;

async function live(steps: readonly Step[]): Promise<void> {
  let at = NOON;
  let last: string | null = null;
  for (const { what, card, rating, durationMs, ms } of steps) {
    at += ms;
    if (what === "answer" || what === "cram") last = await answer(card, rating, at, { kind: what, durationMs });
    else if (what !== "undo" && what !== "redo") await act(what, card, at);
    else if (last !== null) {
      const taken = await takeBack(made.db, last, randomUUID(), new Date(at), ZONE);
      last = taken.ok ? taken.entryId : last;
    }
  }
}

test("whatever was done by whatever clock, a log that is exported and imported elsewhere means the same there", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { maxLength: 16 }), async (steps) => {
      await made.dispose();
      made = await prepared();
      await live(steps);
      const table = await exported(made);
      const other = await prepared();
      try {
        await imported(other, table);
        expect(await memoriesOf(other)).toEqual(await memoriesOf(made));
        expect(await logDifferences(other.db)).toEqual([]);
        expect(await exported(other)).toBe(table);
      } finally {
        await other.dispose();
      }
    }),
    { numRuns: 15 },
  );
}, 240_000);

test("what was answered goes into the same tallies there", async () => {
  await answer("a", 3, NOON);
  await answer("b", 1, NOON + HOUR);
  for (const days of [1, 5, 30]) await answer("a", days === 5 ? 1 : 3, NOON + days * 24 * HOUR);
  const other = await prepared();
  try {
    await imported(other, await exported(made));
    expect(await other.db.dayTally.findMany()).toEqual(await made.db.dayTally.findMany());
    expect(await other.db.binTally.findMany()).toEqual(await made.db.binTally.findMany());
  } finally {
    await other.dispose();
  }
});

test("a card that was reset comes back new, and not learned", async () => {
  await answer("a", 4, NOON);
  await act("reset", "a", NOON + HOUR);
  const table = await exported(made);
  expect(table.split("\n").slice(1, -1)).toEqual([`topic/a,${NOON},4,0,1234`, `topic/a,${NOON + HOUR},0,2,0`]);
  const other = await prepared();
  try {
    expect(await imported(other, table)).toMatchObject({ cards: 1, reviews: 1 });
    expect((await memoriesOf(other))[0]).toMatchObject({ cardId: "topic/a", state: "new", reps: 0 });
  } finally {
    await other.dispose();
  }
});

test("lines that another program has put into another order are taken in the order of time", async () => {
  const lines = [
    `topic/a,${NOON + 20 * 24 * HOUR},3,2,1`,
    `topic/a,${NOON},4,0,1`,
    `topic/b,${NOON + 30 * 24 * HOUR},3,2,1`,
    `topic/a,${NOON + 60 * 24 * HOUR},3,2,1`,
    `topic/b,${NOON},4,0,1`,
  ];
  await imported(made, [LOG_HEADER, ...lines].join("\n"));
  const rows = await made.db.review.findMany({ where: { cardId: "topic/a" }, orderBy: { seq: "asc" } });
  expect(rows.map(({ kind, at }) => [kind, at.getTime()])).toEqual([
    ["answer", NOON],
    ["answer", NOON + 20 * 24 * HOUR],
    ["answer", NOON + 60 * 24 * HOUR],
  ]);
});

test("a table has the answers that stand, in the order of the log, each with the state before it", async () => {
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
  const log = parseLog(pieces.join(""));
  const told = (line: LogLine) => `${line.cardId} ${line.at} ${line.durationMs}`;
  expect(log.ok ? log.lines.map(told) : []).toEqual(lines.map(told));
  expect(await logDifferences(made.db)).toEqual([]);
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
  expect(await logDifferences(made.db)).toEqual([]);
});

test("others answer while a log is imported: what they begin is left to them, and nothing of it is half taken over", async () => {
  const lines = CARDS.flatMap((card) =>
    Array.from({ length: 300 }, (_, i) => ({
      ...{ cardId: cardNamed(card), at: NOON + i * HOUR, rating: 3 as const, durationMs: 5 },
      state: i === 0 ? ("new" as const) : ("review" as const),
    })),
  );
  const importing = importLog(made.db, lines, ZONE, {
    onProgress: (_, { cards }) => {
      if (cards === 1) void answer("c", 3, NOON);
    },
  });
  expect(await importing).toEqual({ cards: 2, reviews: 600, unknown: 0, begun: 1 });
  expect(await made.db.review.count({ where: { cardId: "topic/c" } })).toBe(1);
  expect(await logDifferences(made.db)).toEqual([]);
});

test("a card with thousands of answers is taken over whole, and others are heard meanwhile", async () => {
  const lines = Array.from({ length: 2_100 }, (_, i): LogLine => {
    return { cardId: "topic/a", at: NOON + i * HOUR, rating: 3, state: i ? "review" : "new", durationMs: 1 };
  });
  const importing = importLog(made.db, lines, ZONE);
  let looks = 0;
  let isOver = false;
  const looking = (async () => {
    for (; !isOver; looks++) {
      expect([0, 2_100]).toContain(await versionOf("a"));
      await turn();
    }
  })();
  expect(await importing).toMatchObject({ cards: 1, reviews: 2_100 });
  isOver = true;
  await looking;
  expect(looks).toBeGreaterThan(10);
  expect(await logDifferences(made.db)).toEqual([]);
});

test("a lot that cannot be written leaves nothing behind, and the ones before it stay", async () => {
  const line: LogLine = { cardId: "topic/a", at: NOON, rating: 3, state: "new", durationMs: 1 };
  const many = Array.from({ length: 250 }, (_, i) => ({ ...line, at: NOON + i * HOUR }));
  const broken: LogLine[] = [...many, { ...line, cardId: "topic/b", at: Number.NaN }];
  await expect(importLog(made.db, broken, ZONE)).rejects.toThrow();
  expect(await versionOf("a")).toBeGreaterThanOrEqual(250);
  expect(await versionOf("b")).toBe(0);
  expect(await logDifferences(made.db)).toEqual([]);
});

test("an import that is cancelled keeps whole cards, says how many, and goes on there when the file comes again", async () => {
  const names = Array.from({ length: 30 }, (_, i) => `many-${i}`);
  await writeContent(made.db, contentOf(names), new Date(NOON));
  await dealDeck(made.db);
  const lines = names.flatMap((name) =>
    Array.from({ length: 250 }, (_, i): LogLine => {
      return { cardId: cardNamed(name), at: NOON + i * HOUR, rating: 3, state: i ? "review" : "new", durationMs: 1 };
    }),
  );
  const about = { ignored: ["mood"], ignoredMore: 0, ahead: 0 };
  expect(startImport(made.db, lines, about, ZONE)).toBe(true);
  expect(startImport(made.db, lines, about, ZONE)).toBe(false);
  for (let now = importState(); now.state === "running" && now.cards < 3; now = importState()) await turn();
  await cancelImport();
  const stopped = importState();
  if (stopped.state !== "cancelled") throw new Error(stopped.state);
  expect(stopped.cards).toBeGreaterThan(2);
  expect(stopped.cards).toBeLessThan(30);
  expect(await made.db.memory.count({ where: { version: { gt: 0 } } })).toBe(stopped.cards);
  expect(await logDifferences(made.db)).toEqual([]);
  startImport(made.db, lines, about, ZONE);
  await importEnded();
  const { cards, begun } = { cards: 30 - stopped.cards, begun: stopped.cards };
  expect(importState()).toEqual({ state: "done", cards, reviews: cards * 250, begun, unknown: 0, ...about });
  expect(await logDifferences(made.db)).toEqual([]);
});
