import type { SocketOptions } from "../endpoint/control-block.ts";
import type { ListenOptions } from "../host/listener.ts";
import type { Options } from "../options.ts";
import { PROFILES, type Profile, type ProfileName } from "../profile.ts";
import type { Flag, SegmentKind } from "../segment.ts";
import type { Seq } from "../sequence.ts";
import type { State } from "../state.ts";
import type { Micros } from "../time.ts";

/** The two hosts of every scenario; `Scenario.hosts` may name more. */
export const HOSTS = ["client", "server"] as const;
export type Host = (typeof HOSTS)[number];

export function peerOf(host: Host): Host {
  return host === "client" ? "server" : "client";
}

/** Everything that a run depends on, as plain JSON: the same scenario gives the same film. Times in microseconds. */
export interface Scenario {
  readonly profile: ProfileName;
  /** Fields of the profile that are switched, on every host. */
  readonly settings?: Partial<Profile>;
  /** Other hosts, and what is different on some: no name twice. */
  readonly hosts?: readonly HostSpec[];
  /** The initial sequence number of each side's first connection (unless it is a cookie), 0 … 2^32 - 1; later ones follow from it (RFC 6528). */
  readonly iss: Readonly<Record<Host, Seq>>;
  readonly wire: Wire;
  readonly script: readonly Cue[];
  /** Segments that nobody sent now: old duplicates, or forgeries. */
  readonly ghosts?: readonly Ghost[];
  /** When the film ends if it has not come to rest before; 10 minutes where it is left out. */
  readonly untilUs?: Micros;
}

export interface HostSpec {
  readonly name: string;
  readonly profile?: ProfileName;
  readonly settings?: Partial<Profile>;
  readonly iss?: Seq;
}

/** The profile of a host: the scenario's, with what is switched for all, then its own. */
export function profileOf(scenario: Scenario, host: string): Profile {
  const own = scenario.hosts?.find(({ name }) => name === host);
  return { ...PROFILES[own?.profile ?? scenario.profile], ...scenario.settings, ...own?.settings };
}

/** Every host of a scenario by name: client and server first. */
export function hostNames(scenario: Scenario): string[] {
  if (scenario.hosts === undefined) return [...HOSTS];
  return [...new Set<string>([...HOSTS, ...scenario.hosts.map(({ name }) => name)])];
}

export interface Wire {
  /** The way from one host to another. */
  readonly delayUs: Micros;
  readonly rules?: readonly Rule[];
  readonly noise?: Noise;
}

/** What happens to some of the segments of one sender; the first rule that matches counts. */
export interface Rule {
  readonly from: string;
  /** Only those for this host; `nth` counts all that the sender sends all the same. */
  readonly to?: string;
  /** Which kind is counted; "any" counts all segments of the sender. */
  readonly of: SegmentKind | "any";
  /** The first is 1; "every" for all of them. */
  readonly nth: number | "every";
  /** "corrupt": it arrives with a wrong checksum. "delay": others may overtake it. */
  readonly fate: "drop" | "duplicate" | "delay" | "corrupt";
  /** With "delay": how much later; with "duplicate": how long after the first the second arrives. 0 where it is left out. */
  readonly byUs?: Micros;
}

/** Mishaps by chance, the same ones for the same seed: each a share of all segments, 0 … 1. */
export interface Noise {
  readonly seed: number;
  readonly drop?: number;
  readonly duplicate?: number;
  readonly corrupt?: number;
  readonly delay?: number;
  /** How much later a delayed segment, or the copy of a duplicated one, arrives at most. */
  readonly delayMaxUs?: Micros;
}

/** What an application does, at a time or in reaction to a state of its own host (the first time it is entered). */
export type Cue = {
  readonly host: string;
  readonly call: ScriptCall;
  /**
   * Which connection of the host, counted from 1 as they begin; left out: the newest that the application has not closed,
   * dead or alive, else the listener. An OPEN that names one is a second call on the same socket.
   */
  readonly connection?: number;
} & (
  | { readonly atUs: Micros; readonly on?: undefined; readonly afterUs?: undefined }
  | { readonly on: State; readonly afterUs: Micros; readonly atUs?: undefined }
);

/** The calls of an application, and what can happen to its host. Where a port is left out, the server's is 80. */
export type ScriptCall =
  | ({ readonly kind: "listen"; readonly port?: number } & ListenOptions)
  | { readonly kind: "unlisten"; readonly port?: number }
  | { readonly kind: "accept"; readonly port?: number }
  | {
      readonly kind: "connect";
      /** Left out: the server; the server itself connects to the client. */
      readonly to?: string;
      readonly port?: number;
      /** Our own port; left out: 40000 and upwards. */
      readonly from?: number;
      /** Bytes of text to put on the SYN, or to send with Fast Open. */
      readonly len?: number;
      readonly fastOpen?: boolean;
      readonly options?: Partial<SocketOptions>;
    }
  | { readonly kind: "send"; readonly len: number; readonly more?: boolean }
  | { readonly kind: "receive" }
  | { readonly kind: "shutdown"; readonly both?: boolean; readonly read?: boolean }
  | { readonly kind: "close" }
  | { readonly kind: "abort" }
  | { readonly kind: "status" }
  | { readonly kind: "set"; readonly options: Partial<SocketOptions> }
  /** The host loses power; only "boot" brings it back, without any memory. */
  | { readonly kind: "crash" }
  | { readonly kind: "boot" };

export interface Ghost {
  /** Whom it claims to come from. */
  readonly from: string;
  /** Whom it reaches; left out: the other one of client and server. */
  readonly to?: string;
  /** Which host forged it; left out: an old segment that the wire had kept. */
  readonly by?: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly arrivesAtUs: Micros;
  readonly flags: readonly Flag[];
  readonly seq: Seq;
  readonly ack?: Seq;
  readonly len?: number;
  readonly options?: Options;
}
