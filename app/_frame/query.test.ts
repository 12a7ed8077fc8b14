import { expect, test } from "vitest";
import { readQuery } from "./query.ts";

const known = { days: (days: string) => ["1", "7"].includes(days), by: (by: string) => by === "card" };

test("each name counts once, the first time, and what is left out is told", () => {
  expect(readQuery({}, known)).toEqual({ asked: {}, ignored: [] });
  expect(readQuery({ days: "7", by: "card" }, known)).toEqual({ asked: { days: "7", by: "card" }, ignored: [] });
  expect(readQuery({ days: ["1", "7"] }, known)).toEqual({ asked: { days: "1" }, ignored: ["days=7"] });
  expect(readQuery({ days: ["1", "1"] }, known)).toEqual({ asked: { days: "1" }, ignored: ["days=1"] });
  // The first is the one that was meant, even where it makes no sense.
  expect(readQuery({ days: ["x", "7"] }, known)).toEqual({ asked: {}, ignored: ["days=7", "days=x"] });
});

test("unknown names and values that are not understood count as not there, and are told", () => {
  expect(readQuery({ utm_source: "mail", by: "" }, known)).toEqual({ asked: {}, ignored: ["utm_source=mail", "by"] });
  expect(readQuery({ days: "99", toString: "x", __proto__x: "y" }, known)).toEqual({
    asked: {},
    ignored: ["days=99", "toString=x", "__proto__x=y"],
  });
  const { ignored } = readQuery({ long: "x".repeat(500) }, known);
  expect(ignored[0]).toHaveLength(41);
});

test("the punctuation of a sentence around an address is no part of a value", () => {
  for (const behind of [".", ")", "，", "。", "> ", "]", '"'])
    expect(readQuery({ days: `7${behind}` }, known)).toEqual({ asked: { days: "7" }, ignored: [`…${behind}`] });
});
