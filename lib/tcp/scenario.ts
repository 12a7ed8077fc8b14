import type { Call } from "./calls.ts";
import type { ProfileName } from "./profile.ts";
import type { Flag, SegmentKind } from "./segment.ts";
import type { Seq } from "./sequence.ts";
import type { State } from "./state.ts";
import type { Micros } from "./time.ts";

export const HOSTS = ["client", "server"] as const;
export type Host = (typeof HOSTS)[number];

export function peerOf(host: Host): Host {
  return host === "client" ? "server" : "client";
}

/** Everything that a run depends on, as plain JSON: the same scenario gives the same film. Times in microseconds. */
export interface Scenario {
  readonly profile: ProfileName;
  /** The initial sequence number of each side, 0 … 2^32 - 1. */
  readonly iss: Readonly<Record<Host, Seq>>;
  readonly wire: Wire;
  readonly script: readonly Cue[];
  /** Segments that nobody sent now: old duplicates, or forgeries. */
  readonly ghosts?: readonly Ghost[];
  /** When the film ends if it has not come to rest before; 10 minutes where it is left out. */
  readonly untilUs?: Micros;
}

export interface Wire {
  /** The way from one side to the other. */
  readonly delayUs: Micros;
  readonly rules?: readonly Rule[];
}

/** What happens to some of the segments of one sender; the first rule that matches counts. */
export interface Rule {
  readonly from: Host;
  /** Which kind is counted; "any" counts all segments of the sender. */
  readonly of: SegmentKind | "any";
  /** The first is 1; "every" for all of them. */
  readonly nth: number | "every";
  readonly fate: "drop";
}

/** What an application does, at a time or in reaction to a state of its own host (the first time it is entered). */
export type Cue =
  | { readonly host: Host; readonly atUs: Micros; readonly call: Call }
  | { readonly host: Host; readonly on: State; readonly afterUs: Micros; readonly call: Call };

export interface Ghost {
  /** Whom it claims to come from. */
  readonly from: Host;
  readonly arrivesAtUs: Micros;
  readonly flags: readonly Flag[];
  readonly seq: Seq;
  readonly ack?: Seq;
  readonly len?: number;
}
