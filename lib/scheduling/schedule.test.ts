import fc from "fast-check";
import { expect, test } from "vitest";
import { studyDaysBetween } from "./day.ts";
import { recallAfter } from "./fsrs.ts";
import { freshMemory, type Memory } from "./memory.ts";
import { FIRST_PLACE, placeAfter } from "./place.ts";
import { RATINGS, type Rating } from "./rating.ts";
import { preview, retrievability, schedule } from "./schedule.ts";
import type { LearningStep, Rules } from "./settings.ts";
import { FSRS_5, rulesIn } from "./testing.ts";

const START = new Date("2026-01-05T12:00:00Z");
const DAY = 86_400_000;
const PLAIN = rulesIn("UTC");

/** Answers each at its due time. */
function inTime(ratings: readonly Rating[], rules = PLAIN) {
  let memory = freshMemory();
  return ratings.map((rating) => {
    memory = schedule(memory, rating, memory.dueAt, rules);
    return memory;
  });
}

/** Answers after so many days each. */
function atGaps(answers: readonly (readonly [Rating, number])[], rules = PLAIN): Memory {
  let memory = freshMemory();
  let now = START;
  for (const [rating, gap] of answers) {
    now = new Date(now.getTime() + gap * DAY);
    memory = schedule(memory, rating, now, rules);
  }
  return memory;
}

const MIXED: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];

test("Good six times, Again twice, Good five times: intervals and stabilities that FSRS-6 publishes", () => {
  const memories = inTime(MIXED);
  expect(memories.map(({ scheduledDays }) => scheduledDays)).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  const published = [
    2.3065, 2.3065, 10.971048, 46.316857, 162.999815, 497.87656, 6.890413, 2.154598, 2.154598, 3.983123, 7.236255,
    12.483044, 20.770357,
  ];
  for (const [i, { stability }] of memories.entries()) expect(stability).toBeCloseTo(published[i] ?? 0, 5);
});

const GAPS = [
  [1, 0],
  [3, 0],
  [3, 1],
  [3, 3],
  [3, 8],
  [3, 21],
] as const;

test("the weights of FSRS-5 give the intervals, stability and difficulty that were published for it", () => {
  const rules = rulesIn("UTC", { weights: FSRS_5 });
  expect(inTime(MIXED, rules).map(({ scheduledDays }) => scheduledDays)).toEqual([
    0, 4, 14, 44, 125, 328, 0, 0, 7, 16, 34, 71, 142,
  ]);
  const memory = atGaps(GAPS, rules);
  expect(memory.stability).toBeCloseTo(48.26549438, 4);
  expect(memory.difficulty).toBeCloseTo(7.10441712, 4);
  expect(atGaps(GAPS, rulesIn("UTC", { weights: FSRS_5, shortTerm: false })).stability).toBeCloseTo(48.065163, 4);
});

test.each([
  [true, 53.62691, 6.3574867],
  [false, 53.335106, 6.3574867],
])("Again, then five times Good, at gaps of 0, 0, 1, 3, 8, 21 days, short-term %s: S %d, D %d", (shortTerm, S, D) => {
  const memory = atGaps(GAPS, rulesIn("UTC", { shortTerm }));
  expect(memory.stability).toBeCloseTo(S, 4);
  expect(memory.difficulty).toBeCloseTo(D, 5);
});

test("the first answer sets stability and difficulty from the weights", () => {
  const first = preview(freshMemory(), START, PLAIN);
  expect(RATINGS.map((rating) => first[rating].stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
  expect(RATINGS.map((rating) => first[rating].difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
  expect(RATINGS.map((rating) => first[rating].state)).toEqual(["learning", "learning", "learning", "review"]);
  expect(RATINGS.map((rating) => first[rating].scheduledDays)).toEqual([0, 0, 0, 8]);
});

test("recall falls as published: after 0, 1, 2, 3 days at a stability of one day", () => {
  const recalls = [0, 1, 2, 3].map((days) => recallAfter(days, 1, PLAIN.settings));
  expect(recalls).toEqual([1, 0.9, 0.84588465, 0.8093881]);
});

test("Hard on the first learning step waits 330 seconds, half-way to the second, and is not rounded to minutes", () => {
  const seconds = (memory: Memory, rules: Rules) => {
    const now = memory.dueAt;
    const after = preview(memory, now, rules);
    return ([1, 2, 3] as const).map((rating) => (after[rating].dueAt.getTime() - now.getTime()) / 1000);
  };
  expect(seconds(freshMemory(), PLAIN)).toEqual([60, 330, 600]);
  const second = schedule(freshMemory(), 3, START, PLAIN);
  expect(seconds(second, PLAIN).slice(0, 2)).toEqual([60, 600]);
  expect(seconds(freshMemory(), rulesIn("UTC", { learningSteps: ["10m"] })).slice(0, 2)).toEqual([600, 900]);
  const lapsed = schedule(inTime([4])[0] ?? freshMemory(), 1, new Date(START.getTime() + 8 * DAY), PLAIN);
  expect(lapsed.state).toBe("relearning");
  expect(seconds(lapsed, PLAIN).slice(0, 2)).toEqual([600, 900]);
});

test("no interval exceeds the maximum, whatever is answered, with and without fuzz", () => {
  for (const fuzz of [false, true]) {
    const rules = rulesIn("UTC", { maximumInterval: 30, fuzz });
    const old = atGaps(
      [
        [4, 0],
        [4, 8],
        [4, 30],
        [4, 30],
      ],
      rules,
    );
    const after = preview(old, old.dueAt, rules);
    for (const rating of [2, 3, 4] as const) {
      expect(after[rating].scheduledDays).toBeLessThanOrEqual(30);
      expect(studyDaysBetween(old.dueAt, after[rating].dueAt, "UTC")).toBe(after[rating].scheduledDays);
    }
  }
});

test("the interval on the button is the interval applied, whenever on that day it is pressed, with fuzz as well", () => {
  const rules = rulesIn("Asia/Shanghai", { fuzz: true });
  const memory = atGaps(
    [
      [4, 0],
      [3, 9],
    ],
    rules,
  );
  const shownAt = new Date("2026-02-20T01:00:00Z");
  const shown = preview(memory, shownAt, rules);
  for (let ms = 0; ms < 200; ms++) {
    const pressedAt = new Date(shownAt.getTime() + ms * 7919);
    for (const rating of RATINGS) {
      expect(schedule(memory, rating, pressedAt, rules).scheduledDays).toBe(shown[rating].scheduledDays);
    }
  }
});

test("fuzz spreads cards of one day over several, and draws anew at each repetition", () => {
  const memory = atGaps([
    [4, 0],
    [3, 9],
  ]);
  const at = (cardId: string, reps: number) =>
    schedule({ ...memory, reps }, 3, memory.dueAt, rulesIn("UTC", { fuzz: true }, cardId)).scheduledDays;
  const cards = new Set(Array.from({ length: 50 }, (_, i) => at(`topic/card-${i}`, 2)));
  const reps = new Set(Array.from({ length: 50 }, (_, i) => at("topic/card", i)));
  expect(cards.size).toBeGreaterThan(3);
  expect(reps.size).toBeGreaterThan(3);
});

test("importing the scheduler leaves Date as it was", () => {
  for (const method of ["scheduler", "diff", "format", "dueFormat"]) expect(method in Date.prototype).toBe(false);
});

test("minutes on the button are minutes, wherever and whenever", () => {
  const springForward = new Date("2026-03-08T06:55:00Z");
  const good = schedule(freshMemory(), 3, springForward, rulesIn("America/New_York"));
  expect(good.dueAt.getTime() - springForward.getTime()).toBe(10 * 60_000);
});

test("days turn at four in the morning of the learner's zone, not at midnight in London", () => {
  // 23:00 and, nine hours later, 08:30 in Shanghai: one night. In UTC both are the same day.
  const rules = rulesIn("Asia/Shanghai");
  const evening = new Date("2026-05-01T15:00:00Z");
  const morning = new Date("2026-05-02T00:30:00Z");
  const memory = schedule(freshMemory(), 4, evening, rules);
  const dayLater = new Date(evening.getTime() + DAY);
  expect(schedule(memory, 3, morning, rules).stability).toBe(schedule(memory, 3, dayLater, rules).stability);
  expect(retrievability(memory, morning, rules)).toBe(retrievability(memory, dayLater, rules));
});

test("an interval of days ends on its study day, also across a change of clocks", () => {
  fc.assert(
    fc.property(fc.date({ min: START, max: new Date("2030-01-01"), noInvalidDate: true }), (now) => {
      const rules = rulesIn("America/New_York");
      const easy = schedule(freshMemory(), 4, now, rules);
      expect(studyDaysBetween(now, easy.dueAt, "America/New_York")).toBe(8);
    }),
  );
});

test("a clock that was set back makes no time between two answers, and the next interval begins at what it shows", () => {
  const memory = schedule(freshMemory(), 3, START, PLAIN);
  for (const days of [1 / 96, 3, 1_100]) {
    const back = new Date(START.getTime() - days * DAY);
    const { dueAt, lastReviewAt, ...standing } = schedule(memory, 3, START, PLAIN);
    expect(schedule(memory, 3, back, PLAIN)).toEqual({
      ...standing,
      lastReviewAt: back,
      dueAt: new Date(dueAt.getTime() - days * DAY),
    });
    expect(retrievability(memory, back, PLAIN)).toBeCloseTo(1);
  }
});

test("a miss with a date in the future is made up for by a recall on any other day", () => {
  const missed = schedule(freshMemory(), 1, new Date(START.getTime() + 1_100 * DAY), PLAIN);
  expect(schedule(missed, 3, START, PLAIN).missedAt).toBeNull();
});

test("where a card stands after an answer is a matter of where it stood, the grade and the steps alone", () => {
  const steps = fc.array(fc.constantFrom<LearningStep>("1m", "10m", "2h", "1d", "3d"), { maxLength: 4 });
  const given = fc.array(fc.tuple(fc.constantFrom(...RATINGS), fc.double({ min: -30, max: 400, noNaN: true })));
  fc.assert(
    fc.property(steps, steps, fc.boolean(), given, (learningSteps, relearningSteps, shortTerm, answers) => {
      const rules = rulesIn("UTC", { learningSteps, relearningSteps, shortTerm });
      let memory = freshMemory();
      let place = FIRST_PLACE;
      let at = START.getTime();
      for (const [rating, days] of answers) {
        at += days * DAY;
        memory = schedule(memory, rating, new Date(at), rules);
        place = placeAfter(place, rating, rules.settings);
        expect(place).toEqual({ state: memory.state, learningStep: memory.learningStep });
      }
    }),
  );
});

test("a miss is made up for by a recall on a later day, not by one on the same day", () => {
  const missed = schedule(freshMemory(), 1, START, PLAIN);
  expect(missed.missedAt).toEqual(START);
  const sameDay = schedule(missed, 3, missed.dueAt, PLAIN);
  expect(sameDay.missedAt).toEqual(START);
  expect(schedule(sameDay, 3, new Date(START.getTime() + DAY), PLAIN).missedAt).toBeNull();
});

test("before an interview no card is left so long that it would be below the wished-for recall on that day", () => {
  const interview = { day: "2026-02-04", retention: 0.97 };
  const memory = atGaps([[4, 0]]);
  const without = schedule(memory, 3, memory.dueAt, PLAIN);
  expect(recallAfter(22, without.stability, PLAIN.settings)).toBeLessThan(0.97);
  const days = new Set<number>();
  for (let i = 0; i < 100; i++) {
    const rules = rulesIn("UTC", { interview }, `topic/card-${i}`);
    const after = schedule(memory, 3, memory.dueAt, rules);
    const left = studyDaysBetween(after.dueAt, new Date("2026-02-04T12:00:00Z"), "UTC");
    expect(left).toBeGreaterThan(0);
    expect(recallAfter(left, after.stability, rules.settings)).toBeGreaterThanOrEqual(0.97);
    days.add(left);
  }
  expect(days.size).toBeGreaterThan(1);
  const past = rulesIn("UTC", { interview: { day: "2026-01-02", retention: 0.97 } });
  expect(schedule(memory, 3, memory.dueAt, past)).toEqual(without);
});

const rating = fc.constantFrom(...RATINGS);

test("whatever is answered whenever, the card comes back later, and the numbers stay sound", () => {
  const rules = fc.record({ fuzz: fc.boolean(), maximumInterval: fc.integer({ min: 1, max: 36_500 }) });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(rating, fc.integer({ min: 0, max: 400 * DAY })), { maxLength: 25 }),
      rules,
      (answers, settings) => {
        let memory = freshMemory();
        let now = START;
        for (const [grade, waitMs] of answers) {
          now = new Date(now.getTime() + waitMs);
          memory = schedule(memory, grade, now, rulesIn("Europe/Berlin", settings));
          expect(memory.dueAt > now).toBe(true);
          expect(memory.scheduledDays).toBeLessThanOrEqual(settings.maximumInterval);
          expect(memory.stability).toBeGreaterThan(0);
          expect(memory.difficulty).toBeGreaterThanOrEqual(1);
          expect(memory.difficulty).toBeLessThanOrEqual(10);
        }
        expect(memory.reps).toBe(answers.length);
      },
    ),
  );
});
