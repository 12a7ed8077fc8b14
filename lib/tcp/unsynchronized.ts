import { advance, establish } from "./acknowledgment.ts";
import type { Segment } from "./segment.ts";
import { add, isBetween } from "./sequence.ts";
import { take } from "./text.ts";
import { because, become, becomeClosed, owe, refuse, resendHead, sendNew, sendReset, type Turn } from "./turn.ts";

/** 3.10.7.1: there is no connection; everything but a RST is answered with one. */
export function arriveClosed(turn: Turn, segment: Segment): void {
  if (segment.rst) return because(turn, "closed.rst");
  because(turn, "closed.reset");
  refuse(turn, segment);
}

/** 3.10.7.2 */
export function arriveListen(turn: Turn, segment: Segment): void {
  const { e, profile } = turn;
  if (segment.rst) return because(turn, "listen.rst");
  if (segment.ack !== null) {
    because(turn, "listen.ack");
    return sendReset(turn, segment.ack, null);
  }
  if (!segment.syn || (segment.fin && !profile.takesMoreThanSyn)) return because(turn, "listen.drop");
  e.rcv = { ...e.rcv, irs: segment.seq, nxt: add(segment.seq, 1) };
  e.snd = { ...e.snd, wnd: segment.wnd };
  become(turn, "SYN-RECEIVED");
  because(turn, "listen.syn");
  if (segment.len > 0) keepTextOfSyn(turn, segment);
  sendNew(turn, { syn: true, ack: e.rcv.nxt });
  if (segment.len > 0 && profile.textOnSyn === "discard") because(turn, "listen.text-discarded", { len: segment.len });
}

/** 3.10.7.3 */
export function arriveSynSent(turn: Turn, segment: Segment): void {
  const { e, profile } = turn;
  const ackOk = segment.ack !== null && isBetween(e.snd.iss, segment.ack, e.snd.nxt);
  if (segment.ack !== null && !ackOk) {
    because(turn, segment.rst ? "syn-sent.bad-rst" : "syn-sent.bad-ack");
    if (!segment.rst) sendReset(turn, segment.ack, null);
    if (profile.repeatsSynAtOnce) resendHead(turn);
    return;
  }
  if (segment.rst) {
    if (!ackOk) return because(turn, "syn-sent.bad-rst");
    because(turn, "syn-sent.refused");
    return becomeClosed(turn, "connection refused");
  }
  if (!segment.syn) return because(turn, "syn-sent.drop");
  e.rcv = { ...e.rcv, irs: segment.seq, nxt: add(segment.seq, 1) };
  e.snd = { ...e.snd, wnd: segment.wnd };
  if (segment.ack === null) {
    become(turn, "SYN-RECEIVED");
    because(turn, "syn-sent.simultaneous");
    // The SYN that is in flight goes out again, now with an ACK.
    return resendHead(turn);
  }
  because(turn, "syn-sent.syn-ack");
  advance(turn, segment.ack);
  establish(turn);
  owe(turn, "now");
  if (profile.takesMoreThanSyn) take(turn, { ...segment, seq: e.rcv.nxt, syn: false });
}

function keepTextOfSyn(turn: Turn, segment: Segment): void {
  const { e, profile } = turn;
  if (profile.textOnSyn === "keep") e.early = [{ seq: e.rcv.nxt, len: segment.len, fin: segment.fin }];
}
