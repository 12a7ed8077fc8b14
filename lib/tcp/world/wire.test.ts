import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf, initialSequenceNumber, issClockAt } from "../host/iss.ts";
import { type Options, optionItems } from "../options.ts";
import { distance } from "../sequence.ts";
import { MILLISECOND, SECOND } from "../time.ts";
import type { Cue, Rule, Scenario } from "./scenario.ts";
import { simulate } from "./simulate.ts";
import { calm, film, open } from "./testing.ts";

const text: Cue = { host: "client", atUs: 300 * MILLISECOND, call: { kind: "send", len: 5 } };
const ruled = (...rules: Rule[]): Scenario => ({ ...calm, wire: { ...calm.wire, rules }, script: [...open, text] });
const linux: Scenario = {
  ...calm,
  profile: "linux-6.18",
  wire: { delayUs: 10 * MILLISECOND },
  script: [...open, text],
};

test("a duplicated segment arrives twice and is delivered once", () => {
  const twice = ruled({ from: "client", of: "DATA", nth: 1, fate: "duplicate", byUs: 7 * MILLISECOND });
  expect(film(twice).slice(6)).toEqual([
    "350ms server gets PSH,ACK seq=1 ack=1 len=5 > ACK seq=1 ack=6",
    "357ms server gets PSH,ACK seq=1 ack=1 len=5 > ACK seq=1 ack=6",
    "400ms client gets ACK seq=1 ack=6",
    "407ms client gets ACK seq=1 ack=6",
  ]);
  expect(simulate(twice).frames.at(-1)?.hosts.server.delivered).toBe(5);
  expect(simulate(twice).flights.map(({ nature }) => nature)).toContain("copy");
});

test("a segment with a wrong checksum is dropped as if it had never come (RFC 9293, 3.1)", () => {
  const spoilt = ruled({ from: "client", of: "DATA", nth: 1, fate: "corrupt" });
  expect(film(spoilt).slice(5, 8)).toEqual([
    "300ms client send 5 > PSH,ACK seq=1 ack=1 len=5 (corrupt)",
    "350ms server gets PSH,ACK seq=1 ack=1 len=5 (corrupt)",
    "1300ms client retransmission timeout > PSH,ACK seq=1 ack=1 len=5",
  ]);
});

test("a delayed segment is overtaken: what comes early waits, and everything is delivered in order", () => {
  const second: Cue = { host: "client", atUs: 301 * MILLISECOND, call: { kind: "send", len: 3 } };
  const wire = {
    ...calm.wire,
    rules: [{ from: "client", of: "DATA", nth: 1, fate: "delay", byUs: 100 * MILLISECOND }] as Rule[],
  };
  expect(film({ ...calm, wire, settings: { nagle: false }, script: [...open, text, second] }).slice(7, 10)).toEqual([
    "351ms server gets PSH,ACK seq=6 ack=1 len=3 > ACK seq=1 ack=1",
    "401ms client gets ACK seq=1 ack=1",
    "450ms server gets PSH,ACK seq=1 ack=1 len=5 > ACK seq=1 ack=9",
  ]);
});

test("Nagle holds a second small segment back until the first is acknowledged (RFC 9293, 3.7.4)", () => {
  const second: Cue = { host: "client", atUs: 301 * MILLISECOND, call: { kind: "send", len: 3 } };
  expect(film({ ...calm, script: [...open, text, second] }).slice(6, 9)).toEqual([
    "301ms client send 3",
    "350ms server gets PSH,ACK seq=1 ack=1 len=5 > ACK seq=1 ack=6",
    "400ms client gets ACK seq=1 ack=6 > PSH,ACK seq=6 ack=1 len=3",
  ]);
});

test("a rule that never matches is told, by its place", () => {
  const never: Rule = { from: "server", of: "FIN", nth: 1, fate: "drop" };
  expect(simulate(ruled({ from: "client", of: "SYN", nth: 1, fate: "drop" }, never)).idleRules).toEqual([1]);
  expect(simulate(calm).idleRules).toEqual([]);
});

test("the same seed brings the same mishaps, another seed others", () => {
  const noisy = (seed: number) => ({ ...linux, wire: { ...linux.wire, noise: { seed, drop: 0.4 } } });
  expect(film(noisy(1))).toEqual(film(noisy(1)));
  expect(new Set([1, 2, 3, 4, 5].map((seed) => film(noisy(seed)).join())).size).toBeGreaterThan(1);
});

test("timestamps unmask an old duplicate whose number lies inside the window (RFC 7323, 5.3)", () => {
  const last = simulate(linux)
    .flights.filter(({ from, segment }) => from === "client" && segment.len > 0)
    .at(-1);
  const stamps = last?.segment.options.timestamps ?? { value: 0, echo: 0 };
  const ghost = (value: number) =>
    ({
      from: "client",
      arrivesAtUs: SECOND,
      flags: ["ACK"],
      seq: 106,
      ack: 301,
      len: 3,
      options: { timestamps: { ...stamps, value } },
    }) as const;
  const reasons = (value: number) =>
    simulate({ ...linux, ghosts: [ghost(value)] }).frames.flatMap(({ why }) => why.map(({ key }) => key));
  expect(reasons(stamps.value - 1)).toContain("paws.old");
  expect(reasons(stamps.value)).not.toContain("paws.old");
});

test("two sides use an option only when both SYNs had it", () => {
  const optionsOf = (settings: Scenario["hosts"]) =>
    simulate({ ...linux, hosts: settings }).flights.map(({ segment }) =>
      optionItems(segment.options)
        .map(({ kind }) => kind)
        .join(" "),
    );
  expect(optionsOf([]).slice(0, 4)).toEqual([
    "mss sackOK ts nop ws",
    "mss sackOK ts nop ws",
    "nop nop ts",
    "nop nop ts",
  ]);
  expect(
    optionsOf([{ name: "server", settings: { timestamps: false, sack: false, windowScale: null } }]).slice(0, 4),
  ).toEqual(["mss sackOK ts nop ws", "mss", "", ""]);
});

test("options always fill whole words of four bytes", () => {
  const size = { mss: 4, sackOK: 2, ts: 10, nop: 1, ws: 3 } as const;
  const options: fc.Arbitrary<Options> = fc.record(
    {
      mss: fc.nat({ max: 65_535 }),
      windowScale: fc.nat({ max: 14 }),
      sackPermitted: fc.constant(true as const),
      timestamps: fc.record({ value: fc.nat(), echo: fc.nat() }),
      sack: fc.array(fc.record({ left: fc.nat(), right: fc.nat() }), { minLength: 1, maxLength: 3 }),
      fastOpen: fc.constantFrom("", "0011223344556677", "00112233445566778899aabbccddeeff", "0"),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(options, (some) => {
      const bytes = optionItems(some).map((item) => {
        if (item.kind === "sack") return 2 + 8 * item.blocks.length;
        return item.kind === "tfo" ? 2 + Math.ceil(item.cookie.length / 2) : size[item.kind];
      });
      expect(bytes.reduce((sum, length) => sum + length, 0) % 4).toBe(0);
    }),
  );
});

const local = { host: "server", port: 80 };
const remote = { host: "client", port: 40_000 };

test("initial sequence numbers grow with the clock for the same pair of sockets, 250 in a millisecond, 15,625 on Linux", () => {
  const at = (us: number, tickNs: number) => initialSequenceNumber(us, tickNs, local, remote, 7);
  expect(distance(at(0, 4_000), at(1_000, 4_000))).toBe(250);
  expect(distance(at(0, 64), at(1_000, 64))).toBe(15_625);
  expect(issClockAt(275 * SECOND, 64)).toBeLessThan(issClockAt(274 * SECOND, 64)); // it has wrapped
});

test("another port, host or secret has unrelated numbers (RFC 6528)", () => {
  const hashes = [
    hashOf(local, remote, 7),
    hashOf(local, { ...remote, port: 40_001 }, 7),
    hashOf(local, { ...remote, host: "other" }, 7),
    hashOf(local, remote, 8),
    hashOf(remote, local, 7),
  ];
  expect(new Set(hashes.map((hash) => hash >>> 16)).size).toBe(hashes.length);
});
