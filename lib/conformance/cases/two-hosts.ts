import { flagsOf } from "#lib/tcp/segment.ts";
import { distance } from "#lib/tcp/sequence.ts";
import { MILLISECOND, type Micros, SECOND } from "#lib/tcp/time.ts";
import { type Film, hostsAt } from "#lib/tcp/world/film.ts";
import type { Cue, Scenario } from "#lib/tcp/world/scenario.ts";
import { simulate } from "#lib/tcp/world/simulate.ts";
import { calm, open } from "#lib/tcp/world/testing.ts";
import { segmentLine } from "./play.ts";
import { line } from "./rig.ts";
import type { Case, Expectation, SegmentLine } from "./schema.ts";
import { departures, type Scene, type Wanted } from "./story.ts";

/** Plays a case of two hosts: A is the client, B the server. What was not as the case says, in sentences. */
export function caseOfTwoHosts(one: Case): string[] {
  const stage = STAGES[one.id];
  if (stage === undefined) throw new Error(`nobody has set the stage for ${one.id}`);
  const wishes = stage.also === undefined ? one.expect : stage.also(one.expect);
  const film = simulate(stage.scenario);
  const isAbsolute = one.given.abs === true || stage.names !== undefined || one.given.after !== undefined;
  const scenes = scenesOf(film, isAbsolute).filter(({ atUs }) => atUs >= stage.beginUs);
  return departures(wantedOf(wishes, stage.names ?? {}), scenes, stage.beginUs);
}

interface Stage {
  readonly scenario: Scenario;
  readonly beginUs: Micros;
  /** Numbers that the case leaves open. */
  readonly names?: Readonly<Record<string, number>>;
  /** What the case says in its note, or leaves to the reader. */
  readonly also?: (wishes: readonly Expectation[]) => Expectation[];
}

const { delayUs } = calm.wire;
const AT_REST_US = 1 * SECOND;

/** Near enough that an ISN clock of 4 us makes the numbers of Figures 8 and 9. */
const near = { ...calm, wire: { delayUs: 50 } };

/** The handshake takes a number on each side: data begins at 100 and 300. */
const established: Scenario = { ...calm, iss: { client: 99, server: 299 } };
const crashed: readonly Cue[] = [
  ...open,
  { host: "client", atUs: 500, call: { kind: "crash" } },
  { host: "client", atUs: 600, call: { kind: "boot" } },
];
const serverClosesToo: Cue = { host: "server", on: "CLOSE-WAIT", afterUs: 1 * SECOND, call: { kind: "close" } };
const clientCloses: Cue = { host: "client", atUs: AT_REST_US, call: { kind: "close" } };

const STAGES: Readonly<Record<string, Stage>> = {
  "open-01": { scenario: { ...calm, untilUs: AT_REST_US }, beginUs: 0 },
  "open-02": {
    beginUs: AT_REST_US,
    // The case ends before the answer: it says nothing of it.
    scenario: {
      ...calm,
      script: [...open, { host: "client", atUs: AT_REST_US, call: { kind: "send", len: 5 } }],
      untilUs: AT_REST_US + delayUs - 1,
    },
  },
  "open-08": {
    beginUs: 110 * MILLISECOND,
    scenario: { ...calm, wire: { delayUs, rules: [{ from: "client", of: "ACK", nth: 1, fate: "drop" }] } },
  },
  "open-13": {
    beginUs: 0,
    scenario: {
      ...calm,
      script: [
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "server", atUs: 0, call: { kind: "connect" } },
      ],
    },
    // The note: the strict text answers the crossing SYN,ACKs with ACKs, and these complete the open.
    also: (wishes) => [
      ...wishes.slice(0, -1),
      { seg: "A>B", flags: ["ACK"], seq: 101, ack: 301, len: 0 },
      { seg: "B>A", flags: ["ACK"], seq: 301, ack: 101, len: 0 },
      ...wishes.slice(-1),
    ],
  },
  "open-16": {
    beginUs: 0,
    scenario: {
      ...near,
      wire: { delayUs: 50, rules: [{ from: "client", of: "SYN", nth: 1, fate: "delay", byUs: 450 }] },
      ghosts: [{ from: "client", arrivesAtUs: 100, flags: ["SYN"], seq: 90 }],
    },
  },
  "open-20": {
    beginUs: 99 + 1105,
    scenario: {
      ...established,
      wire: near.wire,
      // 301 ticks of the ISN clock after its first connection the client has reached 400.
      script: [...crashed, { host: "client", atUs: 301 * 4, call: { kind: "connect", from: 40_000 } }],
      untilUs: 301 * 4 + 1 * SECOND,
    },
  },
  "open-21": {
    beginUs: 1000,
    // Figure 10 does not speak of PSH, and the case copies it; the kernel that was measured set it, as open-02 asks for.
    also: (wishes) =>
      wishes.map((wish) => ("seg" in wish && wish.len > 0 ? { ...wish, flags: [...wish.flags, "PSH"] } : wish)),
    scenario: {
      ...established,
      wire: near.wire,
      script: [...crashed, { host: "server", atUs: 1000, call: { kind: "send", len: 10 } }],
    },
  },
  "open-22": {
    beginUs: AT_REST_US,
    names: { X: 300, Z: 7000 },
    scenario: {
      ...calm,
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "listen", port: 40_000 } },
      ],
      ghosts: [{ from: "client", arrivesAtUs: AT_REST_US, flags: ["SYN"], seq: 7000 }],
    },
  },
  "close-01": {
    beginUs: AT_REST_US,
    scenario: { ...established, script: [...open, clientCloses, serverClosesToo] },
  },
  "close-03": {
    beginUs: AT_REST_US,
    scenario: {
      ...established,
      script: [...open, clientCloses, { host: "server", atUs: AT_REST_US, call: { kind: "close" } }],
      untilUs: 2 * AT_REST_US,
    },
  },
  "tw-06": {
    beginUs: 10 * SECOND,
    scenario: {
      ...established,
      script: [
        ...open,
        clientCloses,
        serverClosesToo,
        { host: "server", atUs: 9 * SECOND, call: { kind: "unlisten" } },
      ],
      ghosts: [{ from: "server", arrivesAtUs: 10 * SECOND, flags: ["ACK"], seq: 255, ack: 33 }],
    },
  },
};

/** The film, moment by moment. A segment that the network held counts from when it was let go. */
function scenesOf(film: Film, isAbsolute: boolean): Scene[] {
  const flights = film.flights
    .filter(({ nature }) => nature !== "ghost")
    .map((flight) => {
      const { segment, base, from, arrivesAtUs, sentAtUs } = flight;
      const seq = isAbsolute ? segment.seq : distance(base.seq, segment.seq);
      const ack = segment.ack === null || isAbsolute ? segment.ack : distance(base.ack, segment.ack);
      const told = `${from === "client" ? "A>B" : "B>A"} ${line(flagsOf(segment), seq, ack, segment.len)}`;
      return { told, atUs: arrivesAtUs === null ? sentAtUs : arrivesAtUs - film.scenario.wire.delayUs };
    });
  const times = new Set([...film.frames.map(({ atUs }) => atUs), ...flights.map(({ atUs }) => atUs)]);
  return [...times]
    .sort((a, b) => a - b)
    .map((atUs) => {
      const { client, server } = hostsAt(
        film,
        film.frames.findLastIndex((frame) => frame.atUs <= atUs),
      );
      return {
        atUs,
        // What two hosts do at the same instant has no order: the figures draw A first.
        sent: flights
          .filter((flight) => flight.atUs === atUs)
          .map(({ told }) => told)
          .sort((a, b) => (a[0] === b[0] ? 0 : a < b ? -1 : 1)),
        states: { A: client.state, B: server.state },
        delivered: { A: client.delivered, B: server.delivered },
      };
    });
}

function wantedOf(wishes: readonly Expectation[], names: Readonly<Record<string, number>>): Wanted[] {
  let waits = false;
  return wishes.flatMap((wish): Wanted[] => {
    if ("seg" in wish) return [{ kind: "segment", line: toldOf(wish, names) }];
    if ("advance_s" in wish) {
      waits = true;
      return [];
    }
    if (!("state" in wish)) throw new Error(`this is not for two hosts: ${JSON.stringify(wish)}`);
    const at = waits ? { at: { since: "previous" as const, us: TWO_MSL_US } } : {};
    return phasesOf(wish.state).map((states) => ({ kind: "states", states, ...at }));
  });
}

/** RFC 9293, 3.4.2. */
const TWO_MSL_US = 240 * SECOND;

function toldOf(wish: SegmentLine, names: Readonly<Record<string, number>>): string {
  return `${wish.seg} ${segmentLine(wish, names)}`;
}

/** "CLOSING then TIME-WAIT" are two; what stands in brackets is a remark. */
function phasesOf(state: Readonly<Record<string, string>>): Record<string, string[]>[] {
  const phases: Record<string, string[]>[] = [];
  for (const [host, text] of Object.entries(state)) {
    for (const [nth, name] of text.split(" then ").entries()) {
      phases[nth] = { ...phases[nth], [host]: [name.replace(/ \(.*$/, "")] };
    }
  }
  return phases;
}
