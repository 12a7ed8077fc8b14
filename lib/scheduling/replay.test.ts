import fc from "fast-check";
import { expect, test } from "vitest";
import { isLeechMoment } from "./leech.ts";
import { RATINGS } from "./rating.ts";
import { type LogEntry, type LogKind, replay } from "./replay.ts";
import { rulesIn } from "./testing.ts";

const START = new Date("2026-01-05T12:00:00Z");

function entry(id: string, kind: LogKind, hours: number, more: Partial<LogEntry> = {}): LogEntry {
  const at = new Date(START.getTime() + hours * 3_600_000);
  return {
    id,
    kind,
    at,
    rating: null,
    undoesId: null,
    durationMs: null,
    retrievability: null,
    ...rulesIn("UTC"),
    ...more,
  };
}

const recordOf = (log: readonly LogEntry[]) => replay(log).record;

test("an undone answer leaves the memory as if it had never been given; the version counts all entries", () => {
  const answers = fc.array(fc.tuple(fc.constantFrom(...RATINGS), fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(answers, (given) => {
      const log: LogEntry[] = [];
      const kept: LogEntry[] = [];
      for (const [i, [rating, takenBack]] of given.entries()) {
        const answer = entry(`a${i}`, "answer", i, { rating });
        log.push(answer);
        if (takenBack) log.push(entry(`u${i}`, "undo", i, { undoesId: answer.id }));
        else kept.push(answer);
      }
      const { record, version } = replay(log);
      expect(record).toEqual(recordOf(kept));
      expect(version).toBe(log.length);
    }),
  );
});

test("undo and redo in turn leave the entry standing or not by whichever came last", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), (turns) => {
      const log = [entry("a", "answer", 0, { rating: 4 })];
      for (let i = 0; i < turns; i++) {
        log.push(entry(`t${i}`, i % 2 === 0 ? "undo" : "redo", 1 + i, { undoesId: log.at(-1)?.id ?? "" }));
      }
      expect(recordOf(log).memory.state).toBe(turns % 2 === 0 ? "review" : "new");
    }),
  );
});

test("burying hides a card until the next study day, suspending until it is resumed, and undo takes either back", () => {
  const buried = [entry("b", "bury", 0)];
  expect(recordOf(buried).buriedUntil).toEqual(new Date("2026-01-06T04:00:00Z"));
  expect(recordOf([...buried, entry("u", "undo", 1, { undoesId: "b" })]).buriedUntil).toBeNull();
  const suspended = [entry("s", "suspend", 0)];
  expect(recordOf(suspended).suspendedAt).toEqual(START);
  expect(recordOf([...suspended, entry("r", "resume", 1)]).suspendedAt).toBeNull();
});

test("a reset makes a card new and keeps its log; undoing it brings everything back", () => {
  const log = [entry("a", "answer", 0, { rating: 4 }), entry("r", "reset", 1)];
  expect(recordOf(log).memory).toMatchObject({ state: "new", reps: 0 });
  const back = [...log, entry("u", "undo", 2, { undoesId: "r" })];
  expect(recordOf(back)).toEqual(recordOf(log.slice(0, 1)));
});

test("cramming is in the log and does not touch the schedule", () => {
  const answered = [entry("a", "answer", 0, { rating: 3 })];
  const crammed = [...answered, entry("c", "cram", 1, { rating: 1 })];
  expect(replay(crammed)).toEqual({ record: recordOf(answered), version: 2 });
});

test("each entry is scheduled by the settings of its own time", () => {
  const easy = (maximumInterval: number) =>
    entry("a", "answer", 0, { rating: 4, ...rulesIn("UTC", { maximumInterval }) });
  expect(recordOf([easy(5)]).memory.scheduledDays).toBe(5);
  expect(recordOf([easy(500)]).memory.scheduledDays).toBe(8);
});

test.each([
  [8, [8, 12, 16], [7, 9, 10, 11, 13]],
  [3, [3, 5, 7], [1, 2, 4, 6]],
  [1, [1, 2, 3], [0]],
  [0, [], [0, 1, 8, 100]],
])("a leech with threshold %d is told at %j, not at %j", (threshold, told, not) => {
  for (const lapses of told) expect(isLeechMoment(lapses, threshold)).toBe(true);
  for (const lapses of not) expect(isLeechMoment(lapses, threshold)).toBe(false);
});
