import fc from "fast-check";
import { expect, test } from "vitest";
import { PROFILE_NAMES } from "../profile.ts";
import type { Flag } from "../segment.ts";
import { STATES } from "../state.ts";
import { MINUTE } from "../time.ts";
import { violations } from "./invariants.ts";
import {
  type Cue,
  type Ghost,
  HOSTS,
  type Noise,
  peerOf,
  type Rule,
  type Scenario,
  type ScriptCall,
} from "./scenario.ts";
import { simulate } from "./simulate.ts";
import { open } from "./testing.ts";

const host = fc.constantFrom(...HOSTS);
const seq = fc.oneof(fc.nat({ max: 2 ** 32 - 1 }), fc.integer({ min: 2 ** 32 - 20, max: 2 ** 32 - 1 }));
const ruleParts = {
  from: host,
  of: fc.constantFrom<Rule["of"]>("any", "SYN", "SYN-ACK", "ACK", "DATA", "FIN"),
  nth: fc.integer({ min: 1, max: 6 }),
  fate: fc.constantFrom<Rule["fate"]>("drop", "duplicate", "delay", "corrupt"),
  byUs: fc.integer({ min: 0, max: 3_000_000 }),
};
const rule: fc.Arbitrary<Rule> = fc.record(ruleParts);
const share = fc.double({ min: 0, max: 0.15, noNaN: true });
const noise: fc.Arbitrary<Noise> = fc.record({
  seed: fc.nat(),
  drop: share,
  duplicate: share,
  corrupt: share,
  delay: share,
  delayMaxUs: fc.integer({ min: 0, max: 2_000_000 }),
});
const sends = fc.array(
  fc.record({ host, atUs: fc.nat({ max: 3_000_000 }), len: fc.integer({ min: 1, max: 90_000 }) }),
  {
    maxLength: 4,
  },
);

/** Worlds that lose, double, overtake and spoil segments, in which both sides send a little and then close. */
function worldWith(wire: Record<string, fc.Arbitrary<unknown>>) {
  return fc
    .record({
      profile: fc.constantFrom(...PROFILE_NAMES),
      iss: fc.record({ client: seq, server: seq }),
      wire: fc.record({ delayUs: fc.integer({ min: 1, max: 400_000 }), ...wire }) as fc.Arbitrary<Scenario["wire"]>,
      sends,
      closes: fc.record({
        client: fc.integer({ min: 0, max: 5_000_000 }),
        server: fc.integer({ min: 0, max: 5_000_000 }),
      }),
    })
    .map(({ profile, iss, wire, sends: texts, closes }) => {
      const talk = texts.map(
        (t): Cue => ({ host: t.host, on: "ESTABLISHED", afterUs: t.atUs, call: { kind: "send", len: t.len } }),
      );
      const end = HOSTS.map(
        (h): Cue => ({ host: h, on: "ESTABLISHED", afterUs: 3_000_001 + closes[h], call: { kind: "shutdown" } }),
      );
      const bytes = { client: 0, server: 0 };
      for (const t of texts) bytes[t.host === "client" ? "server" : "client"] += t.len;
      const scenario: Scenario = { profile, iss, wire, script: [...open, ...talk, ...end], untilUs: 24 * 60 * MINUTE };
      return { scenario, bytes };
    });
}

const world = worldWith({ rules: fc.array(rule, { maxLength: 8 }) });
const noisyWorld = worldWith({ rules: fc.array(rule, { maxLength: 3 }), noise });

test("whatever is lost, doubled, late or spoilt: every invariant holds in every frame, nothing is delivered twice, and the film comes to rest", () => {
  fc.assert(
    fc.property(noisyWorld, ({ scenario, bytes }) => {
      const film = simulate(scenario);
      expect(violations(film)).toEqual([]);
      expect(film.ended).toBe("rest");
      for (const side of HOSTS) {
        const { delivered, failure } = film.frames.at(-1)?.hosts[side] ?? {};
        expect(delivered).toBeLessThanOrEqual(bytes[side]);
        if (failure === null && film.frames.at(-1)?.hosts[peerOf(side)].failure === null)
          expect(delivered).toBe(bytes[side]);
      }
    }),
    { numRuns: 5000 },
  );
});

test("whatever a few rules do: everything that was sent is delivered once, and both sides end in CLOSED", () => {
  fc.assert(
    fc.property(world, ({ scenario, bytes }) => {
      const end = simulate(scenario).frames.at(-1)?.hosts;
      expect([end?.client.state, end?.server.state]).toEqual(["CLOSED", "CLOSED"]);
      expect([end?.client.delivered, end?.server.delivered]).toEqual([bytes.client, bytes.server]);
    }),
    { numRuns: 1000 },
  );
});

const anyCall: fc.Arbitrary<ScriptCall> = fc.oneof(
  fc.constantFrom<ScriptCall>(
    ...(
      [
        "listen",
        "unlisten",
        "accept",
        "connect",
        "receive",
        "shutdown",
        "close",
        "abort",
        "status",
        "crash",
        "boot",
      ] as const
    ).map((kind) => ({ kind })),
  ),
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
    fc.property(noisyWorld, ({ scenario }) => {
      expect(simulate(scenario)).toEqual(simulate(scenario));
    }),
    { numRuns: 50 },
  );
});
