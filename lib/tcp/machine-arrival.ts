import type { Connection } from "./connection.ts";
import type { Timer } from "./control-block.ts";
import { step } from "./endpoint.ts";
import { deferredTimeouts, isFull, type Listener } from "./listener.ts";
import { arriveAtListener, resetOverflow } from "./listening.ts";
import { bear, type Machine, nothingBut, type Outcome, settle } from "./machine.ts";
import { isSameAddress, type Packet } from "./packet.ts";
import type { Segment } from "./segment.ts";
import type { Micros } from "./time.ts";

/** A packet reaches the host (RFC 9293, 3.10.7): a connection it belongs to, a listener, or nobody. */
export function arrive(machine: Machine, packet: Packet, now: Micros): Outcome {
  if (!machine.isUp) return nothingBut("host.down");
  const connection = connectionOf(machine, packet);
  if (connection !== undefined) return arriveAtConnection(machine, connection, packet.segment, now);
  const listener = machine.listeners.get(packet.to.port);
  if (listener !== undefined) return arriveAtListener(machine, listener, packet, now);
  return arriveNowhere(machine, packet, now);
}

function connectionOf(machine: Machine, { from, to }: Packet): Connection | undefined {
  return machine.connections.find((c) => c.local.port === to.port && isSameAddress(c.remote, from));
}

function arriveAtConnection(machine: Machine, connection: Connection, segment: Segment, now: Micros): Outcome {
  const before = connection.endpoint;
  const result = step(before, { kind: "arrival", segment }, now, machine.profile);
  const listener = connection.stage === "own" ? undefined : machine.listeners.get(connection.local.port);
  if (listener !== undefined && before.state === "SYN-RECEIVED" && result.entered.includes("ESTABLISHED")) {
    const refusal = admit(machine, listener, connection, segment);
    if (refusal !== null) return refusal;
  }
  if (before.state === "SYN-SENT" && segment.options.fastOpen) {
    machine.fastOpenCookies.set(connection.remote.host, segment.options.fastOpen);
  }
  if (before.state === "TIME-WAIT" && result.entered.includes("SYN-RECEIVED"))
    return replaceOld(machine, connection, result);
  return settle(machine, connection, result);
}

/** Whether a handshake may complete now. null: yes, and the connection stands in the accept queue. */
function admit(machine: Machine, listener: Listener, connection: Connection, segment: Segment): Outcome | null {
  if (connection.endpoint.fastOpen.isTrusted) return null; // it was queued with its SYN
  const isBare = segment.len === 0 && !segment.fin;
  if (isBare && connection.endpoint.rto.timeouts < deferredTimeouts(listener)) {
    connection.wasAcknowledged = true;
    return { ...nothingBut("accept.deferred"), connection };
  }
  if (isFull(listener.queue.length, listener)) {
    connection.wasAcknowledged = true;
    return machine.profile.abortOnOverflow
      ? resetOverflow(machine, connection, segment)
      : { ...nothingBut("accept.full-ack"), connection };
  }
  if (listener.options.backlog === undefined) connection.stage = "accepted";
  else listener.queue.push(connection);
  return null;
}

/** A SYN opened the next connection between the same sockets: a new life, to be accepted anew. */
function replaceOld(machine: Machine, old: Connection, result: ReturnType<typeof step>): Outcome {
  machine.connections.splice(machine.connections.indexOf(old), 1);
  const { local, remote } = old;
  return settle(machine, bear(machine, { local, remote, endpoint: old.endpoint, stage: "waiting" }), result);
}

/** A segment for nobody (RFC 9293, 3.10.7.1). */
function arriveNowhere(machine: Machine, { from, to, segment }: Packet, now: Micros): Outcome {
  const { send, why } = step(machine.idle, { kind: "arrival", segment }, now, machine.profile);
  const sent = send.map((s) => ({ packet: { from: to, to: from, segment: s.segment }, resent: false }));
  return { connection: null, sent, why, entered: [], errno: null };
}

/** A timer of one of its connections fires. */
export function expire(machine: Machine, connection: Connection, timer: Timer, now: Micros): Outcome {
  const listener = machine.listeners.get(connection.local.port);
  const isRequest = connection.stage === "waiting" && connection.endpoint.state === "SYN-RECEIVED";
  const deferred = listener && isRequest && connection.wasAcknowledged ? deferredTimeouts(listener) : 0;
  const profile =
    deferred === 0
      ? machine.profile
      : { ...machine.profile, synAckRetries: Math.max(machine.profile.synAckRetries, deferred) };
  const result = step(connection.endpoint, { kind: "timeout", timer }, now, profile);
  // Who deferred the ACK needs no repeat, until one last chance before the wait is over (Linux: syn_ack_recalc).
  const isQuiet = result.endpoint.rto.timeouts < deferred;
  return settle(machine, connection, isQuiet ? { ...result, send: [] } : result);
}
