import { type Segment, segmentEnd, segmentLength } from "./segment.ts";
import { add, lessThan } from "./sequence.ts";
import {
  because,
  becomeClosed,
  becomeListening,
  becomeTimeWait,
  refuse,
  sendPureAck,
  setTimer,
  type Turn,
} from "./turn.ts";
import { arriveListen } from "./unsynchronized.ts";
import { passesTcpInWindow } from "./window.ts";

/**
 * TIME-WAIT, and FIN-WAIT-2 of a socket that was closed, as Linux keeps them: in a small socket of its own
 * (tcp_timewait_state_process, kernel 6.18).
 */
export function arriveTimeWaitSocket(turn: Turn, segment: Segment): void {
  if (turn.e.state === "FIN-WAIT-2") arriveFinWait2(turn, segment);
  else arriveTimeWait(turn, segment);
}

function arriveFinWait2(turn: Turn, segment: Segment): void {
  const { e } = turn;
  if (!passesTcpInWindow(e, segment)) {
    because(turn, "outside.ack");
    return sendPureAck(turn);
  }
  if (segment.rst) {
    because(turn, "rst.reset");
    return becomeClosed(turn, null);
  }
  const isNew = lessThan(e.rcv.nxt, segmentEnd(segment)) && segmentLength(segment) > 0;
  const isSyn = segment.syn && !lessThan(segment.seq, e.rcv.nxt);
  if (!isSyn && (segment.ack === null || !isNew)) return because(turn, "ack.nothing-new");
  if (isSyn || !segment.fin || segmentEnd(segment) !== add(e.rcv.nxt, 1)) {
    because(turn, "text.nobody-reads", { len: segment.len });
    refuse(turn, segment);
    return becomeClosed(turn, null);
  }
  e.rcv = { ...e.rcv, nxt: segmentEnd(segment) };
  becomeTimeWait(turn);
  because(turn, "fin.time-wait", { lastsUs: turn.profile.timeWaitUs });
  sendPureAck(turn);
}

function arriveTimeWait(turn: Turn, segment: Segment): void {
  const { e, profile } = turn;
  if (segment.seq === e.rcv.nxt && (segmentLength(segment) === 0 || segment.rst)) {
    if (!segment.rst) {
      because(turn, "ack.nothing-new");
      return restart(turn);
    }
    if (profile.ignoresResetInTimeWait) return because(turn, "outside.rst");
    because(turn, "rst.while-closing");
    return becomeClosed(turn, null);
  }
  if (segment.rst) return because(turn, "outside.rst");
  const isNewSyn = segment.syn && segment.ack === null && lessThan(e.rcv.nxt, segment.seq);
  if (isNewSyn && e.origin === "passive") return reopen(turn, segment);
  // A SYN may be old; only what carries an ACK proves that the peer is still there.
  if (segment.ack !== null) restart(turn);
  because(turn, segment.fin ? "time-wait.fin-again" : "outside.ack");
  sendPureAck(turn);
}

/** A SYN beyond all that was received starts the next connection, from a number beyond all that was sent (RFC 6191). */
function reopen(turn: Turn, segment: Segment): void {
  const { e } = turn;
  const iss = add(e.snd.nxt, ISS_STEP);
  becomeListening(turn);
  e.snd = { iss, una: iss, nxt: iss, wnd: 0 };
  arriveListen(turn, segment);
  if (segment.fin) becomeClosed(turn, null);
}

/** tcp_timewait_state_process: tw_snd_nxt + 65535 + 2. */
const ISS_STEP = 65_537;

function restart(turn: Turn): void {
  setTimer(turn, "timeWait", turn.now + turn.profile.timeWaitUs);
}
