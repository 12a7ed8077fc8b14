import fc from "fast-check";
import { expect, test } from "vitest";
import { RATINGS } from "#lib/scheduling/rating.ts";
import { LOG_LINES_MAX } from "../limits.ts";
import { csvLine, LOG_HEADER, type LogLine, parseLog, parsingFile } from "./csv.ts";
import { MEMORY_STATES } from "./rows.ts";
import { atOnce } from "./slices.ts";

const AT = Date.UTC(2026, 10, 21, 4);
const COLUMNS = LOG_HEADER.split(",");

const LINES = fc.array(
  fc.record({
    cardId: fc.stringMatching(/^[a-z0-9-]{1,20}\/[a-z0-9-]{1,20}$/),
    at: fc.integer({ min: AT, max: Date.UTC(2600, 0, 1) }),
    rating: fc.constantFrom(...RATINGS, null),
    state: fc.constantFrom(...MEMORY_STATES),
    durationMs: fc.integer({ min: 0, max: 86_400_000 }),
  }),
);

const linesOf = (text: string) => {
  const parsed = parseLog(text);
  return parsed.ok ? parsed.lines : parsed;
};
const file = (bytes: Uint8Array) => atOnce(parsingFile(bytes));
const utf16 = (text: string, isBig: boolean) => {
  const little = Buffer.from(text, "utf16le");
  return isBig ? little.swap16() : little;
};

const LINE: LogLine = { cardId: "topic/a", at: AT, rating: 3, state: "review", durationMs: 500 };

test("what is written as a table is read back as it was, however another program has saved it meanwhile", () => {
  const style = fc.record({
    end: fc.constantFrom("\n", "\r\n", "\r"),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    quotes: fc.constantFrom("none", "header", "all"),
    encoding: fc.constantFrom("utf8", "utf8 bom", "utf16le", "utf16le bom", "utf16be", "utf16be bom"),
    trailing: fc.integer({ min: 0, max: 3 }),
    floats: fc.boolean(),
    names: fc.constantFrom(
      (name: string) => name,
      (name: string) => ` ${name.replace("_", " ").toUpperCase()} `,
    ),
    order: fc.shuffledSubarray([...COLUMNS.keys()], { minLength: COLUMNS.length }),
  });
  fc.assert(
    fc.property(LINES, style, (lines, { end, delimiter, quotes, encoding, trailing, floats, names, order }) => {
      const table = [COLUMNS.map(names), ...lines.map((line) => csvLine(line).split(","))].map((row, y) =>
        row.map((value, x) => {
          const written = y > 0 && x > 0 && floats ? `${value}.0` : value;
          return quotes === "all" || (quotes === "header" && y === 0) ? `"${written}"` : written;
        }),
      );
      const rows = table.map((row) => order.map((x) => row[x]).join(delimiter));
      const text = rows.join(end) + end.repeat(trailing);
      const marked = encoding.endsWith("bom") ? `\uFEFF${text}` : text;
      const bytes = encoding.startsWith("utf8") ? Buffer.from(marked) : utf16(marked, encoding.startsWith("utf16be"));
      expect(file(bytes)).toEqual({ ok: true, lines, ignored: [], ignoredMore: 0 });
    }),
  );
});

test.each([
  ["R, write.csv", `"","card_id","review_time","review_rating"\n"1","topic/a",1.7e+12,3\n`, [""]],
  [
    "R, write.table as it is called without options",
    `"card_id" "review_time" "review_rating"\n"1" "topic/a" 1.7e+12 3\n`,
    [],
  ],
  ["R, write.table with commas", `"card_id","review_time","review_rating"\n"1","topic/a",1700000000000,3\n`, []],
  ["pandas with its index", ",card_id,review_time,review_rating\n0,topic/a,1700000000000.0,3.0\n", [""]],
  ["Excel in German", "sep=;\r\ncard_id;review_time;review_rating\r\ntopic/a;1,7E+12;3\r\n", []],
  ["a database", "card_id,review_time,review_rating,review_state\ntopic/a,1700000000000,3,NULL\n", []],
  [
    "columns of another program",
    'card_id,timezone,review_time,review_rating,day_start\ntopic/a,"Asia/Shanghai, ""x""\nof two lines",1700000000000,3,4\n',
    ["timezone", "day_start"],
  ],
  ["commas behind the last value", "card_id,review_time,review_rating,,\ntopic/a,1700000000000,3,,\n,,,,\n", ["", ""]],
])("a table of %s is read, and what was not used of it is named", (_, text, ignored) => {
  const line = { cardId: "topic/a", at: 1_700_000_000_000, rating: 3, state: null, durationMs: 0 };
  expect(parseLog(text)).toEqual({ ok: true, lines: [line], ignored, ignoredMore: 0 });
});

test("of many unused columns ten are named, none of them at length, and the rest are counted", () => {
  const more = Array.from({ length: 25 }, (_, i) => `extra ${i} ${"x".repeat(200)}`);
  const row = [csvLine(LINE), ...more.map(() => "1")].join();
  const parsed = parseLog(`${[LOG_HEADER, ...more].join()}\n${row}\n`);
  expect(parsed).toMatchObject({ ok: true, lines: [LINE], ignoredMore: 15 });
  expect(parsed.ok ? parsed.ignored.map(({ length }) => length) : []).toEqual(Array(10).fill(40));
});

test.each([
  ["a,b", "fields", null, "2"],
  [`topic/a,${AT},3,0,500,7`, "fields", null, "6"],
  [`topic/a,"${AT},3,0,500`, "quote", null, ""],
  ["x".repeat(30_000), "long", null, ""],
  [`Topic A,${AT},3,0,500`, "card", "card_id", "Topic A"],
  [`12345,${AT},3,0,500`, "card", "card_id", "12345"],
  [`topic/a,${AT}.5,3,0,500`, "time", "review_time", `${AT}.5`],
  [`topic/a,${AT * 1000},3,0,500`, "time", "review_time", String(AT * 1000)],
  ["topic/a,2026-11-21T04:00:00Z,3,0,500", "time", "review_time", "2026-11-21T04:00:00Z"],
  [`topic/a,-${AT * 10},3,0,500`, "time", "review_time", `-${AT * 10}`],
  ["topic/a,1.76449E+12,3,0,500", "time", "review_time", "1.76449E+12"],
  ["topic/a,,3,0,500", "time", "review_time", ""],
  [`topic/a,${AT},good,0,500`, "rating", "review_rating", "good"],
  [`topic/a,${AT},5,0,500`, "rating", "review_rating", "5"],
  [`topic/a,${AT},3,4,500`, "state", "review_state", "4"],
  [`topic/a,${AT},3,0,-1`, "duration", "review_duration", "-1"],
  [`topic/a,${AT},3,0,86400001`, "duration", "review_duration", "86400001"],
  [`topic/a,${AT},3,0,12.345`, "duration", "review_duration", "12.345"],
  [`topic/b,${AT - 2},3,,500`, "twice", "review_time", String(AT - 2)],
  [`topic/a,${AT},"${"y".repeat(90)}",0,500`, "rating", "review_rating", `${"y".repeat(39)}…`],
])("in the row %.40j the trouble is told with line, column and what was found: %s", (row, trouble, column, found) => {
  const text = [LOG_HEADER, `topic/b,${AT - 2},3,,500`, row].join("\n");
  expect(parseLog(text)).toEqual({ ok: false, problems: [{ line: 3, trouble, column, found }], more: 0 });
});

test("lines are counted as an editor counts them, also after a value of several lines", () => {
  const text = `${LOG_HEADER},remark\n${csvLine(LINE)},"one\r\ntwo\rthree"\n\n${csvLine(LINE)},x\nnobody,1,1,1,1,\n`;
  expect(parseLog(text)).toMatchObject({ ok: false, problems: [{ line: 7, trouble: "card" }] });
});

test.each([
  ["card_id,review_time\n", "missing", "review_rating", "card_id, review_time"],
  ["card_id,Card ID,review_time,review_rating\n", "repeated", "card_id", "Card ID"],
  ["when,what\n1,2\n", "missing", "card_id", "when, what"],
  ["", "empty", null, ""],
  ["\r\n\r\n", "empty", null, ""],
])("the header %j is refused: %s", (text, trouble, column, found) => {
  expect(parseLog(text)).toMatchObject({ ok: false, problems: [{ trouble, column, found }], more: 0 });
});

test("a table in seconds is told as such; a clock that was in 1970 or 2600 once is no reason to refuse one's own", () => {
  const seconds = [1, 2, 3].map((day) => csvLine({ ...LINE, at: AT / 1000 + day }));
  expect(parseLog([LOG_HEADER, ...seconds].join("\n"))).toMatchObject({
    problems: [{ line: 2, trouble: "seconds", column: "review_time", found: String(AT / 1000 + 1) }],
  });
  const mixed = [AT, AT / 1000].map((at) => csvLine({ ...LINE, at, state: null }));
  expect(parseLog([LOG_HEADER, ...mixed].join("\n"))).toMatchObject({ problems: [{ line: 3, trouble: "seconds" }] });
  const own = [AT, 0, -86_372_442, 1_700_000_000, Date.UTC(9500, 0, 1)].map((at) => ({ ...LINE, at }));
  expect(linesOf([LOG_HEADER, ...own.map(csvLine)].join("\n"))).toEqual(own);
});

test("two answers in the same millisecond are two answers", () => {
  const own = [LINE, LINE, { ...LINE, rating: 1 as const }];
  expect(linesOf([LOG_HEADER, ...own.map(csvLine)].join("\n"))).toEqual(own);
});

test("a file that is no text is told as such", () => {
  const latin1 = Buffer.concat([Buffer.from(`${LOG_HEADER},caf`), Buffer.from([0xe9, 0x0a])]);
  const zip = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0]);
  const withNul = Buffer.from(`${LOG_HEADER}\ntopic/a\0,1,1,1,1\n`);
  for (const bytes of [latin1, zip, withNul]) expect(file(bytes)).toEqual({ ok: false, problems: null });
});

test("of many problems twenty are named and the rest counted; too many lines are refused", () => {
  const bad = parseLog(`${LOG_HEADER}\n${"x\n".repeat(50)}`);
  expect(bad).toMatchObject({ ok: false, more: 30 });
  const named = bad.ok ? null : bad.problems?.map(({ line }) => line);
  expect(named).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
  const many = `${LOG_HEADER}\n${"x\n".repeat(LOG_LINES_MAX + 1)}`;
  expect(parseLog(many)).toMatchObject({ problems: [{ line: LOG_LINES_MAX + 2, trouble: "too-many" }] });
});

test("no file, whatever it holds, takes long or throws, and what is said of it is short", () => {
  const pieces = fc.constantFrom(LOG_HEADER, csvLine(LINE), '"', ",", ";", "\n", "\r", "sep=", " ", "\uFEFF", "9", "é");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (some) => {
      const parsed = parseLog(some.join(""));
      if (!parsed.ok) expect(JSON.stringify(parsed.problems).length).toBeLessThan(20 * 400);
    }),
  );
});

test("what else programs write where there is no value, at the end of a text, or for a number, is read", () => {
  const header = "card_id,review_time,review_rating,review_state,review_duration";
  const read = (rows: string) => atOnce(parsingFile(Buffer.from(`${header}\n${rows}`)));
  for (const none of ["\\N", "#N/A", "<NA>", "N/A", "n/a", "NULL", ""]) {
    expect(read(`opening/why-three,1.7e+012,3,${none},${none}\n\x1a`)).toMatchObject({
      ok: true,
      lines: [{ at: 1_700_000_000_000, state: null, durationMs: 0 }],
    });
  }
  expect(read("opening/why-three,1700000000000,3\r\n\x1a\r\n")).toMatchObject({ ok: true });
  expect(read("opening/why-three,1700000000000,3,2,.5\n")).toMatchObject({ ok: true, lines: [{ durationMs: 1 }] });
});

test("however its rows look, no slice of a table is more than a little work", () => {
  const start = "opening/why-three,1700000000000,3,2,4";
  const header = "card_id,review_time,review_rating,review_state,review_duration,more\n";
  for (const row of [`${start}${",".repeat(15_000)}\n`, `${start},"${'""'.repeat(7_000)}"\n`, ",\n"]) {
    const work = parsingFile(Buffer.from(header + row.repeat(400)));
    let slices = 0;
    while (!work.next().done) slices++;
    expect(slices).toBeGreaterThan(Math.floor((row.length * 400) / 100_000));
  }
});

test("a text of nothing but empty lines is one without a header, however long it is", () => {
  expect(parseLog(",\n".repeat(2_000_000))).toMatchObject({ ok: false, problems: [{ trouble: "empty" }] });
});
