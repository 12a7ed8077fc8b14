import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { closedEndpoint, type Endpoint } from "#lib/tcp/endpoint/control-block.ts";
import { type Input, step } from "#lib/tcp/endpoint/endpoint.ts";
import { PROFILES } from "#lib/tcp/profile.ts";
import { segmentOf } from "#lib/tcp/segment.ts";
import { add } from "#lib/tcp/sequence.ts";
import { hostileScenario } from "#lib/tcp/world/hostile/testing.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/world/simulate.ts";
import type { Figure } from "../bench.ts";
import { weighRoom } from "../weight.ts";
import { median, secondsOf } from "./median.ts";

const RUNS = 7;

/** Handshake, one request with its answer, both sides close: what a card shows. */
const ONE_REQUEST: Scenario = {
  profile: "rfc9293",
  iss: { client: 100, server: 300 },
  wire: { delayUs: 50_000 },
  script: [
    { host: "server", atUs: 0, call: { kind: "listen" } },
    { host: "client", atUs: 0, call: { kind: "connect" } },
    { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 100 } },
    { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
    { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
  ],
};

export async function tcp(): Promise<Figure[]> {
  const perFilm = simulate(ONE_REQUEST).frames.length;
  const linear = [100, 1_000, 10_000, 100_000].map((segments) => ({ segments, us: microsPerSegment(segments) }));
  const worst = slowestFilm();
  const least = Math.min(...linear.map(({ us }) => us));
  return [
    {
      name: `films (${perFilm} frames: handshake, request, close)`,
      value: filmsPerSecond("rfc9293"),
      unit: "films/s",
      goal: "at least 20,000",
    },
    { name: "the same under linux-6.18", value: filmsPerSecond("linux-6.18"), unit: "films/s" },
    {
      name: "segments of text through step",
      value: segmentsPerSecond(),
      unit: "segments/s",
      goal: "at least 1,000,000",
    },
    { name: "lib/tcp, minified and gzipped", value: await weighRoom(), unit: "KB", goal: "at most 25" },
    { name: "memory of a frame", value: bytesPerFrame(), unit: "bytes" },
    ...linear.map(({ segments, us }) => ({
      name: `a film of ${segments.toLocaleString("en")} segments`,
      value: us,
      unit: "µs/segment",
    })),
    {
      name: "the dearest segment of these against the cheapest",
      value: Math.max(...linear.map(({ us }) => us)) / least,
      unit: "times",
    },
    { name: "the slowest film among hostile scenarios", value: worst.ms, unit: "ms", goal: "at most 100" },
    { name: "its work", value: worst.work, unit: "pieces" },
    { name: "its memory", value: worst.megabytes, unit: "MB" },
  ];
}

function filmsPerSecond(profile: Scenario["profile"]): number {
  const films = 4_000;
  const scenario = { ...ONE_REQUEST, profile };
  return median(RUNS, () => films / secondsOf(() => repeat(films, () => simulate(scenario))));
}

/** One endpoint in ESTABLISHED, and text that arrives in order; each segment is acknowledged. */
function segmentsPerSecond(): number {
  const segments = Array.from({ length: 200_000 }, (_, i) =>
    segmentOf({ seq: add(1_001, 100 * i), ack: 301, psh: true, len: 100 }),
  );
  const profile = PROFILES.rfc9293;
  return median(RUNS, () => {
    let endpoint = established();
    const seconds = secondsOf(() => {
      for (const segment of segments) endpoint = step(endpoint, { kind: "arrival", segment }, 0, profile).endpoint;
    });
    if (endpoint.delivered !== 100 * segments.length)
      throw new Error(`only ${endpoint.delivered} bytes were delivered`);
    return segments.length / seconds;
  });
}

function established(): Endpoint {
  const inputs: Input[] = [
    { kind: "call", call: { kind: "listen" } },
    { kind: "arrival", segment: segmentOf({ seq: 1_000, syn: true }) },
    { kind: "arrival", segment: segmentOf({ seq: 1_001, ack: 301 }) },
  ];
  const { rfc9293 } = PROFILES;
  return inputs.reduce((endpoint, input) => step(endpoint, input, 0, rfc9293).endpoint, closedEndpoint(300, rfc9293));
}

/** What a film keeps, after everything else was thrown away. */
function bytesPerFrame(): number {
  const collect = collector();
  return median(3, () => {
    collect();
    const before = process.memoryUsage().heapUsed;
    const films = Array.from({ length: 500 }, () => simulate(ONE_REQUEST));
    collect();
    const frames = films.reduce((sum, film) => sum + film.frames.length, 0);
    return (process.memoryUsage().heapUsed - before) / frames;
  });
}

/** Throws away what nobody needs any more, at once. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void; // what V8 puts there
}

/** The film that takes longest, each bounded as on a page, of scenarios that ask for as much as they may. */
function slowestFilm(): { ms: number; work: number; megabytes: number } {
  const scenarios = fc.sample(hostileScenario, { numRuns: 200, seed: 1 });
  const timed = scenarios.map((scenario) => ({ scenario, ms: 1000 * secondsOf(() => simulate(scenario, FRAMES_MAX)) }));
  const slowest = timed.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
  const measured = slowest.map(({ scenario }) => ({
    scenario,
    ms: 1000 * median(5, () => secondsOf(() => simulate(scenario, FRAMES_MAX))),
  }));
  const [worst] = measured.sort((a, b) => b.ms - a.ms);
  if (worst === undefined) throw new Error("no film was measured");
  const collect = collector();
  collect();
  const before = process.memoryUsage().heapUsed;
  const film = simulate(worst.scenario, FRAMES_MAX);
  collect();
  return { ms: worst.ms, work: film.work, megabytes: (process.memoryUsage().heapUsed - before) / 1e6 };
}

/** A film in which the client sends so many segments of text, one a millisecond, and each is acknowledged. */
function microsPerSegment(segments: number): number {
  const scenario: Scenario = {
    ...ONE_REQUEST,
    wire: { delayUs: 1_000 },
    settings: { nagle: false, mss: 10 },
    script: [
      ...ONE_REQUEST.script.slice(0, 2),
      ...Array.from({ length: segments / 2 }, (_, i) => ({
        host: "client",
        atUs: 10_000 + i * 1_000,
        call: { kind: "send" as const, len: 10 },
      })),
    ],
  };
  const films = Math.max(1, 20_000 / segments);
  const { flights } = simulate(scenario);
  const seconds = median(3, () => secondsOf(() => repeat(films, () => simulate(scenario))));
  return (seconds * 1e6) / (films * flights.length);
}

function repeat(times: number, what: () => unknown): void {
  for (let i = 0; i < times; i++) what();
}
