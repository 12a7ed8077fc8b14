import { measured, readyForData } from "./retransmission.ts";
import { add, atMost, distance, lessThan } from "./sequence.ts";
import { become, setTimer, type Turn } from "./turn.ts";

/** SND.UNA moves up to `ack`; what is covered leaves the queue, the RTO timer starts anew (RFC 6298, 5.2 and 5.3). */
export function advance(turn: Turn, ack: number): void {
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

/** The handshake is complete on this side. */
export function establish(turn: Turn): void {
  const { e, now, profile } = turn;
  become(turn, "ESTABLISHED");
  e.rto = readyForData(e.rto, profile);
  if (e.unacked.length > 0) setTimer(turn, "retransmission", now + e.rto.rtoUs);
}
