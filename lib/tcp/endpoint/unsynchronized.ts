import { Queue } from "../queue.ts";
import type { Segment } from "../segment.ts";
import { add, isBetween } from "../sequence.ts";
import { MILLISECOND } from "../time.ts";
import { advance, establish } from "./acknowledgment.ts";
import { agree } from "./agreement.ts";
import { hurry } from "./delayed-ack.ts";
import { resendHead, resetFor, sendNew, sendReset } from "./sending.ts";
import { deliver, take } from "./text.ts";
import { echoesForeign } from "./timestamps.ts";
import { because, become, becomeClosed, owe, setTimer, type Turn } from "./turn.ts";

/** TCP_DELACK_MAX: how long the third segment waits for text where the application asked for that. */
const FIRST_ACK_WAITS_US = 200 * MILLISECOND;

/** 3.10.7.1: there is no connection; everything but a RST is answered with one. */
export function arriveClosed(turn: Turn, segment: Segment): void {
  if (segment.rst) return because(turn, "closed.rst");
  because(turn, "closed.reset");
  resetFor(turn, segment);
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
  const nxt = add(segment.seq, 1);
  e.rcv = { ...e.rcv, irs: segment.seq, nxt, acked: nxt };
  agree(turn, segment);
  become(turn, "SYN-RECEIVED");
  because(turn, e.fastOpen.isTrusted ? "listen.fast-open" : "listen.syn");
  if (segment.len > 0) takeTextOfSyn(turn, segment);
  sendNew(turn, { syn: true, ack: e.rcv.nxt });
}

/** Text on a SYN: trusted at once where Fast Open vouches for its sender (RFC 7413, 4.2.2), else kept or left. */
function takeTextOfSyn(turn: Turn, segment: Segment): void {
  const { e, profile } = turn;
  if (e.fastOpen.isTrusted) {
    e.rcv = { ...e.rcv, nxt: add(e.rcv.nxt, segment.len) };
    deliver(turn, segment.len);
  } else if (profile.textOnSyn === "discard") because(turn, "listen.text-discarded", { len: segment.len });
  else e.early = new Queue([{ seq: e.rcv.nxt, len: segment.len, fin: segment.fin }]);
}

/** 3.10.7.3 */
export function arriveSynSent(turn: Turn, segment: Segment): void {
  const { e, now, profile } = turn;
  const ackOk = segment.ack !== null && isBetween(e.snd.iss, segment.ack, e.snd.nxt);
  const isForeign = echoesForeign(turn, segment);
  if (segment.ack !== null && (!ackOk || isForeign)) {
    because(turn, isForeign ? "stamp.foreign" : segment.rst ? "syn-sent.bad-rst" : "syn-sent.bad-ack");
    if (!segment.rst) sendReset(turn, segment.ack, null);
    if (profile.hurriesSynUs !== null && e.rto.timeouts === 0 && !ackOk)
      setTimer(turn, "retransmission", now + profile.hurriesSynUs);
    return;
  }
  if (segment.rst) {
    if (!ackOk) return because(turn, "syn-sent.bad-rst");
    because(turn, "syn-sent.refused");
    return becomeClosed(turn, "connection refused");
  }
  if (!segment.syn) return because(turn, "syn-sent.drop");
  const nxt = add(segment.seq, 1);
  e.rcv = { ...e.rcv, irs: segment.seq, nxt, acked: nxt };
  agree(turn, segment);
  if (segment.ack === null) {
    become(turn, "SYN-RECEIVED");
    because(turn, "syn-sent.simultaneous");
    // The SYN that is in flight goes out again, now with an ACK.
    return resendHead(turn);
  }
  because(turn, "syn-sent.syn-ack");
  advance(turn, segment, segment.ack);
  establish(turn);
  acknowledgeSynAck(turn);
  if (profile.takesMoreThanSyn) take(turn, { ...segment, seq: e.rcv.nxt, syn: false });
}

/** The third segment: text that is waiting travels on it, and text of the SYN that was left goes again (RFC 7413, 4.1.3). */
function acknowledgeSynAck(turn: Turn): void {
  const { e, now } = turn;
  if (e.fastOpen.cookie !== null && e.unacked.length > 0) return resendHead(turn);
  if (!e.options.delaysFirstAck || e.unsent > 0) return owe(turn, "now");
  hurry(turn);
  setTimer(turn, "delayedAck", now + FIRST_ACK_WAITS_US);
  because(turn, "ack.delayed");
}
