import fc from "fast-check";
import { expect, test } from "vitest";
import { SEGMENTS_AT_ONCE_MAX } from "../endpoint/transmit.ts";
import { Queue } from "../queue.ts";
import { hostileScenario } from "./hostile/testing.ts";
import { violations } from "./invariants.ts";
import type { Scenario } from "./scenario.ts";
import { FRAMES_MAX, simulate } from "./simulate.ts";
import { calm } from "./testing.ts";

/** The client gives its connection so much text, one byte for each segment, and a window that takes it all. */
const dust = (len: number): Scenario => ({
  ...calm,
  settings: { mss: 1, rcvWnd: 2 ** 30, windowScale: 14, nagle: false },
  script: [...calm.script, { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len } }],
});

test("whatever a scenario asks for, its film is no more work than it may be, and sound as far as it goes", () => {
  fc.assert(
    fc.property(hostileScenario, fc.constantFrom(50, 1_000, 4_000), (scenario, workMax) => {
      const film = simulate(scenario, FRAMES_MAX, workMax);
      expect(film.work).toBeLessThanOrEqual(workMax);
      expect(film.frames.length).toBeLessThanOrEqual(2 * workMax);
      expect(film.flights.length).toBeLessThanOrEqual(2 * workMax + (scenario.ghosts ?? []).length);
      expect(violations(film)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a film that is too much work is the beginning of the one that may be more", () => {
  const [short, long] = [simulate(dust(2_000), FRAMES_MAX, 2_500), simulate(dust(2_000))];
  expect([short.ended, long.ended]).toEqual(["work", "rest"]);
  expect(short.frames.length).toBeGreaterThan(100);
  expect(JSON.stringify(short.frames)).toBe(JSON.stringify(long.frames.slice(0, short.frames.length)));
});

test("twice the text in the smallest segments is twice the work", () => {
  const [some, twice] = [1_000, 2_000].map((len) => simulate(dust(len)).work);
  expect(twice).toBeLessThan(2.1 * (some ?? 0));
  expect(twice).toBeGreaterThan(1.9 * (some ?? 0));
});

test("text that became more segments than leave at one instant leaves all the same, and arrives whole", () => {
  const film = simulate(dust(SEGMENTS_AT_ONCE_MAX + 1_000));
  expect(Math.max(...film.frames.map(({ sent }) => sent.length))).toBe(SEGMENTS_AT_ONCE_MAX);
  expect(film.frames.at(-1)?.hosts.server.delivered).toBe(SEGMENTS_AT_ONCE_MAX + 1_000);
});

test("connections, hosts, rules and what waits behind a gap count as work where there are many of them", () => {
  const work = (more: Partial<Scenario>) => simulate({ ...dust(200), ...more }).work;
  const idle = Array.from(
    { length: 100 },
    (_, i) => ({ from: "server", of: "RST", nth: 100 + i, fate: "drop" }) as const,
  );
  const plain = work({});
  expect(work({ wire: { ...calm.wire, rules: idle } })).toBeGreaterThan(plain + 3 * 200);
  const connects = Array.from({ length: 64 }, () => ({ host: "client", atUs: 0, call: { kind: "connect" } }) as const);
  expect(work({ script: [...connects, ...dust(200).script] })).toBeGreaterThan(plain + 2 * 200);
});

test("queues that grew from each other keep what they had, whichever of them goes on first", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("with" as const), of: fc.nat({ max: 30 }), entry: fc.nat() }),
    fc.record({ kind: fc.constant("without" as const), of: fc.nat({ max: 30 }), entry: fc.nat({ max: 4 }) }),
    fc.record({
      kind: fc.constant("exchanged" as const),
      of: fc.nat({ max: 30 }),
      entry: fc.nat(),
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const pairs: [Queue<number>, number[]][] = [[new Queue<number>([]), []]];
      for (const { kind, of, entry } of steps) {
        const [queue, list] = pairs[of % pairs.length] ?? [new Queue<number>([]), []];
        if (kind === "with") pairs.push([queue.with(entry), [...list, entry]]);
        else if (kind === "without") pairs.push([queue.without(entry), list.slice(entry)]);
        else if (list.length > 0) {
          const place = entry % list.length;
          pairs.push([queue.exchanged(place, entry), list.with(place, entry)]);
        }
      }
      for (const [queue, list] of pairs) {
        expect(queue.toJSON()).toEqual(list);
        expect([queue.length, queue.at(0), queue.at(list.length)]).toEqual([list.length, list[0], undefined]);
      }
    }),
  );
});
