import type { Segment } from "../segment.ts";
import { add, lessThan } from "../sequence.ts";
import { closedEndpoint, NO_TIMERS } from "./control-block.ts";
import { isOldStamp } from "./timestamps.ts";
import type { Turn } from "./turn.ts";
import { arriveListen } from "./unsynchronized.ts";

/** Linux: tw_snd_nxt + 65535 + 2; RFC 9293, MAY-2: beyond everything that the old connection sent. */
export const ISS_STEP = 65_537;

/**
 * Whether a SYN that meets TIME-WAIT surely belongs to a new connection: its timestamp is newer, or its number is beyond
 * all that was received (RFC 6191, 2; RFC 9293, MAY-2). Whether somebody still listens is for the host to know.
 */
export function beginsNextConnection(turn: Turn, segment: Segment): boolean {
  const { e, profile } = turn;
  if (!profile.reopensTimeWait || e.origin !== "passive") return false;
  if (!segment.syn || segment.rst || segment.ack !== null || isOldStamp(turn, segment)) return false;
  const stamp = segment.options.timestamps;
  const isNewer = e.agreed.stamps !== null && stamp !== undefined && lessThan(e.agreed.stamps.recent, stamp.value);
  return isNewer || lessThan(e.rcv.nxt, segment.seq);
}

/** The next connection begins where the last one stood, from a number beyond it; that one may have to be given back. */
export function reopen(turn: Turn, segment: Segment): void {
  const { e, profile } = turn;
  const replaced = profile.returnsToTimeWait ? { ...e, timers: NO_TIMERS } : null;
  const { options, agreed } = e;
  Object.assign(e, closedEndpoint(add(e.snd.nxt, ISS_STEP), profile), {
    origin: "passive",
    options,
    agreed,
    replaced,
  });
  turn.entered.push("LISTEN");
  arriveListen(turn, segment);
}
