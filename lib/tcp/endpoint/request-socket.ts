import type { Segment } from "../segment.ts";
import { challenge, isTooSoon, tellExpected } from "./challenge.ts";
import { resendHead, resetFor, sendReset } from "./sending.ts";
import { arriveFromAck } from "./synchronized.ts";
import { echoesForeign, isOldStamp } from "./timestamps.ts";
import { because, becomeListening, setTimer, type Turn } from "./turn.ts";
import { passesTcpInWindow } from "./window.ts";

/** A passive SYN-RECEIVED as Linux keeps it: a request that becomes a socket with the third segment (tcp_check_req, kernel 6.18). */
export function arriveRequest(turn: Turn, segment: Segment): void {
  const { e } = turn;
  const isOld = isOldStamp(turn, segment);
  const repeatsSyn = segment.syn && segment.ack === null && !segment.rst && segment.seq === e.rcv.irs;
  if (repeatsSyn && !isOld) return repeatSynAck(turn);
  if (segment.ack !== null && !segment.rst && segment.ack !== e.snd.nxt) {
    because(turn, "syn-received.bad-ack");
    return sendReset(turn, segment.ack, null);
  }
  const isForeign = echoesForeign(turn, segment);
  if (isOld || isForeign || !passesTcpInWindow(e, segment)) {
    if (segment.rst) return because(turn, "outside.rst");
    because(turn, isForeign ? "stamp.foreign" : isOld ? "paws.old" : "outside.ack");
    return tellExpected(turn, segment);
  }
  if (segment.rst && segment.seq !== e.rcv.nxt) {
    because(turn, "rst.challenge");
    return challenge(turn);
  }
  if (segment.rst || (segment.syn && segment.seq !== e.rcv.irs)) {
    because(turn, segment.rst ? "rst.back-to-listen" : "syn.back-to-listen");
    if (!segment.rst) resetFor(turn, segment);
    return becomeListening(turn);
  }
  if (segment.ack === null) return because(turn, "ack.missing");
  arriveFromAck(turn, segment, segment.ack);
}

/** A SYN that comes again asks for the SYN-ACK again, as often as nonsense may be answered. */
function repeatSynAck(turn: Turn): void {
  const { e, now } = turn;
  if (isTooSoon(turn)) return;
  because(turn, "outside.syn-again");
  resendHead(turn);
  setTimer(turn, "retransmission", now + e.rto.rtoUs);
}
