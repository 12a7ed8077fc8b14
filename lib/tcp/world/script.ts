import type { Call } from "../endpoint/calls.ts";
import { step } from "../endpoint/endpoint.ts";
import { errnoOfCall } from "../endpoint/errno.ts";
import { accept, boot, callOn, callOnSpare, connect, crash, letGo, listen, noSocket, unlisten } from "../host/calls.ts";
import type { Connection } from "../host/connection.ts";
import type { Address } from "../host/iss.ts";
import type { Listener } from "../host/listener.ts";
import { type Machine, nothingBut, type Outcome } from "../host/machine.ts";
import type { Micros } from "../time.ts";
import type { Cue, ScriptCall } from "./scenario.ts";

/** Where the server listens, and from where the client begins to count, when a script names no ports. */
export const SERVER_PORT = 80;
export const CLIENT_PORT = 40_000;

/** Lets a script's call happen on its host. */
export function perform(
  machine: Machine,
  { call, connection }: Pick<Cue, "call" | "connection">,
  now: Micros,
): Outcome {
  if (call.kind === "boot") return boot(machine);
  if (!machine.isUp) return nothingBut("host.down");
  if (call.kind === "crash") return crash(machine);
  if (call.kind === "unlisten") return unlisten(machine, call.port ?? SERVER_PORT, now);
  const named = connection === undefined ? undefined : machine.born[connection - 1];
  if (call.kind !== "listen" && call.kind !== "accept" && call.kind !== "connect") {
    if (connection !== undefined && named === undefined) return noSocket(machine);
    return callOnSocket(machine, call, named, now);
  }
  const errno = named && errnoOfCall(named.endpoint, call.kind, machine.profile);
  if (errno) return call.kind === "accept" ? nothingBut("call.exists", errno) : callOn(machine, named, call, now);
  if (call.kind === "accept") return accept(machine, call.port ?? SERVER_PORT);
  const ownPort = named?.local.port;
  if (named) letGo(named); // the same socket begins anew, as the next connection
  if (call.kind === "listen") return listen(machine, call.port ?? ownPort ?? SERVER_PORT, call, now);
  return connect(machine, ...socketsOf(machine, { from: ownPort, ...call }), call, now);
}

/** The pair of sockets of an active OPEN: the server's way is the client's, seen from the other side. */
function socketsOf(
  { name, born }: Machine,
  call: Pick<Extract<ScriptCall, { kind: "connect" }>, "to" | "port"> & { from?: number | undefined },
): [Address, Address] {
  const isServer = name === "server";
  const to = call.to ?? (isServer ? "client" : "server");
  const taken = new Set(born.map(({ local }) => local.port));
  let ownPort = isServer ? SERVER_PORT : CLIENT_PORT;
  while (!isServer && taken.has(ownPort)) ownPort += 1;
  return [
    { host: name, port: call.from ?? ownPort },
    { host: to, port: call.port ?? (to === "client" ? CLIENT_PORT : SERVER_PORT) },
  ];
}

/**
 * The call goes to the connection that it names; else to the newest that the application has not closed, be it dead by
 * now; else to the listener.
 */
function callOnSocket(machine: Machine, call: Call, named: Connection | undefined, now: Micros): Outcome {
  const held = named ?? machine.born.findLast((connection) => isHeld(machine, connection));
  if (held !== undefined) return callOn(machine, held, call, now);
  const [listener] = machine.listeners.values();
  if (listener !== undefined) return callOnListener(machine, listener, call, now);
  return machine.born.some(({ stage }) => stage !== "waiting") ? noSocket(machine) : callOnSpare(machine, call, now);
}

/**
 * RFC 9293 knows a connection until it is deleted; an application of a kernel has what it accepted, or is about to, and
 * has not closed.
 */
function isHeld({ profile, listeners }: Machine, { stage, local, endpoint: { app, state } }: Connection): boolean {
  const isLiving = state !== "CLOSED";
  if (isLiving && !profile.socketErrors) return true;
  if (app.orphan || stage !== "waiting") return !app.orphan;
  return isLiving && listeners.get(local.port)?.options.backlog === undefined;
}

/** CLOSE, ABORT and SHUT_RD end it; anything else needs a connection. */
function callOnListener(machine: Machine, listener: Listener, call: Call, now: Micros): Outcome {
  const ends = call.kind === "shutdown" ? call.both || call.read || !machine.profile.socketErrors : false;
  if (ends || call.kind === "close" || call.kind === "abort") return unlisten(machine, listener.port, now, !ends);
  if (call.kind === "shutdown") return nothingBut("call.useless");
  const errno = errnoOfCall(listener.endpoint, call.kind, machine.profile);
  const { endpoint, why } = step(listener.endpoint, { kind: "call", call }, now, machine.profile);
  listener.endpoint = endpoint;
  return { ...nothingBut("call.useless", errno), why };
}
