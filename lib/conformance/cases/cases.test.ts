import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ByHand } from "./by-hand.ts";
import { CLOSING } from "./closing.ts";
import { ESTABLISHED } from "./established.ts";
import { OPENING_CASES } from "./opening.ts";
import { play } from "./play.ts";
import { isProfile, profileFor } from "./profiles.ts";
import { type Case, casesFile, type Expectation, type SegmentLine } from "./schema.ts";
import { TIME_WAIT } from "./time-wait.ts";
import { caseOfTwoHosts } from "./two-hosts.ts";

const file = path.join(import.meta.dirname, "../data/cases.json");
const { cases } = casesFile.parse(JSON.parse(readFileSync(file, "utf8")));
const byHand: Readonly<Record<string, ByHand>> = { ...OPENING_CASES, ...ESTABLISHED, ...CLOSING, ...TIME_WAIT };

/** One test: a case, or a variant of it, under a profile. */
interface Performance {
  readonly key: string;
  readonly one: Case;
  readonly profileName: string;
}

const performances = cases.flatMap((one): Performance[] => {
  const variants = Object.entries(one.variants ?? {}).filter(([name]) => isProfile(name));
  return [
    { key: one.id, one, profileName: one.profile },
    ...variants.map(([name, wishes]) => ({
      key: `${one.id} under ${name === "linux" ? "linux-6.18" : name}`,
      one: { ...one, expect: wishes },
      profileName: name,
    })),
  ];
});

const registered: string[] = [];

for (const performance of performances) {
  const { key, one } = performance;
  registered.push(key);
  test(key === one.id ? `${key}: ${one.title}` : key, () => expect(run(performance)).toEqual([]));
}

test("every case has exactly one test, and every variant under a profile of ours has one", () => {
  const raw = JSON.parse(readFileSync(file, "utf8")) as { cases: { id: string }[] };
  expect(registered.filter((key) => !key.includes(" ")).sort()).toEqual(raw.cases.map(({ id }) => id).sort());
  expect(new Set(registered).size).toBe(registered.length);
  expect(cases).toHaveLength(87);
  expect(registered.filter((key) => key.includes(" "))).toEqual([
    "open-11 under rfc9293-strict",
    "open-18 under linux-6.18",
    "open-30 under linux-6.18",
    "open-34 under linux-6.18",
    "open-42 under linux-6.18",
    "open-60 under linux-6.18",
    "close-31 under linux-6.18",
    "close-35 under linux-6.18",
    "tw-01 under linux-6.18",
    "tw-05 under rfc9293",
    "tw-10 under linux-6.18",
    "tw-14 under linux-6.18",
  ]);
});

test("what is written by hand is about a test that there is, and only once", () => {
  const groups = [OPENING_CASES, ESTABLISHED, CLOSING, TIME_WAIT].flatMap((group) => Object.keys(group));
  expect(groups.filter((key) => !registered.includes(key))).toEqual([]);
  expect(new Set(groups).size).toBe(groups.length);
});

/** Cases that try the kernel themselves; and one that was measured with TCP_CORK, where this machine has MSG_MORE. */
const NOT_ALIKE = ["open-59", "close-06", "close-10", "tw-02"];

test("what the standard demands and the kernel was measured to do, the machine does under linux-6.18 too", () => {
  const measured = performances.filter(
    ({ one: { id, level, profile, variants, measured_linux_6_18: raw } }) =>
      level === "host" && profile.startsWith("rfc") && raw !== undefined && !variants && !NOT_ALIKE.includes(id),
  );
  expect(measured.length).toBeGreaterThan(25);
  const asKernel = measured.map((performance) => ({ ...performance, profileName: "linux-6.18" }));
  expect(asKernel.flatMap((performance) => run(performance).map((p) => `${performance.key}: ${p}`))).toEqual([]);
});

test("a case that promised something else would fail, whichever promise it is", () => {
  const unheard: string[] = [];
  let broken = 0;
  for (const performance of performances) {
    for (const [at, wish] of performance.one.expect.entries()) {
      for (const other of breaksOf(wish)) {
        const expect = performance.one.expect.with(at, other);
        if (run({ ...performance, one: { ...performance.one, expect } }).length === 0) {
          unheard.push(`${performance.key}: ${JSON.stringify(other)}`);
        }
        broken += 1;
      }
    }
  }
  expect(unheard).toEqual([]);
  expect(broken).toBeGreaterThan(250);
});

function run({ key, one, profileName }: Performance): string[] {
  if (one.level === "two-host") return caseOfTwoHosts(one);
  return (byHand[key] ?? play)(one, profileFor(profileName, one));
}

/** The same promise, but not kept: each of its parts once. A rule in words has none. */
function breaksOf(wish: Expectation): Expectation[] {
  if ("seg" in wish) return segmentBreaks(wish);
  if ("state" in wish) {
    const hosts = Object.keys(wish.state) as (keyof typeof wish.state)[];
    const states = hosts.map((host) => ({ ...wish, state: { ...wish.state, [host]: "SYN-SENT/LISTENING" } }));
    const late = typeof wish.at_s === "number" ? [{ ...wish, at_s: wish.at_s + 10 }] : [];
    const early = typeof wish.at_s === "number" ? [{ ...wish, at_s: wish.at_s * 0.9 }] : [];
    const more = wish.delivered === undefined ? [] : [{ ...wish, delivered: { D: 77 } }];
    return [...states, ...late, ...early, ...more];
  }
  if ("delivered" in wish) return [{ delivered: { D: 77 } }];
  if ("error" in wish) return [{ error: "ENOTCONN" }];
  if ("errors" in wish) return wish.errors.map((_, i) => ({ errors: wish.errors.with(i, "ENOTCONN") }));
  if ("times_s" in wish) {
    const { times_s: times, give_up_s: giveUpS } = wish;
    const later = Object.entries(times).flatMap(([kind, at = []]) =>
      at.map((atS, i) => ({ ...wish, times_s: { ...times, [kind]: at.with(i, atS + 0.5) } })),
    );
    return [...later, ...(giveUpS === null ? [] : [{ ...wish, give_up_s: giveUpS + 1 }])];
  }
  if ("responses" in wish) return wish.responses.map((n, i) => ({ responses: wish.responses.with(i, 1 - n) }));
  if ("accept" in wish) {
    const { accept, reject } = wish;
    return [
      ...accept.map((flags, i) => ({ accept: accept.toSpliced(i, 1), reject: [...reject, flags] })),
      ...reject.map((flags, i) => ({ accept: [...accept, flags], reject: reject.toSpliced(i, 1) })),
    ];
  }
  if ("close_returns_after_s" in wish) return [{ close_returns_after_s: 3000 }];
  return [];
}

function segmentBreaks(wish: SegmentLine): Expectation[] {
  return [
    { ...wish, len: wish.len + 1 },
    { ...wish, seq: 4_000_000 },
    { ...wish, ack: wish.ack === null ? 1 : null },
    { ...wish, flags: [...wish.flags, "SYN", "FIN"] },
    ...(wish.abs_ack === undefined ? [] : [{ ...wish, abs_ack: 7 }]),
  ];
}
