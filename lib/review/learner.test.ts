import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { changeSettings, chooseInterviewDay, readLearner } from "./learner.ts";

const TODAY = "2026-11-21";

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
});
afterEach(() => made.dispose());

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
