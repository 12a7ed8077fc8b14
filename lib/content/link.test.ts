import fc from "fast-check";
import { expect, test } from "vitest";
import { hostileScenario } from "#lib/tcp/world/hostile/testing.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { calm } from "#lib/tcp/world/testing.ts";
import { readLink } from "./link.ts";
import { linkTextOf } from "./link-text.ts";
import { scenario as scenarioSchema } from "./scenario.ts";

const linkOf = (scenario: Scenario) => `1.${Buffer.from(JSON.stringify(scenario)).toString("base64url")}`;
const sending = (mss: number, ...lens: number[]): Scenario => ({
  ...calm,
  settings: { mss },
  script: [...calm.script, ...lens.map((len) => ({ host: "client", atUs: 0, call: { kind: "send", len } }) as const)],
});

test("a link whose text needs more segments than a film has steps is refused with the field that is too much", () => {
  expect(readLink(linkOf(sending(1, 80_000)))).toMatchObject({
    ok: false,
    trouble: "too-much",
    excess: { path: "script.2.call.len", bytes: 80_000, perSegment: 1, segments: 80_000, max: 5_000 },
  });
  expect(readLink(linkOf(sending(100, 400_000, 200_000)))).toMatchObject({ excess: { path: "script.3.call.len" } });
});

test("as much text as a film can show is let in", () => {
  expect(readLink(linkOf(sending(1, 5_000))).ok).toBe(true);
  expect(readLink(linkOf(sending(1_460, 1_000_000))).ok).toBe(true);
});

test("a list that is longer than a link has room for is refused before each of its entries is looked at", () => {
  const wrong = (value: unknown) => readLink(`1.${Buffer.from(JSON.stringify(value)).toString("base64url")}`);
  const many = Array.from({ length: 2_000 }, () => ({}));
  for (const [value, name] of [
    [{ script: many }, "script"],
    [{ wire: { rules: many } }, "wire"],
    [{ ghosts: many }, "ghosts"],
  ] as const) {
    const read = wrong(value);
    expect(read).toMatchObject({ ok: false, trouble: "invalid" });
    expect(!read.ok && read.issues).toEqual([`${name}: Too big: a link has room for at most 200 entries`]);
  }
});

test("the worlds that films are measured against are such as the door lets in", () => {
  fc.assert(
    fc.property(hostileScenario, (scenario) => {
      expect(scenarioSchema.safeParse(scenario).error?.issues ?? []).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

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
