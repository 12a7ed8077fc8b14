import { MILLISECOND, SECOND } from "#lib/tcp/time.ts";
import type { CaseRig } from "./rig.ts";

/** How a device gets to where a case begins. */
export interface Way {
  readonly name: string;
  /** The application let go of the socket: no call can follow. */
  readonly orphan?: true;
  readonly go: (rig: CaseRig) => CaseRig;
}

/** What `given` says of the device, and the ways to it; a case holds whichever way was gone. Throws for unknown words. */
export function waysTo(given: string): readonly Way[] {
  const ways = WAYS[given];
  if (ways !== undefined) return ways;
  const alternatives = given.split(/ \| | or /);
  if (alternatives.length === 1) throw new Error(`nobody knows the way to ${given}`);
  return alternatives.flatMap(waysTo);
}

/** The peer that the kernel was measured with took so long to answer a SYN-ACK. */
const ROUND_TRIP_US = 45 * MILLISECOND;

const listening = (rig: CaseRig) => rig.listen();
const requested = (rig: CaseRig) => rig.listen().peer({ flags: ["SYN"], seq: 0 });
const crossed = (rig: CaseRig) => rig.connect().peer({ flags: ["SYN"], seq: 0 });
const opening = (rig: CaseRig) => rig.connect();
const answered = (rig: CaseRig) => rig.advance(ROUND_TRIP_US).peer({ flags: ["ACK"], seq: 1, ack: 1 });
const welcomed = (rig: CaseRig) => rig.advance(ROUND_TRIP_US).peer({ flags: ["SYN", "ACK"], seq: 0, ack: 1 });

const server = (rig: CaseRig) => answered(requested(rig));
const client = (rig: CaseRig) => welcomed(opening(rig));

const shutdown = (rig: CaseRig) => rig.call({ kind: "shutdown" });
const close = (rig: CaseRig) => rig.call({ kind: "close" });
const finAcked = (rig: CaseRig) => rig.peer({ flags: ["ACK"], seq: 1, ack: 2 });
const peerFin = (ack: number) => (rig: CaseRig) => rig.peer({ flags: ["FIN", "ACK"], seq: 1, ack }).settle();

/** First this, then that. */
const path =
  (...steps: readonly ((rig: CaseRig) => CaseRig)[]) =>
  (rig: CaseRig) =>
    steps.reduce((sofar, step) => step(sofar), rig);

const held = (...steps: readonly ((rig: CaseRig) => CaseRig)[]): Way => ({ name: "held", go: path(...steps) });
const orphan = (...steps: readonly ((rig: CaseRig) => CaseRig)[]): Way => ({
  name: "orphan",
  orphan: true,
  go: path(...steps),
});
const passive = (...steps: readonly ((rig: CaseRig) => CaseRig)[]): Way => ({ name: "passive", go: path(...steps) });
const active = (...steps: readonly ((rig: CaseRig) => CaseRig)[]): Way => ({ name: "active", go: path(...steps) });

const onCall = (rig: CaseRig) =>
  answered(rig.listen({ options: { reads: "on-call" } }).peer({ flags: ["SYN"], seq: 0 }));
const threeOctets = (rig: CaseRig) => rig.peer({ flags: ["PSH", "ACK"], seq: 1, ack: 1, len: 3 }).settle();
const timeWait = path(server, close, finAcked, peerFin(2));

/** Everything carries a timestamp; the last one is 1003. */
const stampedTimeWait = (rig: CaseRig) =>
  rig
    .listen()
    .peer({ flags: ["SYN"], seq: 0, tsval: 1000 })
    .advance(ROUND_TRIP_US)
    .peer({ flags: ["ACK"], seq: 1, ack: 1, tsval: 1001 })
    .call({ kind: "close" })
    .peer({ flags: ["ACK"], seq: 1, ack: 2, tsval: 1002 })
    .peer({ flags: ["FIN", "ACK"], seq: 1, ack: 2, tsval: 1003 });

/** A backlog of 0 holds one finished connection; this one is of another peer. */
const full = (rig: CaseRig) =>
  rig
    .listen({ backlog: 0 })
    .peer({ flags: ["SYN"], seq: 0 }, 39_999)
    .peer({ flags: ["ACK"], seq: 1, ack: 1 }, 39_999);

const smallWindow = (rig: CaseRig) => {
  rig.peerWnd = 1000;
  return server(rig).call({ kind: "send", len: 2500 });
};

const linger2 = (rig: CaseRig) => rig.call({ kind: "set", options: { finWait2Us: 1 * SECOND } });
const untilForgotten = (rig: CaseRig) => rig.advance(600 * SECOND);
const timedOutOnce = (rig: CaseRig) => rig.advance(1 * SECOND);

const WAYS: Readonly<Record<string, readonly Way[]>> = {
  CLOSED: [active()],
  LISTEN: [passive(listening)],
  "LISTEN (request expired)": [passive(requested, untilForgotten)],
  "LISTEN, accept queue full": [passive(full)],
  "SYN-SENT": [active(opening)],
  "SYN-RECEIVED": [passive(requested), active(crossed)],
  "SYN-RECEIVED (passive)": [passive(requested)],
  "SYN-RECEIVED (passive), RCV.NXT=-9": [passive(listening, (rig) => rig.peer({ flags: ["SYN"], seq: -10 }))],
  "SYN-RECEIVED (active)": [active(crossed)],
  "SYN-RECEIVED from TIME-WAIT": [passive(timeWait, (rig) => rig.peer({ flags: ["SYN"], seq: 100_000 }))],
  ESTABLISHED: [passive(server), active(client)],
  "ESTABLISHED, no timestamps": [passive(server), active(client)],
  "ESTABLISHED, not accepted": [
    passive((rig) => rig.listen({ backlog: 5 }).peer({ flags: ["SYN"], seq: 0 }), answered),
  ],
  "ESTABLISHED, SYN timed out once, no RTT sample": [active(opening, timedOutOnce, welcomed)],
  "ESTABLISHED (passive), SYN-ACK timed out once": [passive(requested, timedOutOnce, answered)],
  "ESTABLISHED, 3 octets unread": [held(onCall, threeOctets)],
  "ESTABLISHED, 3 octets queued": [held(server, (rig) => rig.call({ kind: "send", len: 3, more: true }))],
  "ESTABLISHED, peer window 1000, 2500 octets written": [held(smallWindow)],
  "ESTABLISHED, 9 octets each way": [
    held(server, (rig) =>
      rig
        .peer({ flags: ["PSH", "ACK"], seq: 1, ack: 1, len: 9 })
        .call({ kind: "send", len: 9 })
        .peer({ flags: ["ACK"], seq: 10, ack: 10 }),
    ),
  ],
  "FIN-WAIT-1": [held(server, shutdown), orphan(server, close)],
  "FIN-WAIT-1, socket open": [held(server, shutdown)],
  "FIN-WAIT-1 after close()": [orphan(server, close)],
  "FIN-WAIT-1, data 1..3 then FIN at 4": [
    held(server, (rig) => rig.call({ kind: "send", len: 3 }), shutdown),
    orphan(server, (rig) => rig.call({ kind: "send", len: 3 }), close),
  ],
  "FIN-WAIT-2": [held(server, shutdown, finAcked), orphan(server, close, finAcked)],
  "FIN-WAIT-2, shutdown(WR)": [held(server, shutdown, finAcked)],
  "FIN-WAIT-2 (shutdown WR, socket open)": [held(server, shutdown, finAcked)],
  "FIN-WAIT-2 after close()": [orphan(server, close, finAcked)],
  "FIN-WAIT-2 after close(), TCP_LINGER2=1": [orphan(server, linger2, close, finAcked)],
  "CLOSE-WAIT": [passive(server, peerFin(1)), active(client, peerFin(1))],
  "CLOSE-WAIT, 3 octets unread": [
    held(onCall, threeOctets, (rig) => rig.peer({ flags: ["FIN", "ACK"], seq: 4, ack: 1 }).settle()),
  ],
  CLOSING: [held(server, shutdown, peerFin(1)), orphan(server, close, peerFin(1))],
  "LAST-ACK": [held(server, peerFin(1), shutdown), orphan(server, peerFin(1), close)],
  "TIME-WAIT": [
    passive(timeWait),
    active(client, close, finAcked, peerFin(2)),
    held(server, shutdown, finAcked, peerFin(2)),
  ],
  "TIME-WAIT entered at 0": [passive(timeWait), active(client, close, finAcked, peerFin(2))],
  "TIME-WAIT snd.nxt=2 rcv.nxt=2, no timestamps": [passive(timeWait)],
  "TIME-WAIT, last TSval seen 1003": [passive(stampedTimeWait)],
  "TIME-WAIT on local port": [passive(timeWait, (rig) => rig.unlisten())],
  "TIME-WAIT, timestamps off": [active(client, close, finAcked, peerFin(2))],
};
