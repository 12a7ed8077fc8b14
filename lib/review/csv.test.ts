import fc from "fast-check";
import { expect, test } from "vitest";
import { RATINGS } from "#lib/scheduling/rating.ts";
import { LOG_HEADER, lineOf, parseLog } from "./csv.ts";
import { LOG_LINES_MAX } from "./limits.ts";
import { MEMORY_STATES } from "./rows.ts";

const NOON = Date.UTC(2026, 10, 21, 4);
const LATER = Date.UTC(2030, 0, 1);

const LINES = fc.uniqueArray(
  fc.record({
    cardId: fc.stringMatching(/^[a-z0-9-]{1,20}\/[a-z0-9-]{1,20}$/),
    at: fc.integer({ min: NOON, max: LATER }),
    rating: fc.constantFrom(...RATINGS),
    state: fc.constantFrom(...MEMORY_STATES),
    durationMs: fc.integer({ min: 0, max: 86_400_000 }),
  }),
  { selector: ({ cardId, at }) => `${cardId} ${at}` },
);

test("what is written as a table is read back as it was, whatever the line ends, with ids in quotes or not", () => {
  fc.assert(
    fc.property(LINES, fc.constantFrom("\n", "\r\n"), fc.boolean(), fc.boolean(), (lines, end, quoted, closed) => {
      const rows = lines.map((line) => (quoted ? lineOf(line).replace(/^([^,]*)/, '"$1"') : lineOf(line)));
      const text = [LOG_HEADER, ...rows].join(end) + (closed ? end : "");
      expect(parseLog(text, LATER)).toEqual({ ok: true, lines });
    }),
  );
});

test.each([
  ["a,b", "fields"],
  ["", "fields"],
  [`topic/a,${NOON},3,0,500,`, "fields"],
  [`topic/a,"${NOON},3,0,500`, "time"],
  [`Topic A,${NOON},3,0,500`, "card"],
  [`topic/a,${NOON / 1000},3,0,500`, "time"],
  [`topic/a,${LATER + 1},3,0,500`, "time"],
  [`topic/a,${NOON}.5,3,0,500`, "time"],
  [`topic/a,${NOON},0,0,500`, "rating"],
  [`topic/a,${NOON},5,0,500`, "rating"],
  [`topic/a,${NOON},3,4,500`, "state"],
  [`topic/a,${NOON},3,0,-1`, "duration"],
  [`topic/a,${NOON},3,0,86400001`, "duration"],
  [`topic/a,${NOON - 1},3,0,500`, "twice"],
])("the line %j is refused: %s", (row, trouble) => {
  const text = [LOG_HEADER, `topic/a,${NOON - 1},3,0,500`, row, `topic/b,${NOON},3,0,500`].join("\n");
  expect(parseLog(text, LATER)).toEqual({ ok: false, problems: [{ line: 3, trouble }], more: 0 });
});

test("another header is refused, and so are too many lines; of many problems twenty are named and the rest counted", () => {
  expect(parseLog("card_id,review_time\n", LATER)).toMatchObject({ problems: [{ line: 1, trouble: "header" }] });
  expect(parseLog("", LATER)).toMatchObject({ problems: [{ line: 1, trouble: "header" }] });
  const many = `${LOG_HEADER}\n${"x\n".repeat(LOG_LINES_MAX + 1)}`;
  expect(parseLog(many, LATER)).toMatchObject({ problems: [{ trouble: "too-many" }] });
  const bad = parseLog(`${LOG_HEADER}\n${"x\n".repeat(50)}`, LATER);
  expect(bad).toMatchObject({ ok: false, more: 30 });
  expect(bad.ok ? [] : bad.problems.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
});

test("columns go by their names; the state and the duration may be left out", () => {
  const now = Date.UTC(2026, 0, 2);
  const at = Date.UTC(2026, 0, 1);
  const parsed = parseLog(`review_rating,card_id,review_time\n3,"opening/why-three",${at}\n`, now);
  const line = { cardId: "opening/why-three", at, rating: 3, state: null, durationMs: 0 };
  expect(parsed).toEqual({ ok: true, lines: [line] });
  for (const header of [
    "card_id,review_time",
    "card_id,review_time,review_rating,mood",
    "card_id,card_id,review_time,review_rating",
  ]) {
    expect(parseLog(`${header}\n`, now)).toMatchObject({ ok: false, problems: [{ line: 1, trouble: "header" }] });
  }
});
