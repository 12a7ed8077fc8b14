import fc from "fast-check";
import { expect, test } from "vitest";
import { calm } from "#lib/tcp/testing.ts";
import { linkTextOf } from "../../app/_lab/link.ts";
import { readLink } from "./link.ts";

const link = linkTextOf(calm) ?? "";
const read = (text: string) => {
  const found = readLink(text);
  return found.ok
    ? { is: JSON.stringify(found.scenario) === JSON.stringify(calm), ignored: found.ignored }
    : found.trouble;
};

test.each([
  ".",
  ")",
  "，",
  "。",
  ">",
  "]",
  "”",
  '"',
  "'",
  "》",
  "%20",
  ")。",
  "…",
  "*",
  "_",
  "-",
  "=",
  " and look",
  ".\n",
])("a link with %j behind it leads where it led, and that is told", (behind) => {
  expect(read(link + behind)).toEqual({ is: true, ignored: behind.trim() });
});

test("what stands before a link, and lines that were broken within it, do no harm", () => {
  expect(read(`<${link}>`)).toEqual({ is: true, ignored: "<>" });
  expect(read(` “${link}”。`)).toEqual({ is: true, ignored: "“”。" });
  const broken = `${link.slice(0, 60)}\r\n  ${link.slice(60, 100)}\u200b${link.slice(100)}`;
  expect(read(broken)).toEqual({ is: true, ignored: "" });
  expect(read(`${broken}\n).`)).toEqual({ is: true, ignored: ")." });
});

test("whatever is put behind a link, it is that scenario or none, and never another", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (behind) => {
      const found = read(link + behind);
      expect(typeof found === "string" || found.is).toBe(true);
    }),
  );
});

test("a link that was cut, or changed within, is not taken for whole", () => {
  for (let end = 2; end < link.length; end++) expect(read(link.slice(0, end))).toBe("broken");
  expect(read(`${link.slice(0, 40)}*${link.slice(41)}`)).toBe("broken");
  expect(read(`1.${"a".repeat(9_000)}`)).toBe("too-long");
  expect(read("7.e30")).toBe("version");
  expect(read("1.e30")).toBe("invalid");
  expect(read("")).toBe("broken");
});
