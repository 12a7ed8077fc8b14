import { distance } from "./sequence.ts";
import { because, become, sendNew, sendPureAck, setTimer, type Turn } from "./turn.ts";

/** What an event leaves to be sent: waiting text, the FIN behind it, the ACK; in one segment where they fit. */
export function transmit(turn: Turn): void {
  const { e } = turn;
  if (mayStillSend(turn)) {
    sendText(turn);
    if (e.finDue && e.unsent === 0) sendFin(turn, 0);
  }
  if (turn.ack !== "none") acknowledge(turn);
}

/** Until its FIN has left, a side may send what it was given. */
function mayStillSend({ e }: Turn): boolean {
  if (e.state === "ESTABLISHED" || e.state === "CLOSE-WAIT") return true;
  return e.finDue && (e.state === "FIN-WAIT-1" || e.state === "CLOSING");
}

/** As much text as the peer's window takes, in pieces of at most one MSS; the FIN travels on the last one. */
function sendText(turn: Turn): void {
  const { e, profile } = turn;
  while (e.unsent > 0) {
    const room = e.snd.wnd - distance(e.snd.una, e.snd.nxt);
    const len = Math.min(e.unsent, profile.mss, room);
    if (len <= 0) return;
    e.unsent -= len;
    if (e.unsent === 0 && e.finDue) return sendFin(turn, len);
    sendNew(turn, { len, ack: e.rcv.nxt });
  }
}

/** RFC 9293, 3.10.4: the FIN of the side that answers one is what ends CLOSE-WAIT; FIN-WAIT-1 began with the call. */
function sendFin(turn: Turn, len: number): void {
  const { e } = turn;
  e.finDue = false;
  sendNew(turn, { fin: true, len, ack: e.rcv.nxt });
  if (e.state === "CLOSE-WAIT") become(turn, "LAST-ACK");
  else if (e.state === "ESTABLISHED") become(turn, "FIN-WAIT-1"); // CLOSE was called before the handshake was complete
}

/** RFC 9293, 3.8.6.3: an ACK may wait a little for company, but every second one goes at once. */
function acknowledge(turn: Turn): void {
  const { e, now, profile } = turn;
  if (turn.ack === "now" || profile.delayedAckUs === 0 || e.timers.delayedAck !== null) return sendPureAck(turn);
  because(turn, "ack.delayed");
  setTimer(turn, "delayedAck", now + profile.delayedAckUs);
}
