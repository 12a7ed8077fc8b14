import type { Timer } from "./control-block.ts";
import { backedOff, retriesOf } from "./retransmission.ts";
import { because, becomeClosed, becomeListening, resendHead, sendPureAck, setTimer, type Turn } from "./turn.ts";

/** A timer fires (RFC 9293, 3.10.8; RFC 6298, section 5). */
export function expire(turn: Turn, timer: Timer): void {
  if (turn.e.timers[timer] === null)
    throw new Error(`the ${timer} timer fires in ${turn.e.state}, but it does not run`);
  setTimer(turn, timer, null);
  onExpiry[timer](turn);
}

const onExpiry: Record<Timer, (turn: Turn) => void> = {
  retransmission(turn) {
    const { e, now, profile } = turn;
    if (e.rto.timeouts >= retriesOf(e.state, e.orphan, profile)) return giveUp(turn);
    e.rto = backedOff(e.rto, e.state, profile);
    because(turn, "rto.resend", { n: e.rto.timeouts, nextUs: e.rto.rtoUs });
    resendHead(turn);
    setTimer(turn, "retransmission", now + e.rto.rtoUs);
  },
  delayedAck(turn) {
    because(turn, "ack.delay-over");
    sendPureAck(turn);
  },
  finWait2(turn) {
    because(turn, "fin-wait-2.over");
    becomeClosed(turn, null);
  },
  timeWait(turn) {
    because(turn, "time-wait.over");
    becomeClosed(turn, null);
  },
};

function giveUp(turn: Turn): void {
  const { e } = turn;
  because(turn, e.state === "SYN-RECEIVED" ? "rto.give-up-syn-ack" : "rto.give-up", { n: e.rto.timeouts });
  if (e.state === "SYN-RECEIVED" && e.origin === "passive") becomeListening(turn);
  else becomeClosed(turn, "timed out");
}
