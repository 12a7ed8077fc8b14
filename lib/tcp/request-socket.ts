import type { Segment } from "./segment.ts";
import { arriveFromAck } from "./synchronized.ts";
import { because, becomeListening, refuse, resendHead, sendPureAck, sendReset, type Turn } from "./turn.ts";
import { passesTcpInWindow } from "./window.ts";

/** A passive SYN-RECEIVED as Linux keeps it: a request that becomes a socket with the third segment (tcp_check_req, kernel 6.18). */
export function arriveRequest(turn: Turn, segment: Segment): void {
  const { e } = turn;
  const repeatsSyn = segment.syn && segment.ack === null && !segment.rst && segment.seq === e.rcv.irs;
  if (repeatsSyn) {
    because(turn, "outside.syn-again");
    return resendHead(turn);
  }
  if (segment.ack !== null && !segment.rst && segment.ack !== e.snd.nxt) {
    because(turn, "syn-received.bad-ack");
    return sendReset(turn, segment.ack, null);
  }
  if (!passesTcpInWindow(e, segment)) {
    if (segment.rst) return because(turn, "outside.rst");
    because(turn, "outside.ack");
    return sendPureAck(turn);
  }
  if (segment.rst && segment.seq !== e.rcv.nxt) {
    because(turn, "rst.challenge");
    return sendPureAck(turn);
  }
  if (segment.rst || (segment.syn && segment.seq !== e.rcv.irs)) {
    because(turn, segment.rst ? "rst.back-to-listen" : "syn.back-to-listen");
    if (!segment.rst) refuse(turn, segment);
    return becomeListening(turn);
  }
  if (segment.ack === null) return because(turn, "ack.missing");
  arriveFromAck(turn, segment, segment.ack);
}
