import { arriveRequest } from "./request-socket.ts";
import { measured, readyForData } from "./retransmission.ts";
import { type Segment, segmentEnd, segmentLength } from "./segment.ts";
import { add, atMost, distance, isBetween, lessThan } from "./sequence.ts";
import type { State } from "./state.ts";
import { take } from "./text.ts";
import { arriveTimeWaitSocket } from "./time-wait-socket.ts";
import {
  because,
  become,
  becomeClosed,
  becomeListening,
  becomeTimeWait,
  limitFinWait2,
  owe,
  resendHead,
  sendNew,
  sendPureAck,
  sendReset,
  setTimer,
  type Turn,
} from "./turn.ts";
import { isAcceptable } from "./window.ts";

/** A segment arrives (RFC 9293, 3.10.7). The checks stand in the order of the RFC; each may end the story. */
export function arrive(turn: Turn, segment: Segment): void {
  onArrival[turn.e.state](turn, segment);
}

const onArrival: Record<State, (turn: Turn, segment: Segment) => void> = {
  CLOSED: arriveClosed,
  LISTEN: arriveListen,
  "SYN-SENT": arriveSynSent,
  "SYN-RECEIVED": arriveOtherwise,
  ESTABLISHED: arriveOtherwise,
  "FIN-WAIT-1": arriveOtherwise,
  "FIN-WAIT-2": arriveOtherwise,
  "CLOSE-WAIT": arriveOtherwise,
  CLOSING: arriveOtherwise,
  "LAST-ACK": arriveOtherwise,
  "TIME-WAIT": arriveOtherwise,
};

/** 3.10.7.1: there is no connection; everything but a RST is answered with one. */
function arriveClosed(turn: Turn, segment: Segment): void {
  if (segment.rst) return because(turn, "closed.rst");
  because(turn, "closed.reset");
  refuse(turn, segment);
}

/** 3.10.7.2 */
function arriveListen(turn: Turn, segment: Segment): void {
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
function arriveSynSent(turn: Turn, segment: Segment): void {
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

/** 3.10.7.4: the states that know both ISNs. */
function arriveOtherwise(turn: Turn, segment: Segment): void {
  const { e, profile } = turn;
  const isSmall = e.state === "TIME-WAIT" || (e.state === "FIN-WAIT-2" && e.orphan);
  if (profile.timeWaitSocket && isSmall) return arriveTimeWaitSocket(turn, segment);
  const isRequest = e.state === "SYN-RECEIVED" && e.origin === "passive";
  if (profile.requestSocket && isRequest) return arriveRequest(turn, segment);
  const isAckless = segment.ack === null && !segment.rst && !segment.syn;
  if (profile.dropsAckless === "at-once" && isAckless) return because(turn, "ack.missing");
  if (completesSimultaneousOpen(turn, segment)) {
    takeAck(turn, segment, segment.ack ?? 0);
    return sendPureAck(turn);
  }
  if (!isAcceptable(e, segment, profile)) return arriveOutside(turn, segment);
  if (segment.rst) return arriveReset(turn, segment);
  if (segment.syn) return arriveSynInside(turn);
  if (segment.ack === null) return because(turn, "ack.missing");
  arriveFromAck(turn, segment, segment.ack);
}

/** Figure 7: the SYN of the peer's SYN-ACK was seen before, but its ACK is the one that is waited for. */
function completesSimultaneousOpen({ e }: Turn, { syn, rst, seq, ack }: Segment): boolean {
  if (e.state !== "SYN-RECEIVED" || !syn || rst || ack === null) return false;
  return seq === e.rcv.irs && isBetween(e.snd.una, ack, e.snd.nxt);
}

/** From the fifth step on. */
export function arriveFromAck(turn: Turn, segment: Segment, ack: number): void {
  if (!takeAck(turn, segment, ack)) return;
  take(turn, segment);
  if (turn.entered.includes("FIN-WAIT-2")) limitFinWait2(turn);
}

function hasSeenFin(state: State): boolean {
  return state === "CLOSE-WAIT" || state === "CLOSING" || state === "LAST-ACK";
}

/** Old or far off: an ACK says what is expected instead. A repeated SYN or FIN lands here, since its number is used up. */
function arriveOutside(turn: Turn, segment: Segment): void {
  const { e, now, profile } = turn;
  if (segment.rst && isJustBelow(turn, segment)) return arriveExactReset(turn);
  if (segment.rst) return because(turn, "outside.rst");
  const repeatsSyn = segment.syn && segment.ack === null && segment.seq === e.rcv.irs;
  if (e.state === "SYN-RECEIVED" && repeatsSyn && profile.duplicateSyn === "syn-ack") {
    because(turn, "outside.syn-again");
    return resendHead(turn);
  }
  if (e.state === "TIME-WAIT" && segment.fin && segmentEnd(segment) === e.rcv.nxt) {
    // Steps 5 and 8 restart the clock, but a repeated FIN never reaches them: its number is left of the window.
    because(turn, "time-wait.fin-again");
    setTimer(turn, "timeWait", now + profile.timeWaitUs);
    return sendPureAck(turn);
  }
  because(turn, "outside.ack");
  sendPureAck(turn);
}

/** Second: RST. Only the exact number is believed; a near miss must be proven by the peer (step 2; RFC 5961, 3.2). */
function arriveReset(turn: Turn, segment: Segment): void {
  const { e } = turn;
  if (segment.seq !== e.rcv.nxt && !isJustBelow(turn, segment)) {
    because(turn, "rst.challenge");
    return sendPureAck(turn);
  }
  arriveExactReset(turn);
}

/** A peer that lost its state after its FIN may reset with the number of that FIN. */
function isJustBelow({ e, profile }: Turn, segment: Segment): boolean {
  return profile.believesResetBelow && hasSeenFin(e.state) && segment.seq === add(e.rcv.nxt, -1);
}

function arriveExactReset(turn: Turn): void {
  const { e } = turn;
  if (e.state === "SYN-RECEIVED" && e.origin === "passive") {
    because(turn, "rst.back-to-listen");
    return becomeListening(turn);
  }
  const ending = e.state === "CLOSING" || e.state === "LAST-ACK" || e.state === "TIME-WAIT";
  because(turn, ending ? "rst.while-closing" : "rst.reset");
  becomeClosed(turn, ending ? null : e.state === "SYN-RECEIVED" ? "connection refused" : "connection reset");
}

/** Fourth: a SYN inside the window (step 4; RFC 5961, 4.2). */
function arriveSynInside(turn: Turn): void {
  const { e } = turn;
  if (e.state === "SYN-RECEIVED" && e.origin === "passive") {
    because(turn, "syn.back-to-listen");
    return becomeListening(turn);
  }
  because(turn, "syn.challenge");
  sendPureAck(turn);
}

/** Fifth: the ACK field (step 5). False: nothing more of the segment counts. */
function takeAck(turn: Turn, segment: Segment, ack: number): boolean {
  const { e, profile } = turn;
  if (e.state === "SYN-RECEIVED") {
    if (!isBetween(e.snd.una, ack, e.snd.nxt)) {
      because(turn, "syn-received.bad-ack");
      sendReset(turn, ack, null);
      return false;
    }
    because(turn, "syn-received.ack");
    e.snd = { ...e.snd, wnd: segment.wnd };
    advance(turn, ack);
    establish(turn);
    return true;
  }
  if (lessThan(e.snd.nxt, ack)) {
    because(turn, "ack.future");
    sendPureAck(turn);
    return false;
  }
  // How much was ever acknowledged: the SYN counts where it was ours to send first.
  const acknowledged = distance(add(e.snd.iss, e.origin === "active" ? 0 : 1), e.snd.una);
  if (profile.oldAck === "challenge" && lessThan(ack, add(e.snd.una, -acknowledged))) {
    because(turn, "ack.too-old");
    sendPureAck(turn);
    return false;
  }
  const isNew = isBetween(e.snd.una, ack, e.snd.nxt);
  if (isNew) advance(turn, ack);
  if (atMost(e.snd.una, ack)) e.snd = { ...e.snd, wnd: segment.wnd };
  if (isNew) afterAck(turn);
  else if (segmentLength(segment) === 0) because(turn, "ack.nothing-new");
  return e.state !== "CLOSED";
}

/** What an acknowledgment of our FIN means in each state; elsewhere it is an ordinary one. */
function afterAck(turn: Turn): void {
  const { e } = turn;
  const everything = e.unacked.length === 0 && !e.finDue;
  if (e.state === "FIN-WAIT-1" && everything) {
    become(turn, "FIN-WAIT-2");
    because(turn, "fin.acked");
  } else if (e.state === "CLOSING" && everything) {
    becomeTimeWait(turn);
    because(turn, "closing.acked");
  } else if (e.state === "LAST-ACK" && everything) {
    because(turn, "last-ack.acked");
    becomeClosed(turn, null);
  } else because(turn, "ack.new");
}

/** SND.UNA moves up to `ack`; what is covered leaves the queue, the RTO timer starts anew (RFC 6298, 5.2 and 5.3). */
function advance(turn: Turn, ack: number): void {
  const { e, now, profile } = turn;
  const covered = e.unacked.filter((piece) => atMost(add(piece.seq, sizeOf(piece)), ack));
  const sample = covered.findLast((piece) => !piece.resent);
  if (sample !== undefined) e.rto = measured(e.rto, now - sample.sentAtUs, profile);
  e.rto = { ...e.rto, timeouts: 0 };
  e.unacked = e.unacked
    .slice(covered.length)
    .map((piece) => (lessThan(piece.seq, ack) ? { ...piece, seq: ack, syn: false, len: leftOf(piece, ack) } : piece));
  e.snd = { ...e.snd, una: ack };
  setTimer(turn, "retransmission", e.unacked.length > 0 ? now + e.rto.rtoUs : null);
}

/** How much text is left of a piece that was acknowledged in part: a SYN with text, most often. */
function leftOf(piece: { seq: number; syn: boolean; len: number }, ack: number): number {
  return piece.len - (distance(piece.seq, ack) - (piece.syn ? 1 : 0));
}

function sizeOf(piece: { syn: boolean; fin: boolean; len: number }): number {
  return piece.len + (piece.syn ? 1 : 0) + (piece.fin ? 1 : 0);
}

function establish(turn: Turn): void {
  const { e, now, profile } = turn;
  become(turn, "ESTABLISHED");
  e.rto = readyForData(e.rto, profile);
  if (e.unacked.length > 0) setTimer(turn, "retransmission", now + e.rto.rtoUs);
}

function keepTextOfSyn(turn: Turn, segment: Segment): void {
  const { e, profile } = turn;
  if (profile.textOnSyn === "keep") e.early = [{ seq: e.rcv.nxt, len: segment.len, fin: segment.fin }];
}

/** 3.10.7.1: the reset is given a number that the peer must believe. */
export function refuse(turn: Turn, segment: Segment): void {
  if (segment.ack === null) sendReset(turn, 0, segmentEnd(segment));
  else sendReset(turn, segment.ack, null);
}
