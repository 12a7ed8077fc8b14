import fc from "fast-check";
import { expect, test } from "vitest";
import type { Call } from "./calls.ts";
import { violations } from "./invariants.ts";
import { PROFILE_NAMES } from "./profile.ts";
import { type Cue, type Ghost, HOSTS, type Rule, type Scenario } from "./scenario.ts";
import type { Flag } from "./segment.ts";
import { simulate } from "./simulate.ts";
import { STATES } from "./state.ts";
import { open } from "./testing.ts";
import { MINUTE } from "./time.ts";

const host = fc.constantFrom(...HOSTS);
const seq = fc.oneof(fc.nat({ max: 2 ** 32 - 1 }), fc.integer({ min: 2 ** 32 - 20, max: 2 ** 32 - 1 }));
const ruleParts = {
  from: host,
  of: fc.constantFrom<Rule["of"]>("any", "SYN", "SYN-ACK", "ACK", "DATA", "FIN"),
  nth: fc.integer({ min: 1, max: 6 }),
  fate: fc.constant("drop" as const),
};
const rule: fc.Arbitrary<Rule> = fc.record(ruleParts);
const sends = fc.array(
  fc.record({ host, atUs: fc.nat({ max: 3_000_000 }), len: fc.integer({ min: 1, max: 90_000 }) }),
  {
    maxLength: 4,
  },
);

/** Lossy worlds in which both sides send a little and then close. */
const world: fc.Arbitrary<{ scenario: Scenario; bytes: Record<(typeof HOSTS)[number], number> }> = fc
  .record({
    profile: fc.constantFrom(...PROFILE_NAMES),
    iss: fc.record({ client: seq, server: seq }),
    delayUs: fc.integer({ min: 1, max: 400_000 }),
    rules: fc.array(rule, { maxLength: 8 }),
    sends,
    closes: fc.record({
      client: fc.integer({ min: 0, max: 5_000_000 }),
      server: fc.integer({ min: 0, max: 5_000_000 }),
    }),
  })
  .map(({ profile, iss, delayUs, rules, sends: texts, closes }) => {
    const talk = texts.map(
      (t): Cue => ({ host: t.host, on: "ESTABLISHED", afterUs: t.atUs, call: { kind: "send", len: t.len } }),
    );
    const end = HOSTS.map(
      (h): Cue => ({ host: h, on: "ESTABLISHED", afterUs: 3_000_001 + closes[h], call: { kind: "shutdown" } }),
    );
    const bytes = { client: 0, server: 0 };
    for (const t of texts) bytes[t.host === "client" ? "server" : "client"] += t.len;
    const scenario = {
      profile,
      iss,
      wire: { delayUs, rules },
      script: [...open, ...talk, ...end],
      untilUs: 60 * MINUTE,
    };
    return { scenario, bytes };
  });

test("whatever is lost: every invariant holds in every frame, and the film comes to rest", () => {
  fc.assert(
    fc.property(world, ({ scenario }) => {
      const film = simulate(scenario);
      expect(violations(film)).toEqual([]);
      expect(film.ended).toBe("rest");
    }),
    { numRuns: 1000 },
  );
});

test("whatever is lost: everything that was sent is delivered once, and both sides end in CLOSED", () => {
  fc.assert(
    fc.property(world, ({ scenario, bytes }) => {
      const end = simulate(scenario).frames.at(-1)?.hosts;
      expect([end?.client.state, end?.server.state]).toEqual(["CLOSED", "CLOSED"]);
      expect([end?.client.delivered, end?.server.delivered]).toEqual([bytes.client, bytes.server]);
    }),
    { numRuns: 1000 },
  );
});

const anyCall: fc.Arbitrary<Call> = fc.oneof(
  fc.constantFrom<Call>(...(["listen", "connect", "shutdown", "close", "abort"] as const).map((kind) => ({ kind }))),
  fc.record({ kind: fc.constant("send" as const), len: fc.integer({ min: 1, max: 5000 }) }),
);
const anyCue: fc.Arbitrary<Cue> = fc.oneof(
  fc.record({ host, atUs: fc.nat({ max: 100_000_000 }), call: anyCall }),
  fc.record({ host, on: fc.constantFrom(...STATES), afterUs: fc.nat({ max: 1_000_000 }), call: anyCall }),
);
const ghost: fc.Arbitrary<Ghost> = fc.record({
  from: host,
  arrivesAtUs: fc.nat({ max: 10_000_000 }),
  flags: fc.subarray<Flag>(["SYN", "FIN", "RST", "PSH", "ACK"]),
  seq,
  ack: seq,
  len: fc.integer({ min: 1, max: 2000 }),
});

test("whatever applications call and strangers send: every invariant holds, and nothing throws", () => {
  const anything = fc.record({
    profile: fc.constantFrom(...PROFILE_NAMES),
    iss: fc.record({ client: seq, server: seq }),
    wire: fc.record({
      delayUs: fc.integer({ min: 1, max: 400_000 }),
      rules: fc.array(
        fc.record({ ...ruleParts, nth: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant("every" as const)) }),
        { maxLength: 3 },
      ),
    }),
    script: fc.array(anyCue, { maxLength: 12 }).map((cues): Cue[] => [...open, ...cues]),
    ghosts: fc.array(ghost, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(anything, (scenario) => {
      expect(violations(simulate(scenario))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test("the same scenario gives the same film", () => {
  fc.assert(
    fc.property(world, ({ scenario }) => {
      expect(simulate(scenario)).toEqual(simulate(scenario));
    }),
    { numRuns: 50 },
  );
});
