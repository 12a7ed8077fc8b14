import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardNamed, contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { changeSettings, readLearner } from "#lib/learner/learner.ts";
import { learnerSettings } from "#lib/learner/settings.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import { intervalMs } from "#lib/scheduling/schedule.ts";
import { dealDeck } from "./log/deck.ts";
import { recordReview } from "./log/mutations.ts";
import { logDifferences } from "./log/rebuild.ts";
import { recordOf } from "./log/rows.ts";
import { shownCard } from "./queries.ts";

const CARD = cardNamed("a");
const DAY = 86_400_000;
const HOUR = DAY / 24;
/** Berlin puts its clocks forward on 29 March 2026 and back on 25 October. */
const BERLIN = "Europe/Berlin";

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
  await writeContent(made.db, contentOf(["a"]), new Date("2026-03-01T00:00:00Z"));
  await dealDeck(made.db);
});
afterEach(() => made.dispose());

const set = (settings: object) => changeSettings(made.db, () => learnerSettings.parse(settings));
const shown = async (now: Date, zone: string) => shownCard(made.db, CARD, "en", now, await readLearner(made.db, zone));
const memory = async () => recordOf(await made.db.memory.findFirstOrThrow({ where: { cardId: CARD } })).memory;

type Page = Awaited<ReturnType<typeof shown>>;

/** Presses what a page shows. */
function press({ version, schedulerId, intervals }: Page, rating: Rating, now: Date, zone: string, id = randomUUID()) {
  const rest = { kind: "answer", durationMs: 1, notes: "kept", answer: {}, language: "en" } as const;
  const seen = { cardId: CARD, version, schedulerId, rating, intervalMs: intervals[rating] };
  return recordReview(made.db, { id, ...seen, ...rest, tickedKeyPoints: [] }, now, zone);
}

test("a card shown at 03:59 and graded at 07:00 is asked again, with the interval that it gets then", async () => {
  await set({ fuzz: false });
  const at = (text: string) => new Date(`2026-06-${text}+08:00`);
  const zone = "Asia/Shanghai";
  await press(await shown(at("01T10:00"), zone), 4, at("01T10:00"), zone);
  const evening = await shown(at("10T03:59"), zone);
  const refused = await press(evening, 3, at("10T07:00"), zone);
  if (refused.ok || refused.reason !== "interval-changed") throw new Error("it was not asked again");
  expect(refused.intervals[3] / DAY).toBeGreaterThan(evening.intervals[3] / DAY);
  expect(refused.intervals).toEqual((await shown(at("10T07:00"), zone)).intervals);
  expect(await made.db.review.count()).toBe(1);
  const pressed = await press({ ...evening, intervals: refused.intervals }, 3, at("10T07:01"), zone);
  expect(pressed).toMatchObject({ ok: true, already: false });
  expect((await memory()).scheduledDays).toBe(refused.intervals[3] / DAY);
});

test("an answer that was recorded is so, whatever the clock says when it is told again", async () => {
  const [then, later] = [new Date("2026-06-01T10:00:00Z"), new Date("2026-06-09T10:00:00Z")];
  const page = await shown(then, "UTC");
  const id = randomUUID();
  await press(page, 4, then, "UTC", id);
  expect(await press(page, 4, later, "UTC", id)).toMatchObject({ ok: true, already: true });
});

const zone = fc.constantFrom(BERLIN, "Asia/Shanghai", "America/New_York", "Pacific/Apia", "UTC");
const chosen = fc.record({
  fuzz: fc.boolean(),
  desiredRetention: fc.constantFrom(0.8, 0.9, 0.95),
  maximumInterval: fc.constantFrom(5, 36_500),
  interview: fc.constantFrom(null, { day: "2026-04-20", retention: 0.95 }, { day: "2026-11-01", retention: 0.9 }),
  zone: fc.option(zone),
  rolloverHour: fc.constantFrom(0, 4, 23),
});
const ms = (max: number) => fc.integer({ min: 0, max });

test("whatever lies between a look and a press: the interval shown is the one stored, or nothing is", async () => {
  let [kept, asked] = [0, 0];
  const step = fc.record({
    before: fc.oneof(ms(HOUR), ms(40 * DAY)),
    between: fc.oneof(ms(HOUR), ms(DAY), ms(20 * DAY)),
    rating: fc.constantFrom(...RATINGS),
    change: fc.option(chosen),
    zones: fc.tuple(zone, zone),
  });
  await fc.assert(
    fc.asyncProperty(chosen, fc.array(step, { minLength: 1, maxLength: 4 }), async (first, steps) => {
      await set(first);
      let now = (await memory()).lastReviewAt?.getTime() ?? Date.parse("2026-03-20T00:00:00Z");
      for (const { before, between, rating, change, zones } of steps) {
        now += before;
        const page = await shown(new Date(now), zones[0]);
        if (change !== null) await set(change);
        now += between;
        const [was, rows] = [await memory(), await made.db.review.count()];
        const pressed = await press(page, rating, new Date(now), zones[1]);
        if (pressed.ok) {
          kept++;
          expect(intervalMs(await memory())).toBe(page.intervals[rating]);
          continue;
        }
        asked++;
        if (pressed.reason !== "interval-changed") throw new Error(pressed.reason);
        expect(pressed.intervals[rating]).not.toBe(page.intervals[rating]);
        expect([await memory(), await made.db.review.count()]).toEqual([was, rows]);
        // Whoever presses what is shown now gets just that.
        const { intervals } = pressed;
        expect(await press({ ...page, intervals }, rating, new Date(now), zones[1])).toMatchObject({ ok: true });
        expect(intervalMs(await memory())).toBe(intervals[rating]);
      }
      expect(await logDifferences(made.db)).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(Math.min(kept, asked)).toBeGreaterThan(10);
});
