import type { Endpoint, SocketOptions } from "../endpoint/control-block.ts";
import { type Micros, SECOND } from "../time.ts";
import type { Connection } from "./connection.ts";

/** What an application asks for when it listens. */
export interface ListenOptions {
  /** How many finished connections may wait for ACCEPT; left out: each is accepted as it comes. */
  readonly backlog?: number;
  /** TCP_DEFER_ACCEPT, in seconds: a bare third segment is not enough. */
  readonly deferAcceptS?: number;
  /** TCP_FASTOPEN: text on a SYN with a good cookie is taken, where the profile allows it. */
  readonly fastOpen?: boolean;
  /** SO_REUSEADDR: the port may still belong to connections in TIME-WAIT. Left out: true, as servers have it. */
  readonly reuseAddress?: boolean;
  /** What the sockets of its connections begin with. */
  readonly options?: Partial<SocketOptions>;
}

/** A socket in LISTEN. The connections that come from it are endpoints of their own, copies of this one to begin with. */
export interface Listener {
  readonly port: number;
  readonly options: ListenOptions;
  endpoint: Endpoint;
  /** The accept queue: handshakes that are complete, in the order in which they became so. */
  readonly queue: Connection[];
  /** When a cookie was last handed out; null: never. Only then can an ACK be the answer to one. */
  cookieAtUs: Micros | null;
}

/** Whether one more would be too much. Linux compares with "more than": a backlog of 1 holds two. */
export function isFull(count: number, { options: { backlog } }: Listener): boolean {
  return backlog !== undefined && count > backlog;
}

/** How many SYN-ACK timeouts the wait for text lasts (Linux: secs_to_retrans). */
export function deferredTimeouts({ options: { deferAcceptS = 0 } }: Listener): number {
  let timeouts = 0;
  let passedS = 0;
  for (let waitS = 1; passedS < deferAcceptS && timeouts < 255; waitS = Math.min(waitS * 2, WAIT_MAX_S)) {
    passedS += waitS;
    timeouts += 1;
  }
  return timeouts;
}

const WAIT_MAX_S = 120;

/** How long after a cookie an ACK may bring it back (Linux: two periods of a minute). */
export const COOKIE_LIFE_US: Micros = 120 * SECOND;

/** A handshake is complete: the connection waits for ACCEPT, or is accepted as it comes. */
export function enqueue({ options, queue }: Listener, connection: Connection): void {
  if (options.backlog === undefined) connection.stage = "accepted";
  else queue.push(connection);
}
