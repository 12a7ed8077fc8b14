import { type Segment, segmentEnd, segmentLength } from "../segment.ts";
import { atMost, lessThan } from "../sequence.ts";
import { hurry } from "./delayed-ack.ts";
import { sendPureAck } from "./sending.ts";
import { because, type Turn } from "./turn.ts";

/** A challenge ACK: whoever sent that must prove that it knows our numbers (RFC 5961, 3 to 5), but not too often (7). */
export function challenge(turn: Turn): void {
  if (isTooSoon(turn)) return;
  sendPureAck(turn);
}

/** Notes that nonsense is answered now; true: it was answered just before, so not again. */
export function isTooSoon(turn: Turn): boolean {
  const { e, now, profile } = turn;
  const { challengedAtUs } = e.guard;
  if (challengedAtUs !== null && now - challengedAtUs < profile.challengeIntervalUs) {
    because(turn, "challenge.limited");
    return true;
  }
  e.guard = { ...e.guard, challengedAtUs: now };
  return false;
}

/**
 * The ACK that a segment outside the window gets (RFC 9293, 3.10.7.4, step 1). Text and FIN cannot be part of a loop of ACKs
 * that answer each other, so they are always told; and what arrived twice is named (RFC 2883).
 */
export function tellExpected(turn: Turn, segment: Segment): void {
  const { e } = turn;
  if (segment.syn || segmentLength(segment) === 0) return challenge(turn);
  if (lessThan(segment.seq, e.rcv.nxt)) {
    hurry(turn);
    turn.duplicate = duplicateOf(segment, e.rcv.nxt);
  }
  sendPureAck(turn);
}

/** The part of a segment that had been received before. */
export function duplicateOf(segment: Segment, rcvNxt: number) {
  const right = segmentEnd(segment);
  return { left: segment.seq, right: atMost(right, rcvNxt) ? right : rcvNxt };
}
