import type { Endpoint, Timer } from "../endpoint/control-block.ts";
import type { Errno } from "../endpoint/errno.ts";
import type { Address } from "../host/iss.ts";
import type { Base, Segment } from "../segment.ts";
import type { Micros } from "../time.ts";
import type { Why } from "../why/why.ts";
import { HOSTS, type Host, type Scenario, type ScriptCall } from "./scenario.ts";

/** A segment and its way. */
export interface Flight {
  /** Its place in `Film.flights`. */
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly segment: Segment;
  /** What its numbers are relative to when they are shown: the initial ones of its connection. */
  readonly base: Base;
  /** It is the sender's nth segment, counted from 1; 0 for a ghost. What a rule `{ of: "any", nth }` means. */
  readonly nth: number;
  readonly sentAtUs: Micros;
  /** null: the wire lost it. */
  readonly arrivesAtUs: Micros | null;
  /** Its checksum is wrong when it arrives. */
  readonly isCorrupt: boolean;
  /** "copy": the wire made a second one of the segment before. */
  readonly nature: "first" | "resent" | "copy" | "ghost";
}

export type Event =
  | { readonly kind: "call"; readonly host: string; readonly call: ScriptCall; readonly errno?: Errno }
  | { readonly kind: "arrival"; readonly host: string; readonly flight: number }
  | { readonly kind: "timeout"; readonly host: string; readonly timer: Timer; readonly connection: number }
  | { readonly kind: "loss"; readonly flight: number };

/** The endpoint by which each host is shown: its newest connection that lives, else what it had last. */
export type Faces = Readonly<Record<Host, Endpoint>> & Readonly<Record<string, Endpoint>>;

/** A connection as it stood after a frame. */
export interface ConnectionShot {
  readonly nth: number;
  readonly local: Address;
  readonly remote: Address;
  readonly endpoint: Endpoint;
}

/** One thing that happened, and how the world stood right after it. */
export interface Frame {
  readonly atUs: Micros;
  readonly event: Event;
  /** The flights that began here. */
  readonly sent: readonly number[];
  readonly hosts: Faces;
  /** The living connections of each host. */
  readonly connections: Readonly<Record<string, readonly ConnectionShot[]>>;
  readonly why: readonly Why[];
}

export interface Film {
  readonly scenario: Scenario;
  /** How the world stood before the first frame. */
  readonly start: Faces;
  readonly frames: readonly Frame[];
  readonly flights: readonly Flight[];
  /** Rules of the wire that never matched, by their place in the list: most likely a mistake. */
  readonly idleRules: readonly number[];
  /** "rest": nothing can happen any more. "time", "events", "work": a bound of the run was reached first. */
  readonly ended: "rest" | "time" | "events" | "work";
  /** How much work it was, in the pieces that `simulate` counts. */
  readonly work: number;
}

/** How the world stood after frame `index`; before the first one for -1. */
export function hostsAt(film: Film, index: number): Faces {
  return film.frames[index]?.hosts ?? film.start;
}

/** The host that something happened to, for the names of HOSTS; null: to another one, or to none. */
export function classicHost(name: string): Host | null {
  return HOSTS.find((host) => host === name) ?? null;
}
