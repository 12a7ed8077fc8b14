import type { Profile } from "../profile.ts";
import { type Segment, segmentEnd, segmentLength } from "../segment.ts";
import { add, isInWindow, lessThan } from "../sequence.ts";
import type { Endpoint } from "./control-block.ts";

/** Is any of the segment inside the receive window? (RFC 9293, 3.10.7.4, step 1) */
export function isAcceptable(e: Endpoint, segment: Segment, profile: Profile): boolean {
  return profile.sequenceCheck === "edges" ? passesTcpSequence(e, segment) : passesTable(e, segment);
}

/** The table of RFC 9293, 3.4. */
function passesTable({ rcv: { nxt, wnd } }: Endpoint, segment: Segment): boolean {
  const length = segmentLength(segment);
  // "Special allowance should be made to accept valid ACKs": a peer that filled our window acknowledges from its edge,
  // and two sides that did so would answer each other's ACKs for ever.
  if (length === 0 && !segment.rst && segment.seq === add(nxt, wnd)) return true;
  if (length === 0) return wnd === 0 ? segment.seq === nxt : isInWindow(nxt, segment.seq, wnd);
  if (wnd === 0) return false;
  return isInWindow(nxt, segment.seq, wnd) || isInWindow(nxt, add(segmentEnd(segment), -1), wnd);
}

/** Linux's tcp_sequence. Behind the peer's FIN nothing may reach over the edge, while that FIN is unread in the queue. */
function passesTcpSequence({ state, rcv: { nxt, wnd } }: Endpoint, segment: Segment): boolean {
  const edge = add(nxt, wnd);
  const end = segmentEnd(segment);
  if (lessThan(end, nxt) || lessThan(edge, segment.seq)) return false;
  const finIsUnread = state === "CLOSE-WAIT" || state === "CLOSING";
  return !(finIsUnread && lessThan(edge, end));
}

/** Linux's tcp_in_window, for requests and time-wait sockets: at the right edge only an empty segment counts. */
export function passesTcpInWindow({ rcv: { nxt, wnd } }: Endpoint, segment: Segment): boolean {
  const edge = add(nxt, wnd);
  const end = segmentEnd(segment);
  if (segment.seq === nxt) return true;
  if (lessThan(nxt, end) && lessThan(segment.seq, edge)) return true;
  return segment.seq === edge && end === edge;
}
