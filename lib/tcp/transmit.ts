import { distance } from "./sequence.ts";
import { because, become, sendNew, sendPureAck, setTimer, type Turn } from "./turn.ts";

/** What an event leaves to be sent: waiting text, the FIN behind it, the ACK; in one segment where they fit. */
export function transmit(turn: Turn): void {
  const { e } = turn;
  if (e.state === "ESTABLISHED" || e.state === "CLOSE-WAIT") {
    sendText(turn);
    if (e.finDue && e.unsent === 0) sendFin(turn, 0);
  }
  if (turn.ack !== "none") acknowledge(turn);
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

/** RFC 9293, 3.6: whoever sends the first FIN waits in FIN-WAIT-1, whoever answers one in LAST-ACK. */
function sendFin(turn: Turn, len: number): void {
  const { e } = turn;
  e.finDue = false;
  sendNew(turn, { fin: true, len, ack: e.rcv.nxt });
  become(turn, e.state === "CLOSE-WAIT" ? "LAST-ACK" : "FIN-WAIT-1");
}

/** RFC 9293, 3.8.6.3: an ACK may wait a little for company, but every second one goes at once. */
function acknowledge(turn: Turn): void {
  const { e, now, profile } = turn;
  if (turn.ack === "now" || profile.delayedAckUs === 0 || e.timers.delayedAck !== null) return sendPureAck(turn);
  because(turn, "ack.delayed");
  setTimer(turn, "delayedAck", now + profile.delayedAckUs);
}
