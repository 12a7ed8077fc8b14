import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { dealDeck } from "#lib/review/log/deck.ts";
import { importLog } from "#lib/review/log/import.ts";
import { logDifferences, rebuild } from "#lib/review/log/rebuild.ts";
import { FSRS_4_5, FSRS_5, FSRS_6 } from "#lib/scheduling/testing.ts";
import { changeSettings, chooseInterviewDay, LEARNER, readLearner } from "./learner.ts";
import { learnerSettings } from "./settings.ts";

const TODAY = "2026-11-21";

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await made.dispose();
});

const settings = async () => (await readLearner(made.db, "UTC")).settings;

test("the date of an interview alone can be chosen; the recall that was wished for on that day stays with it", async () => {
  await changeSettings(made.db, (stored) => ({ ...stored, newPerDay: 3 }));
  await chooseInterviewDay(made.db, "2026-12-05", TODAY);
  expect(await settings()).toMatchObject({ newPerDay: 3, interview: { day: "2026-12-05", retention: 0.95 } });
  const interview = { day: "2026-12-05", retention: 0.8 };
  await changeSettings(made.db, (stored) => ({ ...stored, interview }));
  await chooseInterviewDay(made.db, "2026-12-06", TODAY);
  expect((await settings()).interview).toEqual({ day: "2026-12-06", retention: 0.8 });
  await chooseInterviewDay(made.db, null, TODAY);
  expect(await settings()).toMatchObject({ newPerDay: 3, interview: null });
});

test("what was wished for an interview that is over is not wished for the next one", async () => {
  await changeSettings(made.db, (stored) => ({ ...stored, interview: { day: "2026-11-20", retention: 0.8 } }));
  await chooseInterviewDay(made.db, "2026-12-05", TODAY);
  expect((await settings()).interview).toEqual({ day: "2026-12-05", retention: 0.95 });
});

test.each([
  [3, 1e308, "weights.3: weight w3 must be from 0.001 to 100, not 1e+308"],
  [0, Number.NaN, "weights.0: weight w0 must be from 0.001 to 100"],
  [16, -1, "weights.16: weight w16 must be from 1 to 6, not -1"],
])("settings whose weight %d is %d are refused with its range", (index, weight, told) => {
  for (const published of [FSRS_4_5, FSRS_5, FSRS_6]) {
    const read = learnerSettings.safeParse({ weights: published.with(index, weight) });
    expect(read.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([told]);
  }
});

test("settings with weights of another count are refused for that alone", () => {
  const read = learnerSettings.safeParse({ weights: Array(18).fill(1e308) });
  expect(read.error?.issues.map(({ message }) => message)).toEqual(["17, 19, 21 weights are known"]);
});

test.each([
  ["17", FSRS_4_5],
  ["19", FSRS_5],
  ["21", FSRS_6],
])("a log under %s weights is folded and compared without a word", async (_, weights) => {
  const printed = silenced();
  await answered(weights);
  await rebuild(made.db);
  expect(await logDifferences(made.db)).toEqual([]);
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
});

test("a database with weights that are refused by now is read; they count as before, and it is said once", async () => {
  const inside = FSRS_6.with(3, 100).with(4, 1);
  await answered(inside);
  const memories = await made.db.memory.findMany();
  await made.dispose();
  made = await testDatabase();
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  await answered(FSRS_6.with(3, 1e308).with(4, -2)); // stored without a door, as an earlier version did
  expect(await logDifferences(made.db)).toEqual([]);
  expect(await made.db.memory.findMany()).toEqual(memories);
  expect((await settings()).weights).toEqual(inside);
  expect(warned.mock.calls).toEqual([
    ["stored settings: weight w3 must be from 0.001 to 100, not 1e+308; it counts as 100"],
    ["stored settings: weight w4 must be from 1 to 10, not -2; it counts as 1"],
  ]);
  await changeSettings(made.db, (stored) => ({ ...stored, newPerDay: 4 }));
  const row = await made.db.learner.findUniqueOrThrow({ where: { id: LEARNER } });
  expect(row.settings).toMatchObject({ newPerDay: 4, weights: inside });
});

/** A log of a few answers under such weights. */
async function answered(weights: readonly number[]): Promise<void> {
  const at = Date.UTC(2026, 0, 5, 12);
  await writeContent(made.db, contentOf(["a"]), new Date(at));
  await dealDeck(made.db);
  await changeSettings(made.db, (stored) => ({ ...stored, weights: [...weights] }));
  const days = [0, 3, 12, 40];
  const line = (day: number, i: number) => ({
    ...{ cardId: "topic/a", at: at + day * 86_400_000, rating: 4 as const },
    ...{ state: i === 0 ? ("new" as const) : ("review" as const), durationMs: 5_000 },
  });
  await importLog(made.db, days.map(line), "UTC");
}

function silenced() {
  const methods = ["debug", "log", "info", "warn", "error"] as const;
  return methods.map((method) => vi.spyOn(console, method).mockImplementation(() => {}));
}
