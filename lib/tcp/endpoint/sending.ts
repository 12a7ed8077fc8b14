import { NO_OPTIONS, type Options, type SackBlock } from "../options.ts";
import { type Segment, segmentEnd } from "../segment.ts";
import { add, atMost, distance, lessThan, type Seq } from "../sequence.ts";
import { type Push, receivedUpTo, type Unacked } from "./control-block.ts";
import { heldConversation, spendQuickAck } from "./delayed-ack.ts";
import { armLossProbe } from "./loss-probe.ts";
import { stampNow } from "./timestamps.ts";
import { setTimer, type Turn } from "./turn.ts";

/** Takes the next piece of sequence space, sends it, and keeps it until it is acknowledged. */
export function sendNew(turn: Turn, what: { syn?: boolean; fin?: boolean; len?: number; ack: Seq | null }): void {
  const { e, now } = turn;
  const len = what.len ?? 0;
  const end = add(e.snd.nxt, len);
  const piece: Unacked = {
    seq: e.snd.nxt,
    syn: what.syn ?? false,
    fin: what.fin ?? false,
    psh: len > 0 && pushedIn(turn, end),
    len,
    sentAtUs: now,
    resent: false,
  };
  e.snd = { ...e.snd, nxt: add(end, (piece.syn ? 1 : 0) + (piece.fin ? 1 : 0)) };
  e.unacked = e.unacked.with(piece);
  turn.send.push({ segment: asSegment(turn, piece, what.ack), resent: false });
  if (what.ack !== null) acknowledged(turn);
  if (len > 0) heldConversation(turn);
  if (e.timers.retransmission === null) setTimer(turn, "retransmission", now + e.rto.rtoUs);
  armLossProbe(turn);
}

/** Whether what leaves now, up to `end`, is to be pushed. What SEND gave stands in a row, and what has left is forgotten. */
function pushedIn({ e }: Turn, end: Seq): boolean {
  let { pushes } = e.outbox;
  let isDue = false;
  for (;;) {
    const first = pushes.at(0);
    isDue ||= first !== undefined && isPushed(first, e.snd.nxt, end);
    if (first === undefined || !atMost(first.to, end)) break;
    pushes = pushes.without(1);
  }
  e.outbox = { ...e.outbox, pushes };
  return isDue;
}

/** Whether a place to push at lies behind `start`, and at or before `end`. */
function isPushed({ from, to, every, atEnd }: Push, start: Seq, end: Seq): boolean {
  if (atEnd && atMost(to, end)) return true;
  const passed = (seq: Seq) => (every === 0 ? 0 : Math.floor(Math.max(0, distance(from, seq)) / every));
  return passed(end) > passed(start) && lessThan(start, to);
}

/** Sends the head of the retransmission queue once more, with today's acknowledgment (RFC 6298, 5.4). */
export function resendHead(turn: Turn): void {
  const { e } = turn;
  e.unacked = e.unacked.exchanged(0, resend(turn, e.unacked.at(0)));
}

/** Sends the last of the queue once more: what a tail-loss probe does (RFC 8985, 7.3). */
export function resendTail(turn: Turn): void {
  const { e } = turn;
  const last = e.unacked.length - 1;
  e.unacked = e.unacked.exchanged(last, resend(turn, e.unacked.at(last)));
}

/** Sends a piece of the queue again; gives back how it stands there from now on. */
function resend(turn: Turn, piece: Unacked | undefined): Unacked {
  const { e, now } = turn;
  if (piece === undefined) throw new Error(`nothing to resend in ${e.state}`);
  const isSyn = e.state === "SYN-SENT";
  // A SYN that was lost with text goes out alone: what carried the text may be what swallowed it (RFC 7413, 4.1.3).
  const sent = isSyn && piece.len > 0 && e.fastOpen.cookie !== null ? { ...piece, len: 0 } : piece;
  turn.send.push({ segment: asSegment(turn, sent, isSyn ? null : e.rcv.nxt), resent: true });
  if (!isSyn) acknowledged(turn);
  return { ...piece, sentAtUs: now, resent: true };
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>: takes no sequence number, so nothing keeps it (RFC 9293, 3.10.7.4). */
export function sendPureAck(turn: Turn): void {
  const { e } = turn;
  const segment = bare(turn, e.snd.nxt, e.rcv.nxt, false);
  const blocks = e.agreed.sack ? sackBlocks(turn) : [];
  turn.send.push({
    segment: blocks.length > 0 ? { ...segment, options: { ...segment.options, sack: blocks } } : segment,
    resent: false,
  });
  turn.duplicate = null;
  acknowledged(turn);
}

/** RFC 9293, 3.8.4: a probe whose number lies just below the window must be answered. */
export function sendKeepalive(turn: Turn): void {
  const { e } = turn;
  turn.send.push({ segment: bare(turn, add(e.snd.nxt, -1), e.rcv.nxt, false), resent: false });
}

/** A reset that stands on `seq` and, where it has one, `ack` (RFC 9293, 3.5.2): as from nobody's connection, so Linux's is bare. */
export function sendReset(turn: Turn, seq: Seq, ack: Seq | null): void {
  const reset = bare(turn, seq, ack, true);
  turn.send.push({ segment: turn.profile.requiresStamps ? reset : { ...reset, options: NO_OPTIONS }, resent: false });
}

/**
 * The reset of a connection that is given up. RFC 9293, 3.10.5 writes <CTL=RST> alone; every stack acknowledges with it,
 * and so do we: to the receiver it makes no difference.
 */
export function sendAbort(turn: Turn): void {
  const { e } = turn;
  turn.send.push({ segment: bare(turn, e.snd.nxt, e.rcv.nxt, true), resent: false });
}

/** The reset that a segment earns where it has no business: on a number that its sender must believe (RFC 9293, 3.5.2). */
export function resetFor(turn: Turn, segment: Segment): void {
  if (segment.ack === null) sendReset(turn, 0, segmentEnd(segment));
  else sendReset(turn, segment.ack, null);
}

/** Whatever carried an ACK has paid what was owed. */
function acknowledged(turn: Turn): void {
  const { e } = turn;
  if (turn.ack !== "none" || e.timers.delayedAck !== null) spendQuickAck(turn);
  turn.ack = "none";
  if (e.rcv.acked !== e.rcv.nxt) e.rcv = receivedUpTo(e.rcv, e.rcv.nxt, e.rcv.nxt);
  setTimer(turn, "delayedAck", null);
}

function asSegment(turn: Turn, piece: Unacked, ack: Seq | null): Segment {
  const { e } = turn;
  return {
    seq: piece.seq,
    ack,
    syn: piece.syn,
    fin: piece.fin,
    rst: false,
    psh: piece.psh && !piece.syn,
    len: piece.len,
    wnd: piece.syn ? Math.min(e.rcv.wnd, 65_535) : writtenWindow(turn),
    options: piece.syn ? synOptions(turn, ack) : plainOptions(turn, ack),
  };
}

function bare(turn: Turn, seq: Seq, ack: Seq | null, rst: boolean): Segment {
  const wnd = rst ? 0 : writtenWindow(turn);
  return { seq, ack, syn: false, fin: false, rst, psh: false, len: 0, wnd, options: plainOptions(turn, ack) };
}

/** RFC 7323, 2.3: what does not fit into 16 bits is shifted; rounded up, so that the window never shrinks by writing. */
function writtenWindow({ e }: Turn): number {
  return Math.min(Math.ceil(e.rcv.wnd / 2 ** e.rcv.scale), 65_535);
}

/** A SYN offers what the profile has; a SYN-ACK only what the SYN offered too (RFC 7323, 2.2 and 3.2; RFC 2018, 2). */
function synOptions(turn: Turn, ack: Seq | null): Options {
  const { e, profile } = turn;
  const isAnswer = ack !== null;
  const timestamps = isAnswer ? e.agreed.stamps !== null : profile.timestamps;
  const windowScale = isAnswer ? (e.agreed.scales ? e.rcv.scale : null) : profile.windowScale;
  return {
    mss: profile.mss,
    ...(timestamps ? { timestamps: stampNow(turn, ack) } : {}),
    ...((isAnswer ? e.agreed.sack : profile.sack) ? { sackPermitted: true } : {}),
    ...(windowScale === null ? {} : { windowScale }),
    ...(e.fastOpen.cookie === null ? {} : { fastOpen: e.fastOpen.cookie }),
  };
}

function plainOptions(turn: Turn, ack: Seq | null): Options {
  return turn.e.agreed.stamps === null ? NO_OPTIONS : { timestamps: stampNow(turn, ack) };
}

/** What arrived twice first (RFC 2883, 4), then what waits for a gap to close (RFC 2018, 4); three fit beside timestamps. */
function sackBlocks(turn: Turn): SackBlock[] {
  const waiting: SackBlock[] = [];
  for (const { seq, len, fin } of turn.e.early.toJSON()) {
    const right = add(seq, len + (fin ? 1 : 0));
    const last = waiting.at(-1);
    if (last !== undefined && distance(last.right, seq) <= 0) waiting[waiting.length - 1] = { left: last.left, right };
    else waiting.push({ left: seq, right });
  }
  return (turn.duplicate === null ? waiting : [turn.duplicate, ...waiting]).slice(0, 3);
}
