import type { Connection } from "./connection.ts";
import type { Endpoint } from "./control-block.ts";
import { type Step, step } from "./endpoint.ts";
import { COOKIE_LIFE_US, isFull, type Listener } from "./listener.ts";
import { bear, type Machine, nothingBut, type Outcome, settle } from "./machine.ts";
import type { Options } from "./options.ts";
import type { Packet } from "./packet.ts";
import type { Profile } from "./profile.ts";
import { type Segment, segmentOf } from "./segment.ts";
import { add, type Seq } from "./sequence.ts";
import type { Micros } from "./time.ts";
import { freshSnd } from "./turn.ts";

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
  return take(
    machine,
    listener,
    packet,
    welcomeFast(machine, listener, packet, fork(machine, listener, packet, now)),
    now,
  );
}

/** The SYN queue: handshakes of this listener that wait for their third segment. */
function requestsOf(machine: Machine, { port }: Listener): number {
  let requests = 0;
  for (const { local, stage, endpoint } of machine.connections) {
    if (stage === "waiting" && local.port === port && endpoint.state === "SYN-RECEIVED") requests += 1;
  }
  return requests;
}

/** A copy of the listener's endpoint, with a number of its own. */
function fork(machine: Machine, listener: Listener, packet: Packet, now: Micros, cookie?: Seq): Endpoint {
  const iss = cookie ?? machine.numbers.iss(now, packet.to, packet.from);
  const { endpoint } = listener;
  return {
    ...endpoint,
    snd: freshSnd(iss, endpoint.snd),
    agreed: { ...endpoint.agreed, stampOffset: machine.numbers.stampOffset(packet.to, packet.from) },
  };
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
  if (result.endpoint.fastOpen.isTrusted) queue(listener, connection);
  return settle(machine, connection, result);
}

function queue(listener: Listener, connection: Connection): void {
  if (listener.options.backlog === undefined) connection.stage = "accepted";
  else listener.queue.push(connection);
}

function fromNobody({ from, to }: Packet, { send, why }: Step): Outcome {
  const sent = send.map(({ segment }) => ({ packet: { from: to, to: from, segment }, resent: false }));
  return { connection: null, sent, why, entered: [], errno: null };
}

/** RFC 4987, 3.6: the SYN-ACK goes out, and nothing is kept. */
function answerWithCookie(machine: Machine, listener: Listener, packet: Packet, now: Micros): Outcome {
  listener.cookieAtUs = now;
  const cookie = machine.numbers.synCookie(packet.to, packet.from, packet.segment.seq);
  const profile = asRemembered(machine.profile, packet.segment);
  const endpoint = fork(machine, listener, packet, now, cookie);
  const { send } = step(endpoint, { kind: "arrival", segment: packet.segment }, now, profile);
  const sent = send.map(({ segment }) => ({ packet: { from: packet.to, to: packet.from, segment }, resent: false }));
  return { ...nothingBut("cookie.sent"), sent };
}

/** A cookie has room for an MSS alone; the rest is remembered in the low bits of a timestamp, where there is one. */
function asRemembered(profile: Profile, { options }: Segment): Profile {
  return options.timestamps && profile.timestamps
    ? profile
    : { ...profile, timestamps: false, sack: false, windowScale: null };
}

/** An ACK of a cookie of ours; null: it is none. The connection is rebuilt as if its SYN had just come. */
function arriveCookie(machine: Machine, listener: Listener, packet: Packet, now: Micros): Outcome | null {
  const { segment } = packet;
  const irs = add(segment.seq, -1);
  const cookie = machine.numbers.synCookie(packet.to, packet.from, irs);
  const isRecent = listener.cookieAtUs !== null && now - listener.cookieAtUs < COOKIE_LIFE_US;
  if (!isRecent || segment.ack !== add(cookie, 1)) return null;
  if (isFull(listener.queue.length, listener)) return nothingBut("accept.full-ack");
  const profile = asRemembered(machine.profile, segment);
  const syn = segmentOf({ seq: irs, syn: true, wnd: segment.wnd, options: rememberedOptions(profile, segment) });
  const half = step(fork(machine, listener, packet, now, cookie), { kind: "arrival", segment: syn }, now, profile);
  const connection = bear(machine, {
    local: packet.to,
    remote: packet.from,
    endpoint: half.endpoint,
    stage: "waiting",
  });
  const result = step(half.endpoint, { kind: "arrival", segment }, now, profile);
  if (result.entered.includes("ESTABLISHED")) queue(listener, connection);
  return settle(machine, connection, { ...result, why: [{ key: "cookie.good", numbers: {} }, ...result.why] });
}

function rememberedOptions({ mss, windowScale }: Profile, { options: { timestamps } }: Segment): Options {
  if (timestamps === undefined) return { mss };
  return { mss, timestamps, sackPermitted: true, ...(windowScale === null ? {} : { windowScale }) };
}

/** tcp_abort_on_overflow: who finds no place is told, on the number it acknowledged. */
export function resetOverflow(machine: Machine, connection: Connection, segment: Segment): Outcome {
  const { send } = step(machine.idle, { kind: "arrival", segment }, 0, machine.profile);
  const gone = { ...connection.endpoint, state: "CLOSED" as const, unacked: [], timers: machine.idle.timers };
  const why = [{ key: "accept.full-reset" as const, numbers: {} }];
  return settle(machine, connection, { endpoint: gone, send, why, entered: ["CLOSED"] });
}
