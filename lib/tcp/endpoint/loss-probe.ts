import { isSynchronized } from "../state.ts";
import { MILLISECOND, SECOND } from "../time.ts";
import { setTimer, type Turn } from "./turn.ts";

/**
 * Sets the clock of the tail-loss probe (RFC 8985, 7.2; Linux: tcp_schedule_loss_probe): two round trips after the last
 * transmission, a little more while a single segment is in flight, whose ACK may be delayed; never after the RTO.
 */
export function armLossProbe(turn: Turn): void {
  const { e, now, profile } = turn;
  const { retransmission } = e.timers;
  const isQuiet = e.rto.timeouts === 0 && !e.guard.probed && isSynchronized(e.state);
  if (!profile.tailLossProbe || !e.agreed.sack || !isQuiet || retransmission === null)
    return setTimer(turn, "lossProbe", null);
  const { srttUs } = e.rto;
  const alone = e.unacked.length === 1 ? profile.rtoMinUs : 2 * MILLISECOND;
  const waitUs = srttUs === null ? SECOND : 2 * srttUs + alone;
  setTimer(turn, "lossProbe", Math.min(now + waitUs, retransmission));
}
