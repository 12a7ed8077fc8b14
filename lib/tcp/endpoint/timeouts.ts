import type { Timer } from "./control-block.ts";
import { waitedInVain } from "./delayed-ack.ts";
import { backedOff, hasTriedEnough } from "./retransmission.ts";
import { resendHead, resendTail, sendAbort, sendKeepalive, sendPureAck } from "./sending.ts";
import { canSendText, sendProbeText } from "./transmit.ts";
import { because, becomeClosed, becomeListening, setTimer, type Turn } from "./turn.ts";

/** A timer fires (RFC 9293, 3.10.8; RFC 6298, section 5). */
export function timerExpires(turn: Turn, timer: Timer): void {
  if (turn.e.timers[timer] === null) throw new Error(`no ${timer} timer in ${turn.e.state}`);
  setTimer(turn, timer, null);
  onExpiry[timer](turn);
}

const onExpiry: Record<Timer, (turn: Turn) => void> = {
  /** RFC 8985, 7.3: something new where there is something, else the last segment again; then the RTO has its full time. */
  lossProbe(turn) {
    const { e, now } = turn;
    because(turn, "tlp.probe");
    e.guard = { ...e.guard, probed: true };
    if (canSendText(turn)) sendProbeText(turn);
    else {
      resendTail(turn);
      e.rto = { ...e.rto, firstResendAtUs: e.rto.firstResendAtUs ?? now };
    }
    setTimer(turn, "lossProbe", null);
    setTimer(turn, "retransmission", now + e.rto.rtoUs);
  },
  retransmission(turn) {
    const { e, now, profile } = turn;
    if (hasTriedEnough(e, now, profile)) return giveUp(turn);
    e.rto = backedOff(e.rto, e.state, now, profile);
    because(turn, "rto.resend", { n: e.rto.timeouts, nextUs: e.rto.rtoUs });
    setTimer(turn, "lossProbe", null);
    resendHead(turn);
    setTimer(turn, "retransmission", now + e.rto.rtoUs);
  },
  delayedAck(turn) {
    because(turn, "ack.delay-over");
    waitedInVain(turn);
    sendPureAck(turn);
  },
  /** RFC 9293, 3.8.4: a peer that answers no probe at all is gone. */
  keepalive(turn) {
    const { e, now, profile } = turn;
    if (e.unacked.length > 0 || e.unsent > 0) {
      because(turn, "keepalive.busy");
      return setTimer(turn, "keepalive", now + profile.keepaliveIdleUs);
    }
    const { keepaliveProbes } = e.guard;
    if (keepaliveProbes >= profile.keepaliveProbes) {
      because(turn, "keepalive.over", { n: keepaliveProbes });
      sendAbort(turn);
      return becomeClosed(turn, "timed out");
    }
    e.guard = { ...e.guard, keepaliveProbes: keepaliveProbes + 1 };
    because(turn, "keepalive.probe", { n: keepaliveProbes + 1 });
    sendKeepalive(turn);
    setTimer(turn, "keepalive", now + profile.keepaliveIntervalUs);
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
