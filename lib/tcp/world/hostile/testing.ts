import fc from "fast-check";
import { PROFILE_NAMES, type Profile } from "../../profile.ts";
import { STATES } from "../../state.ts";
import { MINUTE } from "../../time.ts";
import { type Cue, type Ghost, HOSTS, type HostSpec, type Noise, type Rule, type Scenario } from "../scenario.ts";

/** For tests and measurements: scenarios that the door lets in, each with something at its limits, to be as much work as can be. */

const HOUR = 60 * MINUTE;
const others = Array.from({ length: 18 }, (_, i) => `host-${i}`);
const host = fc.constantFrom<string>(...HOSTS, ...HOSTS, ...others);
const moment = fc.oneof(fc.constantFrom(0, 1, 1_000, HOUR), fc.nat({ max: 10_000_000 }));
const limit = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });

const settings: fc.Arbitrary<Partial<Profile>> = fc
  .record({
    mss: limit(1, 2, 13, 100, 65_495),
    rcvWnd: limit(1, 2, 65_535, 2 ** 30),
    windowScale: limit<number | null>(14, 0, null),
    nagle: limit(false),
    sack: limit(true),
    timestamps: limit(true, false),
    tailLossProbe: limit(true),
    rtoInitialUs: limit(1, HOUR),
    rtoMinUs: limit(1),
    rtoMaxUs: limit(1, HOUR),
    synRetries: limit(0, 255),
    synAckRetries: limit(255),
    dataRetries: limit(255),
    delayedAckUs: limit(0, 1, HOUR),
    quickAcks: limit(0, 255),
    challengeIntervalUs: limit(0),
    keepaliveIdleUs: limit(1),
    keepaliveIntervalUs: limit(1),
    keepaliveProbes: limit(255),
    timeWaitUs: limit(0, HOUR),
    synCookies: limit<0 | 1 | 2>(0, 1, 2),
    requestSocket: limit(true, false),
  })
  .map(present);

const call: fc.Arbitrary<Cue["call"]> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(1_000_000, 80_000, 5_000, 1).map((len) => ({ kind: "send", len }) as const) },
  {
    weight: 3,
    arbitrary: fc
      .record({ to: fc.option(host, { nil: undefined }), len: limit(1_000_000), keepalive: fc.boolean() })
      .map(({ to, len, keepalive }) => ({ kind: "connect", ...present({ to, len }), options: { keepalive } }) as const),
  },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 4096).map((backlog) => ({ kind: "listen", backlog }) as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("listen", "close", "abort", "shutdown", "receive", "unlisten", "crash", "boot").map(
      (kind) => ({ kind }) as Cue["call"], // each of these needs nothing but its name
    ),
  },
);

const cue: fc.Arbitrary<Cue> = fc.oneof(
  fc.record({ host, atUs: moment, call }),
  fc.record({ host, on: fc.constantFrom(...STATES), afterUs: moment, call }),
);

const rule: fc.Arbitrary<Rule> = fc.record({
  from: host,
  of: fc.constantFrom<Rule["of"]>("any", "ACK", "DATA", "SYN", "RST"),
  nth: fc.oneof(fc.constant("every" as const), fc.integer({ min: 1, max: 1_000_000 })),
  fate: fc.constantFrom<Rule["fate"]>("duplicate", "delay", "drop", "corrupt"),
  byUs: moment,
});

const noise: fc.Arbitrary<Noise> = fc.record({
  seed: fc.nat(),
  drop: fc.constantFrom(0, 0.01, 0.3),
  duplicate: fc.constantFrom(0, 0.3),
  delay: fc.constantFrom(0, 0.4),
  delayMaxUs: moment,
});

const ghost: fc.Arbitrary<Ghost> = fc.record({
  from: host,
  to: host,
  fromPort: fc.integer({ min: 1, max: 65_535 }),
  arrivesAtUs: moment,
  flags: fc.constantFrom<Ghost["flags"]>(["SYN"], ["ACK"], ["RST"], ["SYN", "ACK"], ["FIN", "ACK"]),
  seq: fc.constantFrom(0, 101, 301, 2 ** 32 - 1),
  ack: fc.constantFrom(0, 101, 301),
});

/** How many of something: few, or as many as there may be in an address. */
const several = <T>(what: fc.Arbitrary<T>, max: number) =>
  fc.oneof(fc.array(what, { maxLength: 4 }), fc.array(what, { minLength: max, maxLength: max }));

const specs: fc.Arbitrary<HostSpec[]> = settings.map((own) => others.map((name) => ({ name, settings: own })));

export const hostileScenario: fc.Arbitrary<Scenario> = fc
  .record({
    profile: fc.constantFrom(...PROFILE_NAMES),
    settings,
    hosts: specs,
    iss: fc.constant({ client: 100, server: 300 }),
    delayUs: fc.constantFrom(0, 1, 1_000, 50_000, HOUR),
    rules: several(rule, 100),
    noise: fc.option(noise, { nil: undefined }),
    cues: several(cue, 80),
    ghosts: several(ghost, 80),
    untilUs: fc.option(fc.constantFrom(0, HOUR), { nil: undefined }),
  })
  .map(({ delayUs, rules, noise: chance, cues, untilUs, ...parts }) => ({
    ...parts,
    wire: { delayUs, rules, ...present({ noise: chance }) },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 1_000_000 } },
      ...cues,
    ],
    ...present({ untilUs }),
  }));

/** Without what is left out. */
function present<T extends object>(parts: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>; // what was undefined is gone
  };
}
