import { type Segment, segmentEnd, segmentLength } from "../segment.ts";
import { add, lessThan } from "../sequence.ts";
import { challenge } from "./challenge.ts";
import { beginsNextConnection, reopen } from "./reopening.ts";
import { resetFor, sendPureAck } from "./sending.ts";
import { isOldStamp, noteStamp } from "./timestamps.ts";
import { because, becomeClosed, becomeTimeWait, setTimer, type Turn } from "./turn.ts";
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
  if (isOldStamp(turn, segment) || !passesTcpInWindow(e, segment)) {
    because(turn, "outside.ack");
    return tell(turn, segment);
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
    resetFor(turn, segment);
    return becomeClosed(turn, null);
  }
  noteStamp(turn, segment);
  e.rcv = { ...e.rcv, nxt: segmentEnd(segment) };
  becomeTimeWait(turn);
  because(turn, "fin.time-wait", { lastsUs: turn.profile.timeWaitUs });
  sendPureAck(turn);
}

function arriveTimeWait(turn: Turn, segment: Segment): void {
  const { e, profile } = turn;
  const isOld = isOldStamp(turn, segment);
  if (!isOld && segment.seq === e.rcv.nxt && (segmentLength(segment) === 0 || segment.rst)) {
    if (!segment.rst) {
      because(turn, "ack.nothing-new");
      noteStamp(turn, segment);
      return restart(turn);
    }
    if (profile.ignoresResetInTimeWait) return because(turn, "time-wait.rst-ignored");
    because(turn, "rst.while-closing");
    return becomeClosed(turn, null);
  }
  if (segment.rst) return because(turn, "time-wait.rst-ignored");
  if (beginsNextConnection(turn, segment)) {
    reopen(turn, segment);
    if (segment.fin) becomeClosed(turn, null);
    return;
  }
  // A SYN may be old; only what carries an ACK, or an old timestamp, proves that the peer was still there.
  if (segment.ack !== null || isOld) restart(turn);
  because(turn, segment.fin ? "time-wait.fin-again" : "outside.ack");
  tell(turn, segment);
}

/** The ACK for what is outside; text and FIN are never left without one (tcp_oow_rate_limited). */
function tell(turn: Turn, segment: Segment): void {
  if (segmentLength(segment) > 0 && !segment.syn) sendPureAck(turn);
  else challenge(turn);
}

function restart(turn: Turn): void {
  setTimer(turn, "timeWait", turn.now + turn.profile.timeWaitUs);
}
