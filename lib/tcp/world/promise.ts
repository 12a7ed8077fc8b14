import type { Failure } from "../endpoint/control-block.ts";
import type { Errno } from "../endpoint/errno.ts";
import { describeSegment, type Flag, flagsOf } from "../segment.ts";
import { distance } from "../sequence.ts";
import type { State } from "../state.ts";
import type { Micros } from "../time.ts";
import type { Film, Flight } from "./film.ts";
import { hostsAt } from "./film.ts";
import type { Host, ScriptCall } from "./scenario.ts";

/** What a film must show. Numbers are relative to the initial sequence numbers of the scenario. */
export type Promised =
  /** The host is in this state at this time. */
  | { readonly kind: "state"; readonly host: Host; readonly state: State; readonly atUs: Micros }
  /** The host is in this state when the film ends. */
  | { readonly kind: "ends"; readonly host: Host; readonly state: State }
  /** The host is never in this state. */
  | { readonly kind: "never"; readonly host: Host; readonly state: State }
  /** Exactly these segments of the sender carry these flags, in this order. */
  | {
      readonly kind: "segments";
      readonly from: Host;
      readonly flags: readonly Flag[];
      readonly are: readonly SegmentPromise[];
    }
  /** The application got this many bytes. */
  | { readonly kind: "delivered"; readonly host: Host; readonly bytes: number }
  /** A connection of the host fails so; null: none ever fails. */
  | { readonly kind: "fails"; readonly host: Host; readonly failure: Failure | null }
  /** The nth call of this kind reports this; null: success. */
  | {
      readonly kind: "call";
      readonly host: Host;
      readonly call: ScriptCall["kind"];
      readonly nth: number;
      readonly errno: Errno | null;
    }
  /** The host holds so many connections at this time; with `state` only those in it are counted. */
  | {
      readonly kind: "connections";
      readonly host: Host;
      readonly state?: State;
      readonly atUs: Micros;
      readonly count: number;
    };

/** Only what is named is compared. */
interface SegmentPromise {
  readonly seq?: number;
  readonly ack?: number;
  readonly len?: number;
  readonly sentAtUs?: Micros;
  readonly nature?: Flight["nature"];
}

/** What is wrong with the film, in English, one sentence; null: the promise is kept. */
export function brokenBy(film: Film, promised: Promised): string | null {
  switch (promised.kind) {
    case "state": {
      const state = stateAt(film, promised.host, promised.atUs);
      return state === promised.state
        ? null
        : `at ${promised.atUs} µs the ${promised.host} is in ${state}, not ${promised.state}`;
    }
    case "ends": {
      const state = hostsAt(film, film.frames.length - 1)[promised.host].state;
      return state === promised.state ? null : `the ${promised.host} ends in ${state}, not ${promised.state}`;
    }
    case "never": {
      const at = film.frames.findIndex((frame) => frame.hosts[promised.host].state === promised.state);
      return at < 0 ? null : `the ${promised.host} is in ${promised.state} after frame ${at}`;
    }
    case "delivered": {
      const { delivered } = hostsAt(film, film.frames.length - 1)[promised.host];
      return delivered === promised.bytes
        ? null
        : `the ${promised.host} was handed ${delivered} bytes, not ${promised.bytes}`;
    }
    case "segments":
      return brokenSegments(film, promised);
    case "fails":
      return brokenFailure(film, promised);
    case "call":
      return brokenCall(film, promised);
    case "connections": {
      const count = connectionsAt(film, promised);
      return count === promised.count
        ? null
        : `at ${promised.atUs} µs the ${promised.host} holds ${count} connections${promised.state ? ` in ${promised.state}` : ""}, not ${promised.count}`;
    }
  }
}

function brokenFailure(film: Film, { host, failure }: Extract<Promised, { kind: "fails" }>): string | null {
  const seen = new Set<Failure>();
  for (const frame of film.frames) {
    const endpoints = [frame.hosts[host], ...(frame.connections[host] ?? []).map((shot) => shot.endpoint)];
    for (const endpoint of endpoints) if (endpoint.failure !== null) seen.add(endpoint.failure);
  }
  if (failure === null ? seen.size === 0 : seen.has(failure)) return null;
  return `the ${host} fails with ${[...seen].join(" and ") || "nothing"}, not ${failure ?? "nothing"}`;
}

function brokenCall(film: Film, { host, call, nth, errno }: Extract<Promised, { kind: "call" }>): string | null {
  const events = film.frames.flatMap(({ event }) =>
    event.kind === "call" && event.host === host && event.call.kind === call ? [event] : [],
  );
  const event = events[nth - 1];
  if (event === undefined) return `the ${host} calls ${call} ${events.length} times, not ${nth}`;
  const told = event.errno ?? null;
  return told === errno
    ? null
    : `the ${host}'s ${call} (number ${nth}) reports ${told ?? "success"}, not ${errno ?? "success"}`;
}

function connectionsAt(film: Film, { host, state, atUs }: Extract<Promised, { kind: "connections" }>): number {
  const frame = film.frames[film.frames.findLastIndex((f) => f.atUs <= atUs)];
  const shots = frame?.connections[host] ?? [];
  return shots.filter((shot) => state === undefined || shot.endpoint.state === state).length;
}

function stateAt(film: Film, host: Host, atUs: Micros): State {
  const index = film.frames.findLastIndex((frame) => frame.atUs <= atUs);
  return hostsAt(film, index)[host].state;
}

function brokenSegments(film: Film, { from, flags, are }: Extract<Promised, { kind: "segments" }>): string | null {
  const wanted = [...flags].sort().join();
  const sent = film.flights.filter((f) => f.from === from && flagsOf(f.segment).sort().join() === wanted);
  if (sent.length !== are.length) {
    return `the ${from} sends ${sent.length} segments with exactly ${flags.join(",")}, not ${are.length}`;
  }
  for (const [i, flight] of sent.entries()) {
    const { segment, base } = flight;
    const seen: Required<SegmentPromise> = {
      seq: distance(base.seq, segment.seq),
      ack: segment.ack === null ? Number.NaN : distance(base.ack, segment.ack),
      len: segment.len,
      sentAtUs: flight.sentAtUs,
      nature: flight.nature,
    };
    for (const [name, value] of Object.entries(are[i] ?? {}) as [keyof SegmentPromise, unknown][]) {
      if (seen[name] !== value) {
        return `${from}'s ${describeSegment(segment, base)} (number ${i + 1}) has ${name} ${seen[name]}, not ${value}`;
      }
    }
  }
  return null;
}
