import { type Segment, segmentEnd, segmentLength } from "../segment.ts";
import { add, atMost, distance, isBetween, lessThan } from "../sequence.ts";
import type { State } from "../state.ts";
import { advance, establish, noteWindow } from "./acknowledgment.ts";
import { challenge, tellExpected } from "./challenge.ts";
import { failureOfReset } from "./failure.ts";
import { beginsNextConnection, reopen } from "./reopening.ts";
import { resendHead, sendPureAck, sendReset } from "./sending.ts";
import { take } from "./text.ts";
import { isOldStamp, noteStamp } from "./timestamps.ts";
import {
  because,
  become,
  becomeClosed,
  becomeListening,
  becomeTimeWait,
  limitFinWait2,
  setTimer,
  type Turn,
} from "./turn.ts";
import { isAcceptable } from "./window.ts";

/** 3.10.7.4: the states that know both ISNs, in the steps of the RFC. */
export function arriveSynchronized(turn: Turn, segment: Segment): void {
  const { e, profile } = turn;
  const isAckless = segment.ack === null && !segment.rst && !segment.syn;
  if (profile.dropsAckless === "at-once" && isAckless) return because(turn, "ack.missing");
  if (completesSimultaneousOpen(turn, segment)) {
    takeAck(turn, segment, segment.ack ?? 0);
    turn.duplicate = { left: segment.seq, right: e.rcv.nxt };
    return sendPureAck(turn);
  }
  if (e.state === "TIME-WAIT" && segment.syn && segment.ack === null && !segment.rst)
    return arriveSynInTimeWait(turn, segment);
  if (isOldStamp(turn, segment) && !segment.rst) {
    because(turn, "paws.old");
    return tellExpected(turn, segment);
  }
  if (repeatsSyn(turn, segment)) return arriveSynAgain(turn, segment);
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

/** RFC 6191, 2: the SYN of a new connection, or an old one of this. */
function arriveSynInTimeWait(turn: Turn, segment: Segment): void {
  if (beginsNextConnection(turn, segment)) return reopen(turn, segment);
  because(turn, "outside.ack");
  if (turn.profile.refusedSynInTimeWait === "ack") challenge(turn);
}

/** From the fifth step on. */
export function arriveFromAck(turn: Turn, segment: Segment, ack: number): void {
  if (!takeAck(turn, segment, ack)) return;
  heardFromPeer(turn);
  noteStamp(turn, segment);
  take(turn, segment);
  if (turn.entered.includes("FIN-WAIT-2")) limitFinWait2(turn);
}

function repeatsSyn({ e }: Turn, { syn, ack, rst, fin, seq }: Segment): boolean {
  return e.state === "SYN-RECEIVED" && syn && ack === null && !rst && !fin && seq === e.rcv.irs;
}

/** The SYN-ACK was lost, or late: every stack repeats it, the letter of the RFC (step 1) says what it expects instead. */
function arriveSynAgain(turn: Turn, segment: Segment): void {
  if (turn.profile.duplicateSyn === "syn-ack") {
    because(turn, "outside.syn-again");
    return resendHead(turn);
  }
  because(turn, "outside.ack");
  tellExpected(turn, segment);
}

/** Old or far off: an ACK says what is expected instead. A repeated SYN or FIN lands here, since its number is used up. */
function arriveOutside(turn: Turn, segment: Segment): void {
  const { e, now, profile } = turn;
  if (segment.rst && isJustBelow(turn, segment)) return arriveExactReset(turn);
  if (segment.rst) return because(turn, "outside.rst");
  if (e.state === "TIME-WAIT" && segment.fin && segmentEnd(segment) === e.rcv.nxt) {
    // Steps 5 and 8 restart the clock, but a repeated FIN never reaches them: its number is left of the window.
    because(turn, "time-wait.fin-again");
    setTimer(turn, "timeWait", now + profile.timeWaitUs);
    return sendPureAck(turn);
  }
  because(turn, "outside.ack");
  tellExpected(turn, segment);
}

/** Second: RST. Only the exact number is believed; a near miss must be proven by the peer (step 2; RFC 5961, 3.2). */
function arriveReset(turn: Turn, segment: Segment): void {
  const { e } = turn;
  if (segment.seq !== e.rcv.nxt && !isJustBelow(turn, segment)) {
    because(turn, "rst.challenge");
    return challenge(turn);
  }
  arriveExactReset(turn);
}

/** A peer that lost its state after its FIN may reset with the number of that FIN. */
function isJustBelow({ e, profile }: Turn, segment: Segment): boolean {
  return profile.believesResetBelow && hasSeenFin(e.state) && segment.seq === add(e.rcv.nxt, -1);
}

function hasSeenFin(state: State): boolean {
  return state === "CLOSE-WAIT" || state === "CLOSING" || state === "LAST-ACK";
}

function arriveExactReset(turn: Turn): void {
  const { e, profile } = turn;
  if (e.state === "TIME-WAIT" && profile.ignoresResetInTimeWait) return because(turn, "time-wait.rst-ignored");
  if (e.state === "SYN-RECEIVED" && e.origin === "passive") {
    because(turn, "rst.back-to-listen");
    return becomeListening(turn);
  }
  const ending = e.state === "CLOSING" || e.state === "LAST-ACK" || e.state === "TIME-WAIT";
  because(turn, ending ? "rst.while-closing" : "rst.reset");
  becomeClosed(turn, failureOfReset(turn, ending));
}

/** Fourth: a SYN inside the window (step 4; RFC 5961, 4.2). */
function arriveSynInside(turn: Turn): void {
  const { e } = turn;
  if (e.state === "SYN-RECEIVED" && e.origin === "passive") {
    because(turn, "syn.back-to-listen");
    return becomeListening(turn);
  }
  because(turn, "syn.challenge");
  challenge(turn);
}

/** RFC 9293, 3.8.4: whoever acknowledges is alive; what is refused may come from anybody. */
function heardFromPeer(turn: Turn): void {
  const { e, now, profile } = turn;
  if (e.timers.keepalive === null) return;
  if (e.guard.keepaliveProbes > 0) e.guard = { ...e.guard, keepaliveProbes: 0 };
  setTimer(turn, "keepalive", now + profile.keepaliveIdleUs);
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
    noteWindow(turn, segment);
    advance(turn, segment, ack);
    establish(turn);
    return true;
  }
  if (lessThan(e.snd.nxt, ack)) {
    because(turn, "ack.future");
    challenge(turn);
    return false;
  }
  // How much was ever acknowledged: the SYN counts where it was ours to send first.
  const acknowledged = Math.min(e.snd.maxWnd, distance(add(e.snd.iss, e.origin === "active" ? 0 : 1), e.snd.una));
  if (profile.oldAck === "challenge" && lessThan(ack, add(e.snd.una, -acknowledged))) {
    because(turn, "ack.too-old");
    challenge(turn);
    return false;
  }
  const isNew = isBetween(e.snd.una, ack, e.snd.nxt);
  if (isNew) advance(turn, segment, ack);
  if (atMost(e.snd.una, ack)) noteWindow(turn, segment);
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
