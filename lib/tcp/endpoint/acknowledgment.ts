import type { Segment } from "../segment.ts";
import { add, atMost, distance, lessThan } from "../sequence.ts";
import type { Unacked } from "./control-block.ts";
import { armLossProbe } from "./loss-probe.ts";
import { measured, readyForData } from "./retransmission.ts";
import { roundTripOf } from "./timestamps.ts";
import { become, setTimer, type Turn } from "./turn.ts";

/** SND.UNA moves up to SEG.ACK; what is covered leaves the queue, the RTO timer starts anew (RFC 6298, 5.2 and 5.3). */
export function advance(turn: Turn, segment: Segment, ack: number): void {
  const { e, now, profile } = turn;
  let covered = 0;
  let anyResent = false;
  let sampleUs: number | null = null;
  for (;;) {
    const piece = e.unacked.at(covered);
    if (piece === undefined || !atMost(add(piece.seq, sizeOf(piece)), ack)) break;
    covered += 1;
    anyResent ||= piece.resent;
    sampleUs ??= now - piece.sentAtUs;
  }
  // A SYN with text of which only the SYN was taken is a round trip all the same.
  const next = e.unacked.at(covered);
  if (next?.syn && !next.resent && lessThan(next.seq, ack)) sampleUs ??= now - next.sentAtUs;
  // Karn's rule, for all that one ACK covers: behind a hole that was filled, even what was sent once waited (RFC 6298, 3).
  if (anyResent) sampleUs = roundTripOf(turn, segment);
  if (sampleUs !== null) e.rto = measured(e.rto, sampleUs, profile);
  else if (e.rto.timeouts > 0 || e.rto.firstResendAtUs !== null)
    e.rto = { ...e.rto, timeouts: 0, firstResendAtUs: null };
  e.unacked = e.unacked.without(covered);
  const first = e.unacked.at(0);
  if (first !== undefined && lessThan(first.seq, ack)) {
    e.unacked = e.unacked.exchanged(0, { ...first, seq: ack, syn: false, len: leftOf(first, ack) });
  }
  e.snd = { ...e.snd, una: ack };
  if (e.guard.probed) e.guard = { ...e.guard, probed: false };
  setTimer(turn, "retransmission", e.unacked.length > 0 ? now + e.rto.rtoUs : null);
  armLossProbe(turn);
}

/** How much text is left of a piece that was acknowledged in part: a SYN with text, most often. */
function leftOf(piece: Unacked, ack: number): number {
  return piece.len - (distance(piece.seq, ack) - (piece.syn ? 1 : 0));
}

function sizeOf(piece: Unacked): number {
  return piece.len + (piece.syn ? 1 : 0) + (piece.fin ? 1 : 0);
}

/** SND.WND, from the window field as it is written (RFC 9293, 3.10.7.4, step 5; RFC 7323, 2.3). */
export function noteWindow({ e }: Turn, { wnd, syn }: Segment): void {
  const bytes = syn ? wnd : wnd * 2 ** e.snd.scale;
  if (e.snd.wnd !== bytes) e.snd = { ...e.snd, wnd: bytes, maxWnd: Math.max(e.snd.maxWnd, bytes) };
}

/** The handshake is complete on this side. */
export function establish(turn: Turn): void {
  const { e, now, profile } = turn;
  become(turn, "ESTABLISHED");
  e.replaced = null;
  e.rto = readyForData(e.rto, profile);
  e.delay = { ...e.delay, heardAtUs: now };
  if (e.unacked.length > 0) setTimer(turn, "retransmission", now + e.rto.rtoUs);
  if (e.options.keepalive) setTimer(turn, "keepalive", now + profile.keepaliveIdleUs);
}
