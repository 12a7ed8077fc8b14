import type { Call } from "./calls.ts";
import type { Connection } from "./connection.ts";
import { step } from "./endpoint.ts";
import type { Address } from "./iss.ts";
import { type Machine, nothingBut, type Outcome } from "./machine.ts";
import { accept, boot, callOn, connect, crash, listen, unlisten } from "./machine-calls.ts";
import type { Cue, ScriptCall } from "./scenario.ts";
import type { Micros } from "./time.ts";

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
  if (call.kind === "listen") return listen(machine, call.port ?? SERVER_PORT, call, now);
  if (call.kind === "unlisten") return unlisten(machine, call.port ?? SERVER_PORT, now);
  if (call.kind === "accept") return accept(machine, call.port ?? SERVER_PORT);
  if (call.kind === "connect") return connect(machine, ...socketsOf(machine, call), call, now);
  return callOnSocket(machine, call, connection, now);
}

/** The pair of sockets of an active OPEN: the server's way is the client's, seen from the other side. */
function socketsOf({ name, born }: Machine, call: Extract<ScriptCall, { kind: "connect" }>): [Address, Address] {
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

/** The call goes to the connection it names, else to the newest one that lives, else to the listener, else to what was last. */
function callOnSocket(machine: Machine, call: Call, nth: number | undefined, now: Micros): Outcome {
  const named = nth === undefined ? machine.connections.at(-1) : machine.born[nth - 1];
  if (named !== undefined) return callOn(machine, named, call, now);
  const [listener] = machine.listeners.values();
  if (listener !== undefined && nth === undefined) return callOnListener(machine, listener.port, call, now);
  const last: Connection | undefined = machine.born.at(-1);
  return last === undefined ? nothingBut("call.useless", "ENOTCONN") : callOn(machine, last, call, now);
}

/** CLOSE and ABORT end it; anything else needs a connection. */
function callOnListener(machine: Machine, port: number, call: Call, now: Micros): Outcome {
  if (call.kind === "close" || call.kind === "abort" || call.kind === "shutdown") return unlisten(machine, port, now);
  const listener = machine.listeners.get(port);
  if (listener === undefined) throw new Error(`nobody listens on port ${port}`);
  const { endpoint, why } = step(listener.endpoint, { kind: "call", call }, now, machine.profile);
  listener.endpoint = endpoint;
  return { ...nothingBut("call.useless", call.kind === "set" ? null : "ENOTCONN"), why };
}
