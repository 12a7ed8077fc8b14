import fc from "fast-check";
import { expect, test } from "vitest";
import { type CourseEvent, type CourseStanding, courseOf, EVENT_KINDS } from "./course.ts";
import { AWAY_MS } from "./limits.ts";
import { CLOCK_RULES, type Clock } from "./wishes.ts";

const MINUTE = 60_000;
const LIMIT = 10 * MINUTE;
const event = (at: number, kind: CourseEvent["kind"], more: Partial<CourseEvent> = {}): CourseEvent => ({
  ...{ at, kind, text: null, board: null, next: null },
  ...more,
});
const question = (n: number) => ({ question: n, probe: null });
const begun = event(0, "begun", { next: question(0) });
const standing = (now: number, more: Partial<CourseStanding> = {}): CourseStanding => ({
  ...{ now, seenAt: now, draft: { text: "", board: null } },
  ...more,
});
const course = (events: CourseEvent[], now: number, clock: Clock = "normal", more: Partial<CourseStanding> = {}) =>
  courseOf(events, CLOCK_RULES[clock], LIMIT, standing(now, more));

test("thinking ends with the first word, and an answer with the next question", () => {
  const events = [
    begun,
    event(12_000, "answering"),
    event(72_000, "answered", { text: "two numbers", next: { question: 0, probe: { kind: "more" } } }),
  ];
  const { turns, phase, elapsedMs } = course(events, 80_000);
  expect(turns[0]).toMatchObject({ end: "answered", text: "two numbers", thinkMs: 12_000, answerMs: 60_000 });
  expect(turns[1]).toMatchObject({ end: "open", thinkMs: 8_000, answerMs: 0 });
  expect({ phase, elapsedMs }).toEqual({ phase: "asked", elapsedMs: 80_000 });
});

test("when the clock is set back no time passes, and it goes on from there", () => {
  const year = 365 * 24 * 60 * MINUTE;
  const events = [event(year, "begun", { next: question(0) }), event(60_000, "answering")];
  const { elapsedMs, turns } = course(events, 90_000);
  expect({ elapsedMs, answerMs: turns[0]?.answerMs }).toEqual({ elapsedMs: 30_000, answerMs: 30_000 });
});

test("a pause stops the clock", () => {
  const events = [begun, event(60_000, "paused"), event(500_000, "resumed")];
  expect(course(events.slice(0, 2), 400_000)).toMatchObject({ phase: "paused", elapsedMs: 60_000, pausedMs: 340_000 });
  expect(course(events, 530_000)).toMatchObject({ phase: "asked", elapsedMs: 90_000, pausedMs: 440_000, pauses: 1 });
});

test("a closed lid is told apart, and counts unless the clock is relaxed", () => {
  const gone = { seenAt: 60_000 };
  const now = 60_000 + 2 * AWAY_MS;
  expect(course([begun], now, "normal", gone)).toMatchObject({ elapsedMs: now, awayMs: 2 * AWAY_MS });
  expect(course([begun], now, "relaxed", gone)).toMatchObject({ elapsedMs: 60_000, awayMs: 2 * AWAY_MS });
  const back = [begun, event(60_000, "left"), event(now, "returned")];
  expect(course(back, now + 5_000, "relaxed")).toMatchObject({ elapsedMs: 65_000, awayMs: 2 * AWAY_MS });
});

test("a short silence is no absence, and a pause is none either", () => {
  expect(course([begun], AWAY_MS, "relaxed", { seenAt: 0 })).toMatchObject({ elapsedMs: AWAY_MS, awayMs: 0 });
  const events = [begun, event(10_000, "paused")];
  expect(course(events, 900_000, "relaxed", { seenAt: 10_000 })).toMatchObject({ elapsedMs: 10_000, awayMs: 0 });
});

test("a strict clock ends in the middle of a sentence, at the time that was agreed, with what was said by then", () => {
  const events = [begun, event(30_000, "answering")];
  const draft = { text: "because the", board: null };
  const { phase, endedAt, elapsedMs, turns } = course(events, 99 * MINUTE, "strict", { seenAt: 60_000, draft });
  expect({ phase, endedAt, elapsedMs }).toEqual({ phase: "over", endedAt: LIMIT, elapsedMs: LIMIT });
  expect(turns[0]).toMatchObject({ end: "cut", text: "because the", thinkMs: 30_000, answerMs: LIMIT - 30_000 });
});

test("a strict interview that was left ends at its time: who comes back a day later was not away for a day", () => {
  const seen = (seenAt: number) => course([begun], 24 * 60 * MINUTE, "strict", { seenAt });
  expect(seen(LIMIT + 3_000)).toMatchObject({ endedAt: LIMIT, elapsedMs: LIMIT, awayMs: 0 });
  expect(seen(5 * MINUTE)).toMatchObject({ endedAt: LIMIT, elapsedMs: LIMIT, awayMs: 5 * MINUTE });
});

test("other clocks run on until somebody ends it", () => {
  expect(course([begun], 2 * LIMIT, "normal")).toMatchObject({ phase: "asked", elapsedMs: 2 * LIMIT });
  const ended = [begun, event(30_000, "ended")];
  expect(course(ended, 2 * LIMIT)).toMatchObject({ phase: "over", endedAt: 30_000, elapsedMs: 30_000 });
  const done = [begun, event(30_000, "answered", { text: "yes" })];
  expect(course(done, LIMIT)).toMatchObject({ phase: "over", endedAt: 30_000 });
});

test("whatever happens and whenever: every moment is thought, answered, paused or away, and the clock never runs back", () => {
  const happening = fc.record({
    after: fc.integer({ min: -5_000, max: 200_000 }),
    kind: fc.constantFrom(...EVENT_KINDS.filter((kind) => kind !== "begun")),
    asks: fc.boolean(),
  });
  const clocks = fc.constantFrom<Clock>("relaxed", "normal", "strict");
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 30 }), clocks, (happenings, clock) => {
      let at = 0;
      const events = [begun];
      let last = 0;
      for (const { after, kind, asks } of happenings) {
        at += after;
        const next = asks && (kind === "answered" || kind === "skipped") ? question(events.length) : null;
        events.push(event(at, kind, { next }));
        const now = Math.max(...events.map((e) => e.at));
        const { elapsedMs, pausedMs, awayMs, turns, endedAt } = course(events, now, clock);
        const used = turns.reduce((sum, turn) => sum + turn.thinkMs + turn.answerMs, 0);
        expect(used).toBe(elapsedMs);
        expect(elapsedMs + pausedMs + (CLOCK_RULES[clock].countsAbsence ? 0 : awayMs)).toBe(endedAt ?? now);
        if (clock === "strict") expect(elapsedMs).toBeLessThanOrEqual(LIMIT);
        expect(elapsedMs).toBeGreaterThanOrEqual(last);
        last = elapsedMs;
      }
    }),
  );
});
