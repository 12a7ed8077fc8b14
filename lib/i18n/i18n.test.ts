import { expect, test } from "vitest";
import { negotiate } from "./languages.ts";
import { messagesFor } from "./messages.ts";
import { describeSpan } from "./span.ts";

test.each([
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  ["zh-TW", "zh"],
  ["en-GB,en;q=0.9", "en"],
  ["fr-FR,fr;q=0.9,zh;q=0.3,en;q=0.5", "en"],
  ["zh;q=0,en;q=0.1", "en"],
  ["fr", "en"],
  ["", "en"],
  [null, "en"],
])("a browser that asks for %s gets %s", (header, language) => {
  expect(negotiate(header)).toBe(language);
});

test("spans are told in the unit one would use", () => {
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
  const told = [10_000, 330_000, 10 * minute, 5 * hour, day, 8 * day, 100 * day, 800 * day];
  expect(told.map((ms) => describeSpan(ms, messagesFor("en")))).toEqual([
    "1 min",
    "5.5 min",
    "10 min",
    "5 h",
    "1 day",
    "8 days",
    "3.3 months",
    "2.2 years",
  ]);
  expect(describeSpan(8 * day, messagesFor("zh"))).toBe("8 天");
});
