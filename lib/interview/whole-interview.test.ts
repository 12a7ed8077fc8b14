import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardNamed, contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { writeTogether } from "#lib/db/client.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { readLearner } from "#lib/learner/learner.ts";
import { dealDeck } from "#lib/review/log/deck.ts";
import { recordReview } from "#lib/review/log/mutations.ts";
import { logDifferences } from "#lib/review/log/rebuild.ts";
import { takeBack } from "#lib/review/log/undo-mutations.ts";
import { readMissed } from "#lib/review/missed-queries.ts";
import { nextCard, overview } from "#lib/review/queries.ts";
import { keepJudgement, reopenJudgement, saveTicks } from "./judgement-mutations.ts";
import { recordEvent, saveDraft, startInterview } from "./mutations.ts";
import type { EventInput } from "./schema.ts";
import { readStored } from "./stored.ts";
import type { Wishes } from "./wishes.ts";

const ZONE = "Asia/Shanghai";
const BEGIN = new Date("2026-11-21T02:00:00Z");
const at = (seconds: number) => new Date(BEGIN.getTime() + seconds * 1000);
const WISHES: Wishes = {
  ...{ minutes: 10, level: "mid", topics: null, weakSpots: false, language: "en", clock: "normal", mode: "alone" },
};

let made: TestDatabase;
let id: string;

beforeEach(async () => {
  made = await testDatabase();
  await writeContent(made.db, contentOf(["a", "b", "c", "d"]), BEGIN);
  await dealDeck(made.db);
  id = randomUUID();
});
afterEach(() => made.dispose());

const start = (wishes: Partial<Wishes> = {}) =>
  startInterview(made.db, { id, wishes: { ...WISHES, ...wishes } }, BEGIN, ZONE, 7);
const tell = (turn: number, kind: EventInput["kind"], seconds: number, more: Partial<EventInput> = {}) =>
  recordEvent(
    made.db,
    { id: randomUUID(), interviewId: id, turn, kind, text: "", board: null, probe: null, ...more },
    at(seconds),
  );
const stored = async (seconds: number) => {
  const found = await readStored(made.db, id, at(seconds));
  if (found === null) throw new Error("there is no interview");
  return found;
};
const probesAsked = async () => (await stored(0)).course.turns.map(({ asked }) => asked.probe?.kind ?? "question");
const keep = (seconds: number, { call = true, isKept = false } = {}) =>
  keepJudgement(made.db, { interviewId: id, call, isKept }, at(seconds), ZONE);
const memoryOf = (cardId: string) =>
  made.db.memory.findUniqueOrThrow({ where: { learnerId_cardId: { learnerId: "local", cardId } } });

/** Answers every question with this text until the interview is over; the second it ended. */
async function through(text: string): Promise<number> {
  for (let turn = 0; ; turn++) {
    if ((await stored(turn * 30)).course.phase === "over") return turn * 30;
    await tell(turn, "answering", turn * 30 + 5);
    await tell(turn, "answered", turn * 30 + 30, { text });
  }
}

test("an interview begins with a question; the same id again is the same interview", async () => {
  expect(await start()).toEqual({ ok: true, already: false });
  expect(await start({ minutes: 45 })).toEqual({ ok: true, already: true });
  const { plan, wishes, course } = await stored(8);
  expect(plan).toHaveLength(4);
  expect(wishes).toEqual(WISHES);
  expect(course).toMatchObject({ phase: "asked", elapsedMs: 8_000, turns: [{ asked: { question: 0, probe: null } }] });
});

test("wishes that no card fits are refused, and nothing is begun", async () => {
  expect(await start({ level: "junior" })).toEqual({ ok: false, reason: "nothing-to-ask" });
  expect(await start({ topics: ["nowhere"] })).toEqual({ ok: false, reason: "nothing-to-ask" });
  expect(await made.db.interview.count()).toBe(0);
});

test("what is asked next depends on the answer", async () => {
  await start();
  await tell(0, "answered", 10, { text: "one and two" });
  expect(await probesAsked()).toEqual(["question", "more"]);
  await tell(1, "answered", 20, { text: "and three" });
  // Now all was said: the follow-up that probes nothing.
  expect(await probesAsked()).toEqual(["question", "more", "follow-up"]);
  await tell(2, "answered", 30, { text: "this" });
  await tell(3, "skipped", 40);
  expect((await stored(40)).course.turns.map(({ asked }) => asked.question)).toEqual([0, 0, 0, 1, 2]);
});

test("who is quick is asked more, as long as it fits into the time that is left, and nothing twice", async () => {
  await writeContent(made.db, contentOf(["a", "b", "c", "d", "e", "f", "g", "h"]), BEGIN);
  await dealDeck(made.db);
  await start();
  expect((await stored(0)).plan).toHaveLength(4);
  for (let turn = 0; turn < 4; turn++) await tell(turn, "skipped", 10 * (turn + 1));
  expect((await stored(40)).plan).toHaveLength(5);
  // Eight minutes are gone: what takes two and a half does not fit any more.
  await tell(4, "skipped", 480);
  const { plan, course } = await stored(480);
  expect(course.phase).toBe("over");
  expect(new Set(plan).size).toBe(5);
});

test("the same event twice is one, and one for what is not at hand any more is refused", async () => {
  await start();
  const event: EventInput = {
    ...{ id: randomUUID(), interviewId: id, turn: 0, kind: "skipped", text: "", board: null, probe: null },
  };
  expect(await recordEvent(made.db, event, at(5))).toEqual({ ok: true, already: false });
  expect(await recordEvent(made.db, event, at(6))).toEqual({ ok: true, already: true });
  expect(await recordEvent(made.db, { ...event, kind: "ended" }, at(6))).toEqual({ ok: false, reason: "id-taken" });
  expect(await tell(0, "answered", 7)).toEqual({ ok: false, reason: "interview-moved-on" });
  expect(await tell(1, "resumed", 7)).toEqual({ ok: false, reason: "interview-moved-on" });
  expect((await stored(8)).course.turns).toHaveLength(2);
});

test("while paused only going on or ending is possible; a strict clock has no pause", async () => {
  await start();
  await tell(0, "paused", 10);
  expect(await tell(0, "answered", 20)).toEqual({ ok: false, reason: "interview-moved-on" });
  await tell(0, "resumed", 70);
  expect((await stored(80)).course.elapsedMs).toBe(20_000);
  id = randomUUID();
  await start({ clock: "strict" });
  expect(await tell(0, "paused", 10)).toEqual({ ok: false, reason: "no-pause" });
});

test("when the time is up no new question is asked, and a strict clock takes what was said by then", async () => {
  await start();
  await tell(0, "answering", 5);
  await tell(0, "answered", 601, { text: "long" });
  expect((await stored(700)).course).toMatchObject({ phase: "over", elapsedMs: 601_000 });
  id = randomUUID();
  await start({ clock: "strict" });
  await tell(0, "answering", 5);
  await saveDraft(made.db, { interviewId: id, turn: 0, said: { text: "so far", board: null } }, at(603));
  expect((await stored(700)).course).toMatchObject({ phase: "over", elapsedMs: 600_000 });
  expect((await stored(700)).course.turns[0]).toMatchObject({ end: "cut", text: "so far" });
  const late = { interviewId: id, turn: 0, said: { text: "later", board: null } };
  expect(await saveDraft(made.db, late, at(700))).toEqual({ ok: false, reason: "interview-over" });
});

test("what was typed is there after a crash, and the absence is taken down when somebody is back", async () => {
  await start({ clock: "relaxed" });
  await tell(0, "answering", 5);
  await saveDraft(made.db, { interviewId: id, turn: 0, said: { text: "half a thought", board: null } }, at(30));
  const back = await stored(1000);
  expect(back.draft.text).toBe("half a thought");
  expect(back.course).toMatchObject({ elapsedMs: 30_000, awayMs: 970_000, phase: "answering" });
  await saveDraft(made.db, { interviewId: id, turn: 0, said: { text: "half a thought", board: null } }, at(1000));
  expect((await stored(1010)).course).toMatchObject({ elapsedMs: 40_000, awayMs: 970_000 });
});

test("a sign of life alone leaves what was typed as it is", async () => {
  await start();
  await saveDraft(made.db, { interviewId: id, turn: 0, said: { text: "mine", board: null } }, at(10));
  await saveDraft(made.db, { interviewId: id, turn: 0, said: null }, at(40));
  expect(await stored(50)).toMatchObject({ draft: { text: "mine" }, seenAt: at(40) });
});

test("what is refused leaves no trace, of an absence neither", async () => {
  await start({ mode: "pair", clock: "relaxed" });
  const impossible = { kind: "follow-up", index: 9 } as const;
  await tell(0, "answered", 500, { probe: impossible });
  expect(await made.db.interviewEvent.count()).toBe(1);
  await tell(0, "answering", 500);
  expect((await stored(500)).course.awayMs).toBe(500_000);
});

test("what was said in an interview stays said: its events cannot be changed or deleted", async () => {
  await start();
  const write = (sql: string) => writeTogether(made.db, [{ sql, values: [] }]);
  await expect(write(`UPDATE "InterviewEvent" SET "text" = 'better'`)).rejects.toThrow(/append-only/);
  await expect(write('DELETE FROM "InterviewEvent"')).rejects.toThrow(/append-only/);
});

test("ticks are for after the end, for known key points, and until the judgement is kept", async () => {
  await start();
  const ticks = (ticked: string[]) => saveTicks(made.db, { interviewId: id, question: 0, ticked }, at(60));
  expect(await ticks(["one"])).toEqual({ ok: false, reason: "interview-not-over" });
  await tell(0, "answered", 10, { text: "one" });
  await tell(1, "ended", 20);
  await ticks(["one", "nonsense"]);
  expect((await stored(60)).ticks.get(0)).toEqual(["one"]);
  await keep(70, { call: false });
  expect(await ticks([])).toEqual({ ok: false, reason: "interview-judged" });
});

test("the weak ones, and only they, are missed and land in today's queue, once; no schedule moves", async () => {
  await start();
  const end = await through("one two three");
  const { plan } = await stored(end);
  const [good = "", ...rest] = plan;
  await saveTicks(made.db, { interviewId: id, question: 0, ticked: ["one", "two"] }, at(end));
  const before = await memoryOf(good);
  expect(await keep(end)).toEqual({ ok: true, failed: rest.length, called: rest.length });
  expect(await keep(end)).toEqual({ ok: true, failed: rest.length, called: 0 });
  expect(await memoryOf(good)).toEqual({ ...before, version: 1 });
  const weak = await made.db.memory.findMany({ where: { calledAt: { not: null } } });
  expect(weak.map(({ cardId }) => cardId).sort()).toEqual([...rest].sort());
  for (const { state, missedAt, dueAt, version } of weak) {
    expect({ state, missedAt, dueAt, version }).toEqual({
      state: "new",
      missedAt: at(end),
      dueAt: new Date(0),
      version: 2,
    });
  }
  const log = await made.db.review.findMany({ where: { cardId: rest[0] ?? "" }, orderBy: { seq: "asc" } });
  expect(log.map(({ kind, rating }) => [kind, rating])).toEqual([
    ["interview", 1],
    ["call", null],
  ]);
  expect(await overview(made.db, at(end), ZONE)).toMatchObject({ due: rest.length, missed: rest.length, fresh: 1 });
  const missed = await readMissed(made.db, "en", 1, at(end), await readLearner(made.db, ZONE));
  expect(missed.map(({ points, isDue }) => ({ points: points.length, isDue }))).toEqual(
    rest.map(() => ({ points: 3, isDue: true })),
  );
  expect(await logDifferences(made.db)).toEqual([]);
});

test("a called card comes before new ones, and an answer takes it out of the queue again", async () => {
  await start();
  const end = await through("one two three");
  await keep(end);
  const called = await made.db.memory.findMany({ where: { calledAt: { not: null } }, orderBy: { cardId: "asc" } });
  const seen: string[] = [];
  for (const _ of called) {
    const next = await nextCard(made.db, "en", at(end + 60), ZONE);
    if (next === null) break;
    seen.push(next.card.id);
    const rest = { durationMs: 9000, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
    const input = { id: randomUUID(), cardId: next.card.id, version: next.version, kind: "answer", rating: 4 } as const;
    await recordReview(made.db, { ...input, ...rest }, at(end + 60), ZONE);
  }
  expect(seen.sort()).toEqual(called.map(({ cardId }) => cardId));
  expect(await made.db.memory.count({ where: { calledAt: { not: null } } })).toBe(0);
  expect(await nextCard(made.db, "en", at(end + 60), ZONE)).toBeNull();
  expect(await logDifferences(made.db)).toEqual([]);
});

test("a suspended card is not asked, and one that was suspended since stays out of the queue", async () => {
  const suspend = { learnerId_cardId: { learnerId: "local", cardId: cardNamed("a") } };
  await made.db.memory.update({ where: suspend, data: { suspendedAt: BEGIN } });
  await start();
  const { plan } = await stored(0);
  expect(plan).not.toContain(cardNamed("a"));
  const end = await through("");
  const later = { learnerId_cardId: { learnerId: "local", cardId: plan[0] ?? "" } };
  await made.db.memory.update({ where: later, data: { suspendedAt: BEGIN } });
  expect(await keep(end)).toMatchObject({
    failed: plan.length,
    called: plan.length - 1,
  });
});

test("a call can be taken back like anything else, and made again", async () => {
  await start();
  await tell(0, "skipped", 10);
  await tell(1, "ended", 20);
  await keep(30);
  const call = await made.db.review.findFirstOrThrow({ where: { kind: "call" } });
  expect(await takeBack(made.db, call.id, randomUUID(), at(40), ZONE)).toMatchObject({ ok: true });
  expect(await memoryOf(call.cardId)).toMatchObject({ calledAt: null, missedAt: at(30) });
  const again = await keep(50);
  expect(again).toMatchObject({ failed: 1, called: 1 });
  expect(await memoryOf(call.cardId)).toMatchObject({ calledAt: at(50) });
  expect(await logDifferences(made.db)).toEqual([]);
});

test("a judgement can be opened again: nothing of it is left, and another may say otherwise", async () => {
  await start();
  await tell(0, "skipped", 10);
  await tell(1, "ended", 20);
  const [cardId = ""] = (await stored(20)).plan;
  const before = await memoryOf(cardId);
  expect(await reopenJudgement(made.db, id, at(25), ZONE)).toEqual({ ok: true, already: true });
  for (const s of [30, 40]) {
    expect(await keep(s)).toEqual({ ok: true, failed: 1, called: 1 });
    expect(await memoryOf(cardId)).toMatchObject({ missedAt: at(s), calledAt: at(s) });
    expect(await reopenJudgement(made.db, id, at(s + 5), ZONE)).toEqual({ ok: true, already: false });
    expect(await memoryOf(cardId)).toMatchObject({ missedAt: before.missedAt, calledAt: null });
    expect(await logDifferences(made.db)).toEqual([]);
  }
  const all = ["one", "two", "three"];
  expect(await saveTicks(made.db, { interviewId: id, question: 0, ticked: all }, at(50))).toMatchObject({ ok: true });
  expect(await keep(60)).toEqual({ ok: true, failed: 0, called: 0 });
  expect(await memoryOf(cardId)).toMatchObject({ missedAt: null, calledAt: null });
  const log = await made.db.review.findMany({ where: { cardId }, orderBy: { seq: "asc" } });
  expect(log.map(({ kind, rating }) => `${kind} ${rating}`).slice(-2)).toEqual(["undo null", "interview 3"]);
  expect(await logDifferences(made.db)).toEqual([]);
});

test("what somebody redid by hand of a judgement that was opened again gives way to the next one", async () => {
  await start();
  await tell(0, "skipped", 10);
  await tell(1, "ended", 20);
  const [cardId = ""] = (await stored(20)).plan;
  await keep(30, { call: false });
  await reopenJudgement(made.db, id, at(40), ZONE);
  const undo = await made.db.review.findFirstOrThrow({ where: { cardId, kind: "undo" } });
  await takeBack(made.db, undo.id, randomUUID(), at(50), ZONE);
  expect(await memoryOf(cardId)).toMatchObject({ missedAt: at(30) });
  await saveTicks(made.db, { interviewId: id, question: 0, ticked: ["one", "two", "three"] }, at(60));
  expect(await keep(70)).toMatchObject({ failed: 0 });
  expect(await memoryOf(cardId)).toMatchObject({ missedAt: null, calledAt: null });
  expect(await logDifferences(made.db)).toEqual([]);
});

test("who believes that a judgement is kept does not keep another one that was opened meanwhile", async () => {
  await start();
  await tell(0, "skipped", 10);
  await tell(1, "ended", 20);
  await keep(30);
  await reopenJudgement(made.db, id, at(40), ZONE);
  const entries = await made.db.review.count();
  expect(await keep(50, { isKept: true })).toEqual({ ok: false, reason: "interview-moved-on" });
  expect([await made.db.review.count(), (await stored(50)).judgedAt]).toEqual([entries, null]);
  expect(await keep(60)).toMatchObject({ ok: true, called: 1 });
  expect(await keep(70, { isKept: true })).toMatchObject({ ok: true, called: 0 });
});

test("a judgement stays as it is when one of its cards was answered since, until that is undone", async () => {
  await start();
  await tell(0, "skipped", 10);
  await tell(1, "skipped", 20);
  await tell(2, "ended", 30);
  const { plan } = await stored(30);
  await keep(40, { call: false });
  const { version } = await memoryOf(plan[1] ?? "");
  const rest = { durationMs: 9000, notes: "", tickedKeyPoints: [], answer: {}, language: "en" as const };
  const input = { id: randomUUID(), cardId: plan[1] ?? "", version, kind: "answer", rating: 4 } as const;
  await recordReview(made.db, { ...input, ...rest }, at(50), ZONE);
  // The card was called after it was answered: what lies between counts as well.
  await keep(60);
  const entries = await made.db.review.count();
  expect(await reopenJudgement(made.db, id, at(70), ZONE)).toEqual({ ok: false, reason: "interview-followed" });
  expect([await made.db.review.count(), (await stored(70)).judgedAt]).toEqual([entries, at(40)]);
  const call = await made.db.review.findFirstOrThrow({ where: { kind: "call", cardId: plan[1] ?? "" } });
  await takeBack(made.db, call.id, randomUUID(), at(80), ZONE);
  await takeBack(made.db, input.id, randomUUID(), at(80), ZONE);
  expect(await reopenJudgement(made.db, id, at(90), ZONE)).toEqual({ ok: true, already: false });
  expect(await logDifferences(made.db)).toEqual([]);
});

test("in a pair the interviewer chooses what is asked next, and ticks while listening", async () => {
  await start({ mode: "pair" });
  await tell(0, "answered", 10, { text: "one", probe: { kind: "follow-up", index: 1 } });
  expect((await stored(10)).course.turns.at(-1)?.asked).toEqual({
    question: 0,
    probe: { kind: "follow-up", index: 1 },
  });
  expect(await tell(1, "answered", 20, { probe: { kind: "follow-up", index: 9 } })).toEqual({
    ok: false,
    reason: "interview-moved-on",
  });
  expect(await saveTicks(made.db, { interviewId: id, question: 0, ticked: ["two"] }, at(25))).toMatchObject({
    ok: true,
  });
  await tell(1, "answered", 30);
  expect((await stored(30)).course.turns.at(-1)?.asked).toEqual({ question: 1, probe: null });
  // What was ticked counts, whether the question was skipped after all, or the end came first.
  await saveTicks(made.db, { interviewId: id, question: 1, ticked: ["one", "two", "three"] }, at(35));
  await tell(2, "ended", 40);
  expect(await keep(50)).toMatchObject({ failed: 1 });
});
