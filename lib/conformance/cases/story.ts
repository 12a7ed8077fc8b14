import type { Micros } from "#lib/tcp/time.ts";
import { seconds } from "./rig.ts";

/** What the hosts did at one moment, and how they stood after it. */
export interface Scene {
  readonly atUs: Micros;
  readonly sent: readonly string[];
  /** By host: its state, and the bytes that its application got so far. */
  readonly states: Readonly<Record<string, string>>;
  readonly delivered: Readonly<Record<string, number>>;
}

/** What has to come, in order. */
export type Wanted =
  | { readonly kind: "segment"; readonly line: string }
  | {
      readonly kind: "states";
      /** By host; more than one where the case leaves a choice. */
      readonly states: Readonly<Record<string, readonly string[]>>;
      /** When they begin to hold: so long after the case began, or after the segment before. */
      readonly at?: { readonly since: "begin" | "previous"; readonly us: Micros };
    }
  | { readonly kind: "delivered"; readonly delivered: Readonly<Record<string, number>> };

/** A kernel's timer is never early, and late by at most so much of its time. */
const LATE = 1.06;

/**
 * Where the story departs from what was wanted, in sentences. Segments come in the wanted order and there are no others;
 * a state between two segments holds at some moment between them, both included; the last state holds at the end too.
 */
export function departures(wanted: readonly Wanted[], scenes: readonly Scene[], beginUs: Micros): string[] {
  const problems: string[] = [];
  let next = 0;
  let previousUs = beginUs;
  const skipWhatHolds = (scene: Scene) => {
    for (let want = wanted[next]; want !== undefined && holds(want, scene); want = wanted[++next]) {
      problems.push(...untimely(want, scene.atUs, beginUs, previousUs));
    }
  };
  for (const scene of scenes) {
    skipWhatHolds(scene);
    for (const line of scene.sent) {
      for (let want = wanted[next]; want !== undefined && want.kind !== "segment"; want = wanted[++next]) {
        problems.push(`expected ${told(want)} before ${line}, got ${JSON.stringify(scene.states)}`);
      }
      const want = wanted[next];
      const got = `${line} at ${seconds(scene.atUs - beginUs)} s`;
      if (want === undefined) problems.push(`expected silence, got ${got}`);
      else if (told(want) !== line) return [...problems, `expected ${told(want)}, got ${got}`];
      next += 1;
      previousUs = scene.atUs;
      skipWhatHolds(scene);
    }
  }
  problems.push(...wanted.slice(next).map((want) => `expected ${told(want)}, it never came`));
  const end = scenes.at(-1);
  for (const kind of ["states", "delivered"] as const) {
    const last = wanted.findLast((want) => want.kind === kind);
    if (last !== undefined && (end === undefined || !holds(last, end))) {
      problems.push(`expected ${told(last)} at the end, got ${JSON.stringify(end)}`);
    }
  }
  return problems;
}

function holds(want: Wanted, { states, delivered }: Scene): boolean {
  if (want.kind === "segment") return false;
  if (want.kind === "delivered") {
    return Object.entries(want.delivered).every(([host, bytes]) => delivered[host] === bytes);
  }
  return Object.entries(want.states).every(([host, names]) => names.includes(states[host] ?? ""));
}

function untimely(want: Wanted, atUs: Micros, beginUs: Micros, previousUs: Micros): string[] {
  if (want.kind !== "states" || want.at === undefined) return [];
  const took = atUs - (want.at.since === "begin" ? beginUs : previousUs);
  const isInTime = want.at.us <= took && took <= want.at.us * LATE;
  return isInTime ? [] : [`expected ${told(want)} after ${seconds(want.at.us)} s, got it after ${seconds(took)} s`];
}

function told(want: Wanted): string {
  if (want.kind === "segment") return want.line;
  return want.kind === "states" ? JSON.stringify(want.states) : `${JSON.stringify(want.delivered)} bytes delivered`;
}

/** For cases that are written by hand: nothing, or one sentence. */
export function unlike(what: string, got: unknown, expected: unknown): string[] {
  const [own, wanted] = [JSON.stringify(got), JSON.stringify(expected)];
  return own === wanted ? [] : [`${what}: expected ${wanted}, got ${own}`];
}
