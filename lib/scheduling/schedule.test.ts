import fc from "fast-check";
import { expect, test } from "vitest";
import { RATINGS, type Rating } from "./rating.ts";
import { type LogEntry, replay } from "./replay.ts";
import { freshMemory, preview, retrievability, schedule } from "./schedule.ts";

const START = new Date("2026-01-05T12:00:00Z");
const UTC = "UTC";

/** Answers each at its due time. */
function inTime(ratings: readonly Rating[]) {
  let memory = freshMemory(START);
  return ratings.map((rating) => {
    memory = schedule(memory, rating, memory.dueAt, UTC);
    return memory;
  });
}

test("Good six times, Again twice, Good five times: the intervals that FSRS-6 publishes", () => {
  const ratings: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
  expect(inTime(ratings).map((memory) => memory.scheduledDays)).toEqual([
    0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21,
  ]);
});

test("Again, then five times Good, at gaps of 0, 0, 1, 3, 8, 21 days: stability and difficulty as published", () => {
  let memory = freshMemory(START);
  let now = START;
  for (const [rating, gap] of [
    [1, 0],
    [3, 0],
    [3, 1],
    [3, 3],
    [3, 8],
    [3, 21],
  ] as const) {
    now = new Date(now.getTime() + gap * 86_400_000);
    memory = schedule(memory, rating, now, UTC);
  }
  expect(memory.stability).toBeCloseTo(53.62691, 4);
  expect(memory.difficulty).toBeCloseTo(6.3574867, 5);
});

test("the first answer sets stability and difficulty from the weights", () => {
  const first = preview(freshMemory(START), START, UTC);
  expect(RATINGS.map((rating) => first[rating].stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
  expect(first[4].scheduledDays).toBe(8);
});

test("minutes on the button are minutes, wherever and whenever", () => {
  const springForward = new Date("2026-03-08T06:55:00Z");
  const good = schedule(freshMemory(springForward), 3, springForward, "America/New_York");
  expect(good.dueAt.getTime() - springForward.getTime()).toBe(10 * 60_000);
});

test("days turn at four in the morning of the learner's zone, not at midnight in London", () => {
  // 23:00 and, nine hours later, 08:30 in Shanghai: one night. In UTC both are the same day.
  const evening = new Date("2026-05-01T15:00:00Z");
  const morning = new Date("2026-05-02T00:30:00Z");
  const memory = schedule(freshMemory(evening), 4, evening, "Asia/Shanghai");
  expect(schedule(memory, 3, morning, "Asia/Shanghai")).toEqual(
    expect.objectContaining({
      stability: schedule(memory, 3, new Date(evening.getTime() + 86_400_000), "Asia/Shanghai").stability,
    }),
  );
});

test("a clock that was set back counts as standing still", () => {
  const memory = schedule(freshMemory(START), 3, START, UTC);
  const earlier = new Date(START.getTime() - 3 * 86_400_000);
  expect(schedule(memory, 3, earlier, UTC)).toEqual(schedule(memory, 3, START, UTC));
  expect(retrievability(memory, earlier, UTC)).toBeCloseTo(1);
});

test("a miss is made up for by a recall on a later day, not by one on the same day", () => {
  const missed = schedule(freshMemory(START), 1, START, UTC);
  expect(missed.missedAt).toEqual(START);
  const sameDay = schedule(missed, 3, missed.dueAt, UTC);
  expect(sameDay.missedAt).toEqual(START);
  expect(schedule(sameDay, 3, new Date(START.getTime() + 86_400_000), UTC).missedAt).toBeNull();
});

const rating = fc.constantFrom(...RATINGS);

test("whatever is answered whenever, the card comes back later, and the numbers stay sound", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(rating, fc.integer({ min: 0, max: 400 * 86_400_000 })), { maxLength: 25 }),
      (answers) => {
        let memory = freshMemory(START);
        let now = START;
        for (const [grade, waitMs] of answers) {
          now = new Date(now.getTime() + waitMs);
          memory = schedule(memory, grade, now, "Europe/Berlin");
          expect(memory.dueAt > now).toBe(true);
          expect(memory.stability).toBeGreaterThan(0);
          expect(memory.difficulty).toBeGreaterThanOrEqual(1);
          expect(memory.difficulty).toBeLessThanOrEqual(10);
        }
        expect(memory.reps).toBe(answers.length);
      },
    ),
  );
});

test("an undone answer leaves the memory as if it had never been given; the version counts all entries", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rating, fc.boolean()), { maxLength: 12 }), (answers) => {
      const log: LogEntry[] = [];
      const kept: LogEntry[] = [];
      for (const [i, [grade, takenBack]] of answers.entries()) {
        const at = new Date(START.getTime() + i * 3_600_000);
        const entry: LogEntry = { id: `a${i}`, kind: "answer", at, zone: UTC, rating: grade, undoesId: null };
        log.push(entry);
        if (takenBack) log.push({ id: `u${i}`, kind: "undo", at, zone: UTC, rating: null, undoesId: entry.id });
        else kept.push(entry);
      }
      const memory = replay(log, START);
      expect({ ...memory.memory, dueAt: 0 }).toEqual({ ...replay(kept, START).memory, dueAt: 0 });
      expect(memory.version).toBe(log.length);
    }),
  );
});
