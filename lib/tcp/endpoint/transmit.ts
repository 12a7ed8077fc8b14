import { add, distance, lessThan } from "../sequence.ts";
import { mayWait } from "./delayed-ack.ts";
import { sendNew, sendPureAck } from "./sending.ts";
import { STAMP_BYTES } from "./timestamps.ts";
import { become, type Turn } from "./turn.ts";

/** What an event leaves to be sent: waiting text, the FIN behind it, the ACK; in one segment where they fit. */
export function transmit(turn: Turn): void {
  const { e } = turn;
  if ((e.unsent > 0 || e.finDue) && mayStillSend(turn)) {
    sendText(turn);
    if (e.finDue && e.unsent === 0) sendFin(turn, 0);
  }
  if (turn.ack === "now" || (turn.ack === "delayed" && !mayWait(turn))) sendPureAck(turn);
}

/** Until its FIN has left, a side may send what it was given; in SYN-RECEIVED only what Fast Open allows (RFC 7413, 3). */
function mayStillSend({ e }: Turn): boolean {
  if (e.state === "ESTABLISHED" || e.state === "CLOSE-WAIT") return true;
  if (e.state === "SYN-RECEIVED") return e.fastOpen.isTrusted;
  return e.finDue && (e.state === "FIN-WAIT-1" || e.state === "CLOSING");
}

/** No sender puts a whole window of tiny segments on the wire at one instant; what is left goes with the next event. */
export const SEGMENTS_AT_ONCE_MAX = 4_096;

/** As much text as the peer's window takes, in pieces of at most one MSS; the FIN travels on the last one. */
function sendText(turn: Turn): void {
  const { e } = turn;
  while (e.unsent > 0 && turn.send.length < SEGMENTS_AT_ONCE_MAX) {
    const len = lengthOfNext(turn);
    if (len <= 0 || mustWait(turn, len)) return;
    e.unsent -= len;
    if (e.unsent === 0 && e.finDue) return sendFin(turn, len);
    sendNew(turn, { len, ack: e.rcv.nxt });
    if (len < sendMss(e)) e.outbox = { ...e.outbox, smallEnd: e.snd.nxt };
  }
}

/** RFC 9293, 3.8.6.2.1: never more than half of the largest window at a time, so that a small window does not stall. */
function lengthOfNext({ e }: Turn): number {
  const room = e.snd.wnd - distance(e.snd.una, e.snd.nxt);
  return Math.min(e.unsent, sendMss(e), room, Math.max(1, Math.floor(e.snd.maxWnd / 2)));
}

/** RFC 7323, appendix A: timestamps take 12 bytes of every segment. */
function sendMss({ snd, agreed }: Turn["e"]): number {
  return snd.mss - (agreed.stamps === null ? 0 : STAMP_BYTES);
}

/** Nagle's rule: a small segment waits while another small one is on its way (RFC 9293, 3.7.4), or while more is to come. */
function mustWait({ e, profile }: Turn, len: number): boolean {
  if (len >= sendMss(e)) return false;
  // RFC 9293, 3.8.6.2.1: what the window cuts off a segment waits while anything can still open the window.
  if (len < e.unsent) return len < Math.floor(e.snd.maxWnd / 2) && e.unacked.length > 0;
  if (e.finDue) return false;
  if (e.outbox.moreComes || e.options.cork) return true;
  return profile.nagle && !e.options.noDelay && e.outbox.smallEnd !== null && lessThan(e.snd.una, e.outbox.smallEnd);
}

/** Whether a tail-loss probe can carry text that was not sent yet. */
export function canSendText(turn: Turn): boolean {
  return turn.e.unsent > 0 && mayStillSend(turn) && lengthOfNext(turn) > 0;
}

/** Sends one segment of it, Nagle or not. */
export function sendProbeText(turn: Turn): void {
  const { e } = turn;
  const len = lengthOfNext(turn);
  e.unsent -= len;
  sendNew(turn, { len, ack: e.rcv.nxt });
}

/** RFC 9293, 3.10.4: the FIN of the side that answers one is what ends CLOSE-WAIT; FIN-WAIT-1 began with the call. */
function sendFin(turn: Turn, len: number): void {
  const { e } = turn;
  e.finDue = false;
  sendNew(turn, { fin: true, len, ack: e.rcv.nxt });
  if (e.state === "CLOSE-WAIT") become(turn, "LAST-ACK");
  else if (e.state === "ESTABLISHED") become(turn, "FIN-WAIT-1"); // CLOSE was called before the handshake was complete
}

/** Where the next byte that SEND is given will stand. */
export function endOfText({ snd, unsent }: Turn["e"]): number {
  return add(snd.nxt, unsent);
}
