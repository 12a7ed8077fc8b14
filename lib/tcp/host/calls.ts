import type { Call } from "../endpoint/calls.ts";
import { closedEndpoint, DEFAULT_SOCKET_OPTIONS, type SocketOptions } from "../endpoint/control-block.ts";
import { step } from "../endpoint/endpoint.ts";
import { errnoOfCall } from "../endpoint/errno.ts";
import { ISS_STEP } from "../endpoint/reopening.ts";
import { add } from "../sequence.ts";
import type { Micros } from "../time.ts";
import type { Connection } from "./connection.ts";
import type { Address } from "./iss.ts";
import type { ListenOptions } from "./listener.ts";
import { bear, discard, type Machine, nothingBut, type Outcome, settle } from "./machine.ts";
import { isSameAddress } from "./packet.ts";

/** What an application asks of a connection that it has. */
export function callOn(machine: Machine, connection: Connection, call: Call, now: Micros): Outcome {
  const { profile } = machine;
  const errno = errnoOfCall(connection.endpoint, call.kind, profile);
  return settle(machine, connection, step(connection.endpoint, { kind: "call", call }, now, profile), errno);
}

/** A call on a socket that the host does not have. */
export function noSocket({ profile }: Machine): Outcome {
  return nothingBut("call.none", profile.socketErrors ? "EBADF" : "ENOTCONN");
}

/** A call while the host has neither a connection nor a listener. */
export function callOnSpare(machine: Machine, call: Call, now: Micros): Outcome {
  const { spare, profile } = machine;
  const { endpoint, why } = step(spare, { kind: "call", call }, now, profile);
  machine.spare = endpoint;
  return { ...nothingBut("call.none", errnoOfCall(spare, call.kind, profile)), why };
}

/** Passive OPEN (RFC 9293, 3.10.1). EADDRINUSE: somebody listens there, or a connection has not quite ended. */
export function listen(machine: Machine, port: number, options: ListenOptions, now: Micros): Outcome {
  const shares = options.reuseAddress !== false;
  if (isTaken(machine, port, shares)) return nothingBut("listen.in-use", "EADDRINUSE");
  machine.exclusive[shares ? "delete" : "add"](port);
  const closed = { ...machine.idle, options: { ...DEFAULT_SOCKET_OPTIONS, ...options.options } };
  const { endpoint, why, entered } = step(closed, { kind: "call", call: { kind: "listen" } }, now, machine.profile);
  machine.shown = endpoint;
  machine.listeners.set(port, { port, options, endpoint, queue: [], cookieAtUs: null });
  return { connection: null, sent: [], why, entered, errno: null };
}

/** Linux (inet_csk_bind_conflict): a port is shared where both want that, and never with a listener. */
function isTaken({ connections, listeners, exclusive }: Machine, port: number, shares: boolean): boolean {
  if (listeners.has(port)) return true;
  return (!shares || exclusive.has(port)) && connections.some(({ local }) => local.port === port);
}

/** CLOSE of a listener (or SHUT_RD of it): what waits half open is forgotten, what waits for ACCEPT is reset (Linux: inet_csk_listen_stop). */
export function unlisten(machine: Machine, port: number, now: Micros, closes = true): Outcome {
  const listener = machine.listeners.get(port);
  if (listener === undefined) return noSocket(machine);
  machine.spare = { ...machine.idle, app: { ...machine.idle.app, orphan: closes } };
  machine.listeners.delete(port);
  const outcomes = [...listener.queue].map((connection) => callOn(machine, connection, { kind: "abort" }, now));
  const waiting = machine.connections.filter(({ local, stage }) => local.port === port && stage === "waiting");
  for (const connection of waiting) discard(machine, connection);
  const sent = outcomes.flatMap((outcome) => outcome.sent);
  machine.shown = machine.idle;
  return { ...nothingBut("close.nothing-to-end"), sent };
}

export interface ConnectOptions {
  readonly len?: number;
  /** MSG_FASTOPEN: the text goes on the SYN if there is a cookie; else one is asked for. */
  readonly fastOpen?: boolean;
  readonly options?: Partial<SocketOptions>;
}

/**
 * Active OPEN (RFC 9293, 3.10.1). EADDRINUSE: somebody listens on our port. EADDRNOTAVAIL: the same pair of sockets is in use. In TIME-WAIT it may be taken over
 * where timestamps can tell the two connections apart (RFC 6191; Linux: tcp_twsk_unique).
 */
export function connect(
  machine: Machine,
  local: Address,
  remote: Address,
  options: ConnectOptions,
  now: Micros,
): Outcome {
  if (machine.profile.socketErrors && isTaken(machine, local.port, true))
    return nothingBut("listen.in-use", "EADDRINUSE");
  const old = machine.connections.find((c) => isSameAddress(c.local, local) && isSameAddress(c.remote, remote));
  const mayReplace = old?.endpoint.state === "TIME-WAIT" && old.endpoint.agreed.stamps !== null;
  if (old !== undefined && !mayReplace) return nothingBut("connect.in-use", "EADDRNOTAVAIL");
  const iss = old === undefined ? machine.numbers.iss(now, local, remote) : add(old.endpoint.snd.nxt, ISS_STEP);
  if (old !== undefined) discard(machine, old);
  const closed = closedEndpoint(iss, machine.profile);
  const endpoint = {
    ...closed,
    agreed: { ...closed.agreed, stampOffset: machine.numbers.stampOffset(local, remote) },
    options: { ...DEFAULT_SOCKET_OPTIONS, ...options.options },
  };
  const connection = bear(machine, { local, remote, endpoint, stage: "own" });
  const asksForFastOpen = options.fastOpen === true && machine.profile.fastOpenClient;
  const cookie = asksForFastOpen ? { cookie: machine.fastOpenCookies.get(remote.host) ?? "" } : {};
  return callOn(machine, connection, { kind: "connect", len: options.len ?? 0, ...cookie }, now);
}

/** Takes the oldest finished connection of a listener. */
export function accept(machine: Machine, port: number): Outcome {
  const listener = machine.listeners.get(port);
  if (listener === undefined) return nothingBut("call.none", errnoOfCall(machine.spare, "accept", machine.profile));
  const connection = listener.queue.shift();
  if (connection === undefined) return nothingBut("accept.empty");
  connection.stage = "accepted";
  return { ...nothingBut("accept.taken"), connection };
}

/** The application has this socket no longer. */
export function letGo(connection: Connection): void {
  const { endpoint } = connection;
  connection.endpoint = { ...endpoint, app: { ...endpoint.app, orphan: true } };
}

/** Power fails: nothing is kept, nothing is sent (RFC 9293, 3.5.1). */
export function crash(machine: Machine): Outcome {
  for (const connection of machine.born) {
    discard(machine, connection);
    letGo(connection);
  }
  machine.listeners.clear();
  machine.fastOpenCookies.clear();
  machine.isUp = false;
  machine.shown = machine.idle;
  return nothingBut("host.crash");
}

export function boot(machine: Machine): Outcome {
  if (machine.isUp) return nothingBut("call.useless");
  machine.isUp = true;
  return nothingBut("host.boot");
}
