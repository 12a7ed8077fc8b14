import { afterEach, beforeEach, expect, test } from "vitest";
import { contentOf } from "#lib/content/testing.ts";
import { writeContent } from "#lib/content/write.ts";
import { type TestDatabase, testDatabase } from "#lib/db/testing.ts";
import { readLearner } from "#lib/learner/learner.ts";
import { dealDeck } from "./log/deck.ts";
import {
  countMissed,
  DRILL_MAX,
  MISSED_COUNTED_MAX,
  MISSED_PAGE_SIZE,
  readDrill,
  readMissed,
} from "./missed-queries.ts";

const NOW = new Date("2026-11-21T02:00:00Z");
const ZONE = "Asia/Shanghai";

let made: TestDatabase;

beforeEach(async () => {
  made = await testDatabase();
});
afterEach(() => made.dispose());

/** So many cards, each of them missed: the later in the order of learning, the longer ago; the last two at once. */
async function loadMissed(count: number): Promise<void> {
  await writeContent(made.db, contentOf(Array.from({ length: count }, (_, i) => `card-${i}`)), NOW);
  await dealDeck(made.db);
  await made.db.$executeRaw`UPDATE "Memory" SET "state" = 'review', "stability" = 5, "difficulty" = 5,
    "dueAt" = ${NOW}, "lastReviewAt" = ${NOW},
    "missedAt" = strftime('%Y-%m-%dT%H:%M:%f+00:00', ${NOW.toISOString()}, (-min("order", ${count - 2})) || ' minutes')`;
}

test("the pages hold every missed card once, the latest first, and say how many there are", async () => {
  await loadMissed(2 * MISSED_PAGE_SIZE + 5);
  const learner = await readLearner(made.db, ZONE);
  const pages = [1, 2, 3, 4].map((page) => readMissed(made.db, "en", 7, NOW, learner, page));
  const read = await Promise.all(pages);
  expect(read.map(({ length }) => length)).toEqual([MISSED_PAGE_SIZE, MISSED_PAGE_SIZE, 5, 0]);
  const ids = read.flat().map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 2 * MISSED_PAGE_SIZE + 5 }, (_, i) => `topic/card-${i}`));
  const all = 2 * MISSED_PAGE_SIZE + 5;
  expect(await countMissed(made.db, 7, NOW, learner)).toEqual({ total: all, more: false, drill: all, due: all });
});

test("what is missed without end is counted to a limit, and a drill takes the latest", async () => {
  await loadMissed(MISSED_COUNTED_MAX + 3);
  const learner = await readLearner(made.db, ZONE);
  const counts = { total: MISSED_COUNTED_MAX, more: true, drill: DRILL_MAX, due: DRILL_MAX };
  expect(await countMissed(made.db, 7, NOW, learner)).toEqual(counts);
  const drill = await readDrill(made.db, "en", 7, NOW, NOW, learner);
  expect({ left: drill.left, of: drill.of, next: drill.next?.card.id }).toEqual({
    left: DRILL_MAX,
    of: DRILL_MAX,
    next: "topic/card-0",
  });
}, 60_000);
