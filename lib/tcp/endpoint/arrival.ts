import type { Segment } from "../segment.ts";
import type { State } from "../state.ts";
import { arriveRequest } from "./request-socket.ts";
import { arriveSynchronized } from "./synchronized.ts";
import { arriveTimeWaitSocket } from "./time-wait-socket.ts";
import { lacksStamp } from "./timestamps.ts";
import { because, type Turn } from "./turn.ts";
import { arriveClosed, arriveListen, arriveSynSent } from "./unsynchronized.ts";

/** A segment arrives (RFC 9293, 3.10.7). The checks stand in the order of the RFC; each may end the story. */
export function segmentArrives(turn: Turn, segment: Segment): void {
  if (lacksStamp(turn, segment)) because(turn, "stamp.missing");
  else onArrival[turn.e.state](turn, segment);
}

const onArrival: Record<State, (turn: Turn, segment: Segment) => void> = {
  CLOSED: arriveClosed,
  LISTEN: arriveListen,
  "SYN-SENT": arriveSynSent,
  "SYN-RECEIVED": arriveSynReceived,
  ESTABLISHED: arriveSynchronized,
  "FIN-WAIT-1": arriveSynchronized,
  "FIN-WAIT-2": arriveFinWait2,
  "CLOSE-WAIT": arriveSynchronized,
  CLOSING: arriveSynchronized,
  "LAST-ACK": arriveSynchronized,
  "TIME-WAIT": arriveTimeWait,
};

/** Where a kernel keeps a connection in something smaller than a socket, that has rules of its own. */
function arriveSynReceived(turn: Turn, segment: Segment): void {
  const isRequest = turn.profile.requestSocket && turn.e.origin === "passive" && !turn.e.fastOpen.isTrusted;
  (isRequest ? arriveRequest : arriveSynchronized)(turn, segment);
}

function arriveFinWait2(turn: Turn, segment: Segment): void {
  (turn.profile.timeWaitSocket && turn.e.app.orphan ? arriveTimeWaitSocket : arriveSynchronized)(turn, segment);
}

function arriveTimeWait(turn: Turn, segment: Segment): void {
  (turn.profile.timeWaitSocket ? arriveTimeWaitSocket : arriveSynchronized)(turn, segment);
}
