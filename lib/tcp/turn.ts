import type { Endpoint, Timer, Unacked } from "./control-block.ts";
import type { Profile } from "./profile.ts";
import { unmeasured } from "./retransmission.ts";
import { type Segment, segmentEnd } from "./segment.ts";
import { add, type Seq } from "./sequence.ts";
import type { State } from "./state.ts";
import type { Micros } from "./time.ts";
import type { Why, WhyKey } from "./why/why.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A segment on its way out. `resent`: it was sent before. */
export interface Sent {
  readonly segment: Segment;
  readonly resent: boolean;
}

/** The work on one event. `e` is a copy of the endpoint, changed field by field, as the RFC tells it; the original stays. */
export interface Turn {
  readonly e: Mutable<Endpoint>;
  readonly now: Micros;
  readonly profile: Profile;
  readonly send: Sent[];
  readonly why: Why[];
  /** The states that were entered, in order: one segment can lead through two. */
  readonly entered: State[];
  /** Whether this event owes the peer an ACK, and how soon. */
  ack: "none" | "delayed" | "now";
}

export function beginTurn(endpoint: Endpoint, now: Micros, profile: Profile): Turn {
  return { e: { ...endpoint }, now, profile, send: [], why: [], entered: [], ack: "none" };
}

/** Notes the rule that decided, with the numbers its sentence mentions. */
export function because(turn: Turn, key: WhyKey, numbers: Why["numbers"] = {}): void {
  turn.why.push({ key, numbers });
}

export function owe(turn: Turn, ack: "delayed" | "now"): void {
  if (turn.ack !== "now") turn.ack = ack;
}

export function setTimer(turn: Turn, timer: Timer, deadline: Micros | null): void {
  if (turn.e.timers[timer] !== deadline) turn.e.timers = { ...turn.e.timers, [timer]: deadline };
}

/** Puts the connection into a state that keeps no timers and no queues of its own. */
function forget(turn: Turn): void {
  const { e } = turn;
  e.unacked = [];
  e.early = [];
  e.unsent = 0;
  e.finDue = false;
  e.timers = { retransmission: null, delayedAck: null, finWait2: null, timeWait: null };
  turn.ack = "none";
}

/** Deletes the connection; `failure` is what the application is told, null when it ended as agreed. */
export function becomeClosed(turn: Turn, failure: Endpoint["failure"]): void {
  forget(turn);
  become(turn, "CLOSED");
  turn.e.failure = failure;
}

/** A passive open that came to nothing waits for the next SYN (RFC 9293, 3.10.7.4, "return to LISTEN"). */
export function becomeListening(turn: Turn): void {
  const { e, profile } = turn;
  forget(turn);
  become(turn, "LISTEN");
  e.origin = "passive";
  e.snd = { iss: e.snd.iss, una: e.snd.iss, nxt: e.snd.iss, wnd: 0 };
  e.rcv = { irs: 0, nxt: 0, wnd: profile.rcvWnd };
  e.rto = unmeasured(profile);
}

export function becomeTimeWait(turn: Turn): void {
  const { e } = turn;
  become(turn, "TIME-WAIT");
  e.early = [];
  e.timers = { retransmission: null, delayedAck: null, finWait2: null, timeWait: turn.now + turn.profile.timeWaitUs };
}

/** Where the application is gone, a profile may bound the wait for the peer's FIN. */
export function limitFinWait2(turn: Turn): void {
  const { e, now, profile } = turn;
  if (e.state !== "FIN-WAIT-2" || !e.orphan || profile.finWait2Us === null) return;
  setTimer(turn, "finWait2", now + profile.finWait2Us);
  because(turn, "fin-wait-2.orphan");
}

export function become(turn: Turn, state: State): void {
  turn.e.state = state;
  turn.entered.push(state);
}

/** Takes the next piece of sequence space, sends it, and keeps it until it is acknowledged. */
export function sendNew(turn: Turn, what: { syn?: boolean; fin?: boolean; len?: number; ack: Seq | null }): void {
  const { e, now } = turn;
  const piece: Unacked = {
    seq: e.snd.nxt,
    syn: what.syn ?? false,
    fin: what.fin ?? false,
    len: what.len ?? 0,
    sentAtUs: now,
    resent: false,
  };
  const length = piece.len + (piece.syn ? 1 : 0) + (piece.fin ? 1 : 0);
  e.snd = { ...e.snd, nxt: add(e.snd.nxt, length) };
  e.unacked = [...e.unacked, piece];
  turn.send.push({ segment: asSegment(turn, piece, what.ack), resent: false });
  if (what.ack !== null) acknowledged(turn);
  if (e.timers.retransmission === null) setTimer(turn, "retransmission", now + e.rto.rtoUs);
}

/** Sends the head of the retransmission queue once more, with today's acknowledgment (RFC 6298, 5.4). */
export function resendHead(turn: Turn): void {
  const { e, now } = turn;
  const [head, ...rest] = e.unacked;
  if (head === undefined) throw new Error(`a resend is due in ${e.state}, but nothing is in flight`);
  e.unacked = [{ ...head, sentAtUs: now, resent: true }, ...rest];
  turn.send.push({ segment: asSegment(turn, head, e.state === "SYN-SENT" ? null : e.rcv.nxt), resent: true });
  if (e.state !== "SYN-SENT") acknowledged(turn);
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>: takes no sequence number, so nothing keeps it (RFC 9293, 3.10.7.4). */
export function sendPureAck(turn: Turn): void {
  const { e } = turn;
  turn.send.push({ segment: bare(turn, { seq: e.snd.nxt, ack: e.rcv.nxt, rst: false }), resent: false });
  acknowledged(turn);
}

/** A reset that stands on `seq` and, where it has one, `ack` (RFC 9293, 3.5.2). */
export function sendReset(turn: Turn, seq: Seq, ack: Seq | null): void {
  turn.send.push({ segment: bare(turn, { seq, ack, rst: true }), resent: false });
}

/** The reset that a segment earns where it has no business: on a number that its sender must believe (RFC 9293, 3.5.2). */
export function refuse(turn: Turn, segment: Segment): void {
  if (segment.ack === null) sendReset(turn, 0, segmentEnd(segment));
  else sendReset(turn, segment.ack, null);
}

function acknowledged(turn: Turn): void {
  turn.ack = "none";
  setTimer(turn, "delayedAck", null);
}

function asSegment(turn: Turn, piece: Unacked, ack: Seq | null): Segment {
  return {
    seq: piece.seq,
    ack,
    syn: piece.syn,
    fin: piece.fin,
    rst: false,
    psh: piece.len > 0 && !piece.syn,
    len: piece.len,
    wnd: turn.e.rcv.wnd,
  };
}

function bare(turn: Turn, what: { seq: Seq; ack: Seq | null; rst: boolean }): Segment {
  return { ...what, syn: false, fin: false, psh: false, len: 0, wnd: what.rst ? 0 : turn.e.rcv.wnd };
}
