import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardNamed, contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { changeSettings, readLearner } from "#lib/learner/learner.ts";
import { learnerSettings } from "#lib/learner/settings.ts";
import { LOG_KINDS } from "#lib/scheduling/replay.ts";
import { intervalMs } from "#lib/scheduling/schedule.ts";
import { readHistory } from "../history-queries.ts";
import { readMissed } from "../missed-queries.ts";
import { nextCard, overview } from "../queries.ts";
import type { ActionInput, AnswerInput } from "../schema.ts";
import { dealDeck } from "./deck.ts";
import { readHeld } from "./held.ts";
import { callIntoQueue, recordInterviewAnswers } from "./interviewed.ts";
import { recordAction, recordReview } from "./mutations.ts";
import { logDifferences, rebuild } from "./rebuild.ts";
import { recordOf } from "./rows.ts";
import { takeBack } from "./undo-mutations.ts";

const ZONE = "Asia/Shanghai";
const MORNING = new Date("2026-11-21T02:00:00Z");
const DAY = 86_400_000;
const minutes = (n: number) => new Date(MORNING.getTime() + n * 60_000);
const days = (n: number) => new Date(MORNING.getTime() + n * DAY);

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
  await load(["a", "b", "c"]);
});
afterEach(() => made.dispose());

async function load(names: readonly string[], requires: Readonly<Record<string, string[]>> = {}): Promise<void> {
  const content = contentOf(names);
  const cards = content.cards.map((card) => {
    const required = requires[card.id]?.map(cardNamed);
    return required ? { ...card, spec: { ...card.spec, requires: required } } : card;
  });
  await writeContent(made.db, { ...content, cards }, MORNING);
  await dealDeck(made.db);
  await changeSettings(made.db, () => learnerSettings.parse({ fuzz: false }));
}

const where = (card: string) => ({ learnerId_cardId: { learnerId: "local", cardId: cardNamed(card) } });
const memoryOf = (card: string) => made.db.memory.findUniqueOrThrow({ where: where(card) });
const next = async (now: Date) => (await nextCard(made.db, "en", now, ZONE))?.card.id.replace("topic/", "") ?? null;

const interviewed = (card: string, now: Date) =>
  made.db.$transaction((tx) => {
    const rest = { durationMs: 9000, text: "", ticked: [], language: "en" } as const;
    const failed = now.getTime() % 2 === 0;
    return recordInterviewAnswers(tx, [{ id: randomUUID(), cardId: cardNamed(card), failed, ...rest }], now, ZONE);
  });
const called = (card: string, now: Date) =>
  made.db.$transaction((tx) => callIntoQueue(tx, [{ id: randomUUID(), cardId: cardNamed(card) }], now, ZONE));

async function answer(card: string, rating: AnswerInput["rating"], now: Date, kind: AnswerInput["kind"] = "answer") {
  const id = randomUUID();
  const { version } = await memoryOf(card);
  const rest = { durationMs: 9000, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
  const recorded = await recordReview(
    made.db,
    { id, cardId: cardNamed(card), version, kind, rating, ...rest },
    now,
    ZONE,
  );
  expect(recorded.ok).toBe(true);
  return id;
}

async function act(kind: ActionInput["kind"], card: string, now: Date) {
  const id = randomUUID();
  const { version } = await memoryOf(card);
  const recorded = await recordAction(made.db, { id, cardId: cardNamed(card), version, kind }, now, ZONE);
  expect(recorded.ok).toBe(true);
  return id;
}

const back = (id: string, now: Date) => takeBack(made.db, id, randomUUID(), now, ZONE);

test("numbers are read as exactly as they were written", async () => {
  const anyNumber = fc.double({ min: 0.001, max: 36_500, noNaN: true });
  await fc.assert(
    fc.asyncProperty(anyNumber, anyNumber, async (stability, difficulty) => {
      await made.db.memory.update({ where: where("a"), data: { stability, difficulty } });
      const held = await readHeld(made.db, { id: randomUUID(), cardId: cardNamed("a") }, ZONE);
      expect(held?.record.memory).toMatchObject({ stability, difficulty });
    }),
  );
});

test("a suspended card is asked no more until it is resumed, a buried one until the next study day", async () => {
  await act("suspend", "a", MORNING);
  await act("bury", "b", MORNING);
  expect(await next(MORNING)).toBe("c");
  expect(await next(new Date("2026-11-21T20:00:00Z"))).toBe("b");
  await act("resume", "a", minutes(1));
  expect(await next(minutes(1))).toBe("a");
});

test("undo and redo walk through answers and actions alike, one entry each, and end where they began", async () => {
  await answer("a", 4, MORNING);
  await act("bury", "b", minutes(1));
  const done = await made.db.memory.findMany();
  const undone: string[] = [];
  for (const kind of ["bury", "answer"]) {
    const { undoable } = await readHistory(made.db, "en");
    expect(undoable?.kind).toBe(kind);
    const taken = await back(undoable?.entryId ?? "", minutes(2));
    if (taken.ok) undone.push(taken.entryId);
  }
  expect(await readHistory(made.db, "en")).toMatchObject({ undoable: null, redoable: { kind: "answer" } });
  expect(await next(minutes(3))).toBe("a");
  for (const kind of ["answer", "bury"]) {
    const { redoable } = await readHistory(made.db, "en");
    expect(redoable?.kind).toBe(kind);
    await back(redoable?.entryId ?? "", minutes(3));
  }
  const state = (rows: typeof done) => rows.map(({ version, ...rest }) => rest);
  expect(state(await made.db.memory.findMany())).toEqual(state(done));
  expect(await made.db.review.count()).toBe(6);
  expect((await readHistory(made.db, "en")).redoable).toBeNull();
  // Once more, by the end of the chain.
  const { undoable } = await readHistory(made.db, "en");
  expect((await back(undoable?.entryId ?? "", minutes(4))).ok).toBe(true);
  expect(await next(minutes(4))).toBe("b");
});

test("what was done since leaves nothing to redo; an old undo button cannot undo what was redone", async () => {
  const id = await answer("a", 3, MORNING);
  const undo = await back(id, minutes(1));
  expect((await readHistory(made.db, "en")).redoable).toMatchObject({ rating: 3 });
  await back(undo.ok ? undo.entryId : "", minutes(2));
  expect(await back(id, minutes(3))).toEqual({ ok: false, reason: "not-the-last" });
  await answer("b", 3, minutes(4));
  expect((await readHistory(made.db, "en")).redoable).toBeNull();
});

test("a reset makes the card new, keeps its log, and can be undone", async () => {
  await answer("a", 4, MORNING);
  const before = await memoryOf("a");
  const reset = await act("reset", "a", minutes(1));
  expect(await memoryOf("a")).toMatchObject({ state: "new", reps: 0, version: 2 });
  await back(reset, minutes(2));
  expect(await memoryOf("a")).toEqual({ ...before, version: 3 });
});

test("cramming is logged and tallied as such, and moves nothing", async () => {
  await answer("a", 4, MORNING);
  const before = await memoryOf("a");
  await answer("a", 1, days(1), "cram");
  expect(await memoryOf("a")).toEqual({ ...before, version: 2 });
  expect(await made.db.dayTally.findMany({ orderBy: { day: "asc" } })).toMatchObject([
    { day: "2026-11-21", answers: 1, firsts: 1, easy: 1, crams: 0 },
    { day: "2026-11-22", answers: 0, crams: 1, again: 0, predictions: 0 },
  ]);
});

test("a card that is forgotten the eighth time is called a leech, once, and is not suspended", async () => {
  const told: (number | null)[] = [];
  let now = MORNING;
  await answer("a", 4, now);
  for (let lapse = 1; lapse <= 9; lapse++) {
    now = new Date((await memoryOf("a")).dueAt);
    const { version } = await memoryOf("a");
    const rest = { durationMs: 1, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
    const input = { id: randomUUID(), cardId: cardNamed("a"), version, kind: "answer" as const, rating: 1 as const };
    const recorded = await recordReview(made.db, { ...input, ...rest }, now, ZONE);
    told.push(recorded.ok ? recorded.leech : 0);
    await answer("a", 3, new Date(now.getTime() + 10 * 60_000));
  }
  expect(told).toEqual([null, null, null, null, null, null, null, 8, null]);
  expect((await memoryOf("a")).suspendedAt).toBeNull();
});

test("what was on the button is applied, also when the settings were changed before it was pressed", async () => {
  await answer("a", 4, MORNING);
  const shown = await nextCard(made.db, "en", days(9), ZONE);
  await changeSettings(made.db, () => learnerSettings.parse({ fuzz: false, desiredRetention: 0.8 }));
  const { version } = await memoryOf("a");
  const rest = { durationMs: 1, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
  const input = { id: randomUUID(), cardId: cardNamed("a"), version, kind: "answer" as const, rating: 3 as const };
  const schedulerId = shown?.schedulerId;
  expect((await recordReview(made.db, { ...input, ...rest, schedulerId }, days(9), ZONE)).ok).toBe(true);
  expect(intervalMs(recordOf(await memoryOf("a")).memory)).toEqual(shown?.intervals[3]);
  expect(await logDifferences(made.db)).toEqual([]);
});

test("when all that is left was put off, the start page says that it comes with the next study day", async () => {
  for (const card of ["a", "b", "c"]) await act("bury", card, MORNING);
  expect((await overview(made.db, MORNING, ZONE)).nextAt).toEqual(new Date("2026-11-21T20:00:00Z"));
});

test("what was done can be undone as far back as one likes", async () => {
  for (let i = 0; i < 40; i++) await act(i % 2 === 0 ? "suspend" : "resume", "a", minutes(i));
  for (let i = 0; i < 40; i++) {
    const { undoable } = await readHistory(made.db, "en");
    expect((await back(undoable?.entryId ?? "", minutes(50 + i))).ok).toBe(true);
  }
  expect((await readHistory(made.db, "en")).undoable).toBeNull();
  expect(await memoryOf("a")).toMatchObject({ suspendedAt: null, version: 80 });
});

test("a memory that was lost is found missing, and made from the log", async () => {
  await answer("a", 4, MORNING);
  await answer("b", 1, MORNING);
  const before = await made.db.memory.findMany({ orderBy: { cardId: "asc" } });
  await made.db.memory.deleteMany({ where: { cardId: { in: [cardNamed("a"), cardNamed("c")] } } });
  expect(await logDifferences(made.db)).toEqual(["topic/a: has 1 log entries, but no memory"]);
  await rebuild(made.db);
  expect(await made.db.memory.findMany({ orderBy: { cardId: "asc" } })).toEqual(before);
});

test("a suspended card is not among the missed, and one put off is not called due", async () => {
  const learner = await readLearner(made.db, ZONE);
  for (const card of ["a", "b", "c"]) await answer(card, 1, MORNING);
  await act("suspend", "a", MORNING);
  await act("bury", "b", MORNING);
  const missed = await readMissed(made.db, "en", 1, minutes(5), learner);
  expect(missed.map(({ id, isDue }) => [id, isDue])).toEqual([
    ["topic/b", false],
    ["topic/c", true],
  ]);
  expect((await overview(made.db, minutes(5), ZONE)).missed).toBe(2);
});

test("a new card waits for what it requires, unless that is suspended", async () => {
  await load(["a", "b", "c"], { "topic/a": ["c"] });
  expect(await next(MORNING)).toBe("b");
  await act("bury", "b", MORNING);
  expect(await next(MORNING)).toBe("c");
  await act("suspend", "c", MORNING);
  expect(await next(MORNING)).toBe("a");
});

test("what may wait comes after what would lose by it, however likely it is forgotten", async () => {
  for (const card of ["a", "b", "c"]) await answer(card, 4, MORNING);
  await made.db.memory.update({ where: where("a"), data: { stability: 200 } });
  await made.db.memory.update({ where: where("b"), data: { stability: 5, lastReviewAt: days(595) } });
  await act("suspend", "c", MORNING);
  expect(await next(days(600))).toBe("b");
  await act("bury", "b", days(600));
  expect(await next(days(600))).toBe("a");
});

test("among what is due, the card that is likeliest forgotten comes first", async () => {
  await answer("a", 4, MORNING);
  await answer("b", 4, MORNING);
  await answer("c", 4, MORNING);
  await made.db.memory.update({ where: where("b"), data: { stability: 1 } });
  await made.db.memory.update({ where: where("a"), data: { stability: 4 } });
  expect(await next(days(10))).toBe("b");
  await act("bury", "b", days(10));
  expect(await next(days(10))).toBe("a");
});

test("what loses little by waiting is told apart from what is to be done now", async () => {
  for (const card of ["a", "b"]) await answer(card, 4, MORNING);
  await made.db.memory.update({ where: where("a"), data: { stability: 400 } });
  expect(await overview(made.db, days(9), ZONE)).toMatchObject({ due: 2, mayWait: 1 });
});

test("an interview brings cards back that would be due only after it", async () => {
  await answer("a", 4, MORNING);
  await made.db.memory.update({ where: where("a"), data: { stability: 60, scheduledDays: 60, dueAt: days(60) } });
  for (const card of ["b", "c"]) await act("suspend", card, MORNING);
  expect(await next(days(20))).toBeNull();
  const interview = { day: "2026-12-31", retention: 0.95 };
  await changeSettings(made.db, () => learnerSettings.parse({ fuzz: false, interview }));
  const asked: boolean[] = [];
  for (let day = 1; day < 40; day++) asked.push((await next(days(day))) === "a");
  expect(asked).toContain(true);
  expect(asked[0]).toBe(false);
  expect((await overview(made.db, days(39), ZONE)).daysToInterview).toBe(1);
  await made.db.memory.update({ where: where("a"), data: { missedAt: days(38) } });
  const [missed] = await readMissed(made.db, "en", 7, days(39), await readLearner(made.db, ZONE));
  expect(missed?.isDue).toBe(true);
  await answer("a", 3, days(39));
  expect(await next(days(39))).toBeNull();
});

test("a card that is due and called is one card, put off it waits until tomorrow, and suspended it is not called at all", async () => {
  await answer("a", 1, MORNING);
  const { due } = await overview(made.db, minutes(2), ZONE);
  expect(await called("a", minutes(2))).toBe(1);
  expect((await overview(made.db, minutes(2), ZONE)).due).toBe(due);
  await called("b", minutes(2));
  expect((await overview(made.db, minutes(2), ZONE)).due).toBe(due + 1);
  for (const card of ["a", "b", "c"]) await act("bury", card, minutes(3));
  expect(await overview(made.db, minutes(3), ZONE)).toMatchObject({ due: 0, nextAt: days(1 - 6 / 24) });
  await act("suspend", "c", minutes(3));
  expect(await called("c", minutes(4))).toBe(0);
});

test("whatever is done and undone, record and tallies are what the log adds up to, and can be made anew", async () => {
  const step = fc.record({
    what: fc.constantFrom("1", "2", "3", "4", ...LOG_KINDS.filter((kind) => kind !== "answer")),
    card: fc.constantFrom("a", "b", "c"),
    hours: fc.integer({ min: 0, max: 90 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      let now = new Date(Math.max(MORNING.getTime(), ((await lastAt()) ?? MORNING).getTime()));
      for (const { what, card, hours } of steps) {
        now = new Date(now.getTime() + hours * 3_600_000);
        const { undoable, redoable } = await readHistory(made.db, "en");
        if (what === "undo") {
          if (undoable) expect((await back(undoable.entryId, now)).ok).toBe(true);
        } else if (what === "redo") {
          if (redoable) expect((await back(redoable.entryId, now)).ok).toBe(true);
        } else if (what === "interview") await interviewed(card, now);
        else if (what === "call") await called(card, now);
        else if (what === "cram") await answer(card, 2, now, "cram");
        else if (["1", "2", "3", "4"].includes(what)) await answer(card, Number(what) as AnswerInput["rating"], now);
        else await act(what as ActionInput["kind"], card, now);
      }
      expect(await logDifferences(made.db)).toEqual([]);
    }),
    { numRuns: 25 },
  );
  const rows = () => Promise.all([made.db.memory.findMany(), made.db.dayTally.findMany(), made.db.binTally.findMany()]);
  const before = await rows();
  await made.db.memory.update({ where: where("a"), data: { stability: 77, suspendedAt: MORNING } });
  await made.db.dayTally.deleteMany();
  expect((await logDifferences(made.db)).length).toBeGreaterThan(0);
  await rebuild(made.db);
  expect(await logDifferences(made.db)).toEqual([]);
  const [memories, tallied] = await rows();
  expect(memories).toEqual(before[0]);
  expect(tallied.length).toBeLessThanOrEqual(before[1].length);
}, 60_000);

async function lastAt(): Promise<Date | null> {
  return (await made.db.review.findFirst({ orderBy: { seq: "desc" } }))?.at ?? null;
}
