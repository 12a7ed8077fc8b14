import type { Timer } from "../endpoint/control-block.ts";
import { step } from "../endpoint/endpoint.ts";
import type { Segment } from "../segment.ts";
import type { Micros } from "../time.ts";
import type { Connection } from "./connection.ts";
import { deferredTimeouts, enqueue, isFull, type Listener } from "./listener.ts";
import { bear, discard, fromNobody, type Machine, nothingBut, type Outcome, settle } from "./machine.ts";
import { isSameAddress, type Packet } from "./packet.ts";
import { arriveAtListener } from "./syn-queue.ts";

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
  const listener = connection.stage === "own" ? undefined : machine.listeners.get(connection.local.port);
  const mayReopen = listener !== undefined && !isFull(listener.queue.length, listener);
  const profile =
    before.state === "TIME-WAIT" && !mayReopen ? { ...machine.profile, reopensTimeWait: false } : machine.profile;
  const result = step(before, { kind: "arrival", segment }, now, profile);
  if (listener !== undefined && before.state === "SYN-RECEIVED" && result.entered.includes("ESTABLISHED")) {
    const refusal = admit(machine, listener, connection, segment);
    if (refusal !== null) return refusal;
  }
  if (before.state === "SYN-SENT" && result.entered.includes("ESTABLISHED") && segment.options.fastOpen) {
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
  enqueue(listener, connection);
  return null;
}

/** tcp_abort_on_overflow: who finds no place is told, on the number it acknowledged. */
function resetOverflow(machine: Machine, connection: Connection, segment: Segment): Outcome {
  const { send } = step(machine.idle, { kind: "arrival", segment }, 0, machine.profile);
  const why = [{ key: "accept.full-reset" as const, numbers: {} }];
  const outcome = settle(machine, connection, { endpoint: connection.endpoint, send, why, entered: ["CLOSED"] });
  discard(machine, connection);
  return outcome;
}

/** A SYN opened the next connection between the same sockets: a new life, to be accepted anew. */
function replaceOld(machine: Machine, old: Connection, result: ReturnType<typeof step>): Outcome {
  const { local, remote, endpoint } = old;
  discard(machine, old);
  return settle(machine, bear(machine, { local, remote, endpoint, stage: "waiting" }), result);
}

/** A segment for nobody (RFC 9293, 3.10.7.1). */
function arriveNowhere(machine: Machine, packet: Packet, now: Micros): Outcome {
  return fromNobody(packet, step(machine.idle, { kind: "arrival", segment: packet.segment }, now, machine.profile));
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
