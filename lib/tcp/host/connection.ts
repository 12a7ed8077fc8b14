import { type Endpoint, TIMERS, type Timer, type Timers } from "../endpoint/control-block.ts";
import type { Micros } from "../time.ts";
import type { Address } from "./iss.ts";

/** One connection of a host: an endpoint, and between which sockets it lives. */
export interface Connection {
  /** Counted from 1 in the order in which the connections of a host began. */
  readonly nth: number;
  readonly local: Address;
  readonly remote: Address;
  endpoint: Endpoint;
  /** The timer of the endpoint that fires next; null: none runs. Kept, since it is asked for after every event. */
  due: Due | null;
  /** Where it stands with a listener: not from one, not accepted yet, or handed to the application. */
  stage: "own" | "waiting" | "accepted";
  /** The third segment came, but could not complete the handshake: no place, or no text yet. */
  wasAcknowledged: boolean;
}

export interface Due {
  readonly timer: Timer;
  readonly atUs: Micros;
}

/** Gives the connection another endpoint. */
export function move(connection: Connection, endpoint: Endpoint): void {
  if (connection.endpoint.timers !== endpoint.timers) connection.due = dueOf(endpoint.timers);
  connection.endpoint = endpoint;
}

/** Which timer fires next; of two at once the one that stands first in TIMERS. */
export function dueOf(timers: Timers): Due | null {
  let due: Timer | null = null;
  let dueUs = Number.POSITIVE_INFINITY;
  for (const timer of TIMERS) {
    const atUs = timers[timer];
    if (atUs !== null && atUs < dueUs) {
      due = timer;
      dueUs = atUs;
    }
  }
  return due === null ? null : { timer: due, atUs: dueUs };
}
