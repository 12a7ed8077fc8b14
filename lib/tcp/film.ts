import type { Call } from "./calls.ts";
import type { Endpoint, Timer } from "./control-block.ts";
import { HOSTS, type Host, type Scenario } from "./scenario.ts";
import { type Base, describeSegment, type Segment } from "./segment.ts";
import type { Seq } from "./sequence.ts";
import type { Micros } from "./time.ts";
import type { Why } from "./why/why.ts";

/** A segment and its way. */
export interface Flight {
  /** Its place in `Film.flights`. */
  readonly id: number;
  readonly from: Host;
  readonly segment: Segment;
  /** It is the sender's nth segment, counted from 1; 0 for a ghost. What a rule `{ of: "any", nth }` means. */
  readonly nth: number;
  readonly sentAtUs: Micros;
  /** null: the wire lost it. */
  readonly arrivesAtUs: Micros | null;
  readonly nature: "first" | "resent" | "ghost";
}

export type Event =
  | { readonly kind: "call"; readonly host: Host; readonly call: Call }
  | { readonly kind: "arrival"; readonly host: Host; readonly flight: number }
  | { readonly kind: "timeout"; readonly host: Host; readonly timer: Timer }
  | { readonly kind: "loss"; readonly flight: number };

/** One thing that happened, and how the world stood right after it. */
export interface Frame {
  readonly atUs: Micros;
  readonly event: Event;
  /** The flights that began here. */
  readonly sent: readonly number[];
  readonly hosts: Readonly<Record<Host, Endpoint>>;
  readonly why: readonly Why[];
}

export interface Film {
  readonly scenario: Scenario;
  /** How the world stood before the first frame. */
  readonly start: Readonly<Record<Host, Endpoint>>;
  readonly frames: readonly Frame[];
  readonly flights: readonly Flight[];
  /** "rest": nothing can happen any more. "time", "events": a bound of the run was reached first. */
  readonly ended: "rest" | "time" | "events";
}

/** How the world stood after frame `index`; before the first one for -1. */
export function hostsAt(film: Film, index: number): Readonly<Record<Host, Endpoint>> {
  return film.frames[index]?.hosts ?? film.start;
}

/** What relative numbers of a sender's segments are counted from. */
export function baseOf(iss: Readonly<Record<Host, Seq>>, from: Host): Base {
  return from === "client" ? { seq: iss.client, ack: iss.server } : { seq: iss.server, ack: iss.client };
}

/** The film as lines, one a frame, with relative numbers and milliseconds: what tests compare and the command prints. */
export function describeFilm(film: Film): string[] {
  return film.frames.map((frame, index) => {
    const before = hostsAt(film, index - 1);
    const moves = HOSTS.filter((h) => before[h].state !== frame.hosts[h].state).map(
      (h) => `${h} ${frame.hosts[h].state}`,
    );
    const sent = frame.sent.map((id) => `> ${describeFlight(film, id)}`);
    return [`${frame.atUs / 1000}ms`, describeEvent(film, frame.event), ...moves.map((m) => `| ${m}`), ...sent].join(
      " ",
    );
  });
}

function describeEvent(film: Film, event: Event): string {
  if (event.kind === "loss") return `lost ${describeFlight(film, event.flight)}`;
  if (event.kind === "arrival") return `${event.host} gets ${describeFlight(film, event.flight)}`;
  if (event.kind === "timeout") return `${event.host} ${event.timer} timeout`;
  const { kind, ...rest } = event.call;
  return [event.host, kind, ...Object.values(rest)].join(" ");
}

function describeFlight(film: Film, id: number): string {
  const flight = film.flights[id];
  if (flight === undefined) throw new Error(`a frame speaks of flight ${id}, the film has ${film.flights.length}`);
  return describeSegment(flight.segment, baseOf(film.scenario.iss, flight.from));
}
