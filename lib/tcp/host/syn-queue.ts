import type { Endpoint } from "../endpoint/control-block.ts";
import { step } from "../endpoint/endpoint.ts";
import type { Micros } from "../time.ts";
import { fork } from "./forking.ts";
import { enqueue, isFull, type Listener } from "./listener.ts";
import { bear, fromNobody, type Machine, nothingBut, type Outcome, settle } from "./machine.ts";
import type { Packet } from "./packet.ts";
import { answerWithCookie, arriveCookie } from "./syn-cookie.ts";

/** A packet that belongs to no connection yet reaches a listener (RFC 9293, 3.10.7.2; Linux: tcp_conn_request). */
export function arriveAtListener(machine: Machine, listener: Listener, packet: Packet, now: Micros): Outcome {
  const { segment } = packet;
  if (segment.syn && segment.ack === null && !segment.rst) return arriveSyn(machine, listener, packet, now);
  const isAnswer = segment.ack !== null && !segment.syn && !segment.rst;
  const fromCookie = isAnswer ? arriveCookie(machine, listener, packet, now) : null;
  return fromCookie ?? fromNobody(packet, step(listener.endpoint, { kind: "arrival", segment }, now, machine.profile));
}

function arriveSyn(machine: Machine, listener: Listener, packet: Packet, now: Micros): Outcome {
  const { synCookies } = machine.profile;
  const isCrowded = isFull(requestsOf(machine, listener), listener);
  if (isCrowded && synCookies === 0) return nothingBut("syn-queue.full");
  if (isFull(listener.queue.length, listener)) return nothingBut("accept.full-syn");
  if (isCrowded || synCookies === 2) return answerWithCookie(machine, listener, packet, now);
  const copy = fork(machine, listener, packet, machine.numbers.iss(now, packet.to, packet.from));
  return take(machine, listener, packet, welcomeFast(machine, listener, packet, copy), now);
}

/** The SYN queue: handshakes of this listener that wait for their third segment. */
function requestsOf(machine: Machine, { port }: Listener): number {
  let requests = 0;
  for (const { local, stage, endpoint } of machine.connections) {
    if (stage === "waiting" && local.port === port && endpoint.state === "SYN-RECEIVED") requests += 1;
  }
  return requests;
}

/** What Fast Open makes of the copy: it grants a cookie, or believes one (RFC 7413, 4.2.2). */
function welcomeFast(machine: Machine, listener: Listener, { from, segment }: Packet, endpoint: Endpoint): Endpoint {
  const shown = segment.options.fastOpen;
  if (shown === undefined || !machine.profile.fastOpenServer || listener.options.fastOpen !== true) return endpoint;
  const cookie = machine.numbers.fastOpenCookie(from.host);
  return {
    ...endpoint,
    fastOpen: shown === cookie ? { cookie: null, isTrusted: true } : { cookie, isTrusted: false },
  };
}

/** The copy takes the packet; only one that leaves LISTEN is a connection. */
function take(machine: Machine, listener: Listener, packet: Packet, endpoint: Endpoint, now: Micros): Outcome {
  const result = step(endpoint, { kind: "arrival", segment: packet.segment }, now, machine.profile);
  if (result.endpoint.state === "LISTEN") return fromNobody(packet, result);
  const connection = bear(machine, { local: packet.to, remote: packet.from, endpoint, stage: "waiting" });
  if (result.endpoint.fastOpen.isTrusted) enqueue(listener, connection);
  return settle(machine, connection, result);
}
