import fc from "fast-check";
import { expect, test } from "vitest";
import { hostileScenario } from "#lib/tcp/hostile/testing.ts";
import type { Scenario } from "#lib/tcp/scenario.ts";
import { calm } from "#lib/tcp/testing.ts";
import { readLink } from "./link.ts";
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
