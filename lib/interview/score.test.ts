import fc from "fast-check";
import { expect, test } from "vitest";
import { courseOf } from "./course.ts";
import { isFailed, type Judged, judgedQuestions, SPOKEN_ANSWER_MAX_MS, scoreOf, weakest } from "./score.ts";
import { CLOCK_RULES } from "./wishes.ts";

const asked = (more: Partial<Judged>): Judged => ({
  ...{ topicId: "opening", keyPoints: 4, said: 4, wasSkipped: false, thinkMs: 4_000, answerMs: 30_000 },
  ...more,
});

test("the score is what the ticks say: each key point weighs the same, and of a skipped question none was said", () => {
  const score = scoreOf([
    asked({ said: 3 }),
    asked({ keyPoints: 3, said: 3, wasSkipped: true, thinkMs: 0 }),
    asked({ topicId: "closing", keyPoints: 5, said: 5, thinkMs: 8_000, answerMs: SPOKEN_ANSWER_MAX_MS + 1 }),
  ]);
  expect(score.points).toBeCloseTo(8 / 12);
  expect(score.topics).toEqual([
    { topicId: "opening", said: 3, keyPoints: 7 },
    { topicId: "closing", said: 5, keyPoints: 5 },
  ]);
  expect(score.composure).toEqual({ startMs: 6_000, overruns: 1, answers: 2, skipped: 1 });
});

test("nothing asked is no score at all", () => {
  const composure = { startMs: null, overruns: 0, answers: 0, skipped: 0 };
  expect(scoreOf([])).toEqual({ points: null, topics: [], composure });
});

test("failed is what was skipped, or less than half said", () => {
  expect(isFailed(asked({ keyPoints: 3, said: 1 }))).toBe(true);
  expect(isFailed(asked({ keyPoints: 4, said: 2 }))).toBe(false);
  expect(isFailed(asked({ wasSkipped: true }))).toBe(true);
});

test("what to review first is exactly what failed, the least said first", () => {
  const one = fc.record({
    keyPoints: fc.integer({ min: 3, max: 6 }),
    said: fc.integer({ min: 0, max: 3 }),
    wasSkipped: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one), (list) => {
      const questions = list.map(asked);
      const weak = weakest(questions);
      expect(new Set(weak)).toEqual(new Set(questions.filter(isFailed)));
      const shares = weak.map(({ said, keyPoints, wasSkipped }) => (wasSkipped ? 0 : said / keyPoints));
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    }),
  );
});

test("a question that ended before its first word is not judged; one that was cut, skipped or followed up is", () => {
  const none = { text: null, board: null, next: null };
  const ask = (question: number, more = false) => ({ question, probe: more ? ({ kind: "more" } as const) : null });
  const events = [
    { ...none, at: 0, kind: "begun", next: ask(0) },
    { ...none, at: 1_000, kind: "answered", text: "this", next: ask(0, true) },
    { ...none, at: 2_000, kind: "answered", text: "that", next: ask(1) },
    { ...none, at: 3_000, kind: "skipped", next: ask(2) },
  ] as const;
  const of = (now: number, text: string, last: "answering" | null) => {
    const tail = last ? [{ ...none, at: 4_000, kind: last }] : [];
    const ended = { ...none, at: now, kind: "ended" } as const;
    const standing = { now, seenAt: now, draft: { text, board: null } };
    const course = courseOf([...events, ...tail, ended], CLOCK_RULES.normal, 600_000, standing);
    return judgedQuestions(course).map(({ question, probes }) => [question, probes.length]);
  };
  expect(of(9_000, "", null)).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(of(9_000, "", "answering")).toHaveLength(3);
  expect(of(9_000, "half", null)).toHaveLength(3);
});
