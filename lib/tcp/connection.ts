import { type Endpoint, TIMERS, type Timer } from "./control-block.ts";
import type { Address } from "./iss.ts";
import type { Micros } from "./time.ts";

/** One connection of a host: an endpoint, and between which sockets it lives. */
export interface Connection {
  /** Counted from 1 in the order in which the connections of a host began. */
  readonly nth: number;
  readonly local: Address;
  readonly remote: Address;
  endpoint: Endpoint;
  /** Where it stands with a listener: not from one, not accepted yet, or handed to the application. */
  stage: "own" | "waiting" | "accepted";
  /** The third segment came, but could not complete the handshake: no place, or no text yet. */
  wasAcknowledged: boolean;
}

/** Which timer fires next; null: none runs. */
export function nextTimerOf({ endpoint }: Connection): { readonly timer: Timer; readonly atUs: Micros } | null {
  let next: { timer: Timer; atUs: Micros } | null = null;
  for (const timer of TIMERS) {
    const atUs = endpoint.timers[timer];
    if (atUs !== null && (next === null || atUs < next.atUs)) next = { timer, atUs };
  }
  return next;
}
