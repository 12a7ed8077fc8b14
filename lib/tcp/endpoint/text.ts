import { EMPTY_QUEUE, Queue } from "../queue.ts";
import { type Segment, segmentEnd } from "../segment.ts";
import { add, atMost, distance, isInWindow, lessThan } from "../sequence.ts";
import { duplicateOf } from "./challenge.ts";
import { type Early, receivedUpTo } from "./control-block.ts";
import { heardText, hurry, takeTurns } from "./delayed-ack.ts";
import { failureOfReset } from "./failure.ts";
import { resetFor } from "./sending.ts";
import { because, become, becomeClosed, becomeTimeWait, owe, type Turn } from "./turn.ts";

/**
 * Seventh and eighth: the text and the FIN of a segment (RFC 9293, 3.10.7.4). What comes too early waits; what was
 * seen before is cut off.
 */
export function take(turn: Turn, segment: Segment): void {
  const { e } = turn;
  const nothingNew = segment.len === 0 && !segment.fin;
  if (nothingNew && e.early.length === 0) return;
  const end = segmentEnd(segment);
  if (e.state === "TIME-WAIT") return takeNothing(turn, nothingNew);
  const heardAll = ["CLOSE-WAIT", "CLOSING", "LAST-ACK"].includes(e.state);
  const behindRcvNxt = lessThan(e.rcv.nxt, add(end, segment.fin ? -1 : 0));
  const reachesOverFin = heardAll && lessThan(segment.seq, e.rcv.nxt) && turn.profile.resetsTextBehindFin;
  if (!nothingNew && behindRcvNxt && (isDeaf(e) || reachesOverFin)) return resetUnread(turn, segment);
  const isRepeat = lessThan(segment.seq, e.rcv.nxt) && atMost(end, e.rcv.nxt);
  if (heardAll && !isRepeat) {
    if (!nothingNew) because(turn, "text.after-fin");
    return;
  }
  if (e.early.length === 0 && segment.seq === e.rcv.nxt && !segment.fin) {
    // By far the most common case: text that is next in line, and nothing waits behind it.
    e.rcv = receivedUpTo(e.rcv, end, e.rcv.acked);
    deliver(turn, segment.len);
    return owe(turn, "delayed");
  }
  if (!nothingNew && atMost(end, e.rcv.nxt)) {
    because(turn, "outside.ack");
    hurry(turn);
    turn.duplicate = duplicateOf(segment, e.rcv.nxt);
    owe(turn, "now");
  } else if (!nothingNew) keep(turn, { seq: segment.seq, len: segment.len, fin: segment.fin });
  takeInOrder(turn);
  if (!nothingNew && e.early.length > 0 && lessThan(e.rcv.nxt, segment.seq)) {
    because(turn, "text.early");
    hurry(turn);
    owe(turn, "now");
  }
}

/** RFC 9293, 3.10.7.4: nothing new can come in TIME-WAIT; whatever comes is acknowledged, as a repeated FIN would be. */
function takeNothing(turn: Turn, nothingNew: boolean): void {
  if (nothingNew || turn.entered.includes("TIME-WAIT")) return;
  because(turn, "text.after-fin");
  owe(turn, "now");
}

/** Nobody reads: the socket is gone, or both of its directions are shut (Linux: RCV_SHUTDOWN in FIN-WAIT). */
function isDeaf({ app: { orphan, deaf }, state }: Turn["e"]): boolean {
  return orphan || (deaf && (state === "FIN-WAIT-1" || state === "FIN-WAIT-2"));
}

/** RFC 9293, 3.6.1: text for an application that is gone would be lost in silence; a reset says so. */
function resetUnread(turn: Turn, segment: Segment): void {
  because(turn, "text.nobody-reads", { len: segment.len });
  resetFor(turn, segment);
  becomeClosed(turn, failureOfReset(turn, false));
}

function keep(turn: Turn, piece: Early): void {
  const { e } = turn;
  const last = e.early.at(e.early.length - 1);
  // Behind a gap, text comes in order most of the time.
  if (last === undefined || lessThan(last.seq, piece.seq)) e.early = e.early.with(piece);
  else {
    const others = e.early.toJSON().filter((other) => other.seq !== piece.seq || other.len > piece.len);
    e.early = new Queue([...others, piece].sort((a, b) => distance(b.seq, a.seq)));
  }
}

/** Everything that has become the next in line is delivered, the FIN last. */
function takeInOrder(turn: Turn): void {
  const { e } = turn;
  let received = 0;
  let fin = false;
  while (!fin) {
    const next = e.early.at(0);
    if (next === undefined || !atMost(next.seq, e.rcv.nxt)) break;
    e.early = e.early.without(1);
    const end = add(next.seq, next.len);
    const fresh = Math.max(0, distance(e.rcv.nxt, end));
    fin = next.fin && isInWindow(e.rcv.nxt, end, e.rcv.wnd);
    received += fresh;
    e.rcv = { ...e.rcv, nxt: add(e.rcv.nxt, fresh + (fin ? 1 : 0)), wnd: e.rcv.wnd - (fin ? 1 : 0) };
  }
  if (received > 0) {
    deliver(turn, received);
    // A gap that closes is news for the sender (RFC 9293, 3.8.6.3; RFC 5681, 4.2).
    owe(turn, e.early.length > 0 ? "now" : "delayed");
  }
  if (fin) takeFin(turn);
}

/** Hands text to the application, or keeps it until it asks. */
export function deliver(turn: Turn, len: number): void {
  const { e } = turn;
  e.delivered += len;
  if (e.options.reads === "on-call") e.unread += len;
  because(turn, "text.delivered", { len });
  heardText(turn, len);
}

/** The peer will send nothing more. What we become depends on how far our own direction is. */
function takeFin(turn: Turn): void {
  const { e } = turn;
  e.app = { ...e.app, heardEnd: true };
  e.early = EMPTY_QUEUE; // nothing can stand behind the last word
  owe(turn, e.state === "ESTABLISHED" ? "delayed" : "now");
  if (e.state === "ESTABLISHED") {
    // What comes next is our own FIN, and the ACK can ride on it (tcp_fin enters pingpong mode).
    takeTurns(turn, true);
    become(turn, "CLOSE-WAIT");
    because(turn, "fin.close-wait");
  } else if (e.state === "FIN-WAIT-1") {
    become(turn, "CLOSING");
    because(turn, "fin.closing");
  } else if (e.state === "FIN-WAIT-2") {
    becomeTimeWait(turn);
    because(turn, "fin.time-wait", { lastsUs: turn.profile.timeWaitUs });
  } else throw new Error(`a FIN was taken in ${e.state}`);
}
