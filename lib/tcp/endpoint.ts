/**
 * One side of one connection: state, control block, and the one function that moves it.
 *
 * Its depth is that of a connection's life: opening, closing, loss, resets. Text is counted, not carried; the receive
 * window is fixed, because the application reads at once; there is no congestion control.
 */
import { arrive } from "./arrival.ts";
import { obey } from "./calls.ts";
import type { Profile } from "./profile.ts";
import { unmeasured } from "./retransmission.ts";
import type { Segment } from "./segment.ts";
import type { Seq } from "./sequence.ts";
import type { State } from "./state.ts";
import type { Micros } from "./time.ts";
import { expire } from "./timeouts.ts";
import { transmit } from "./transmit.ts";
import { beginTurn, type Sent } from "./turn.ts";
import type { Why } from "./why/why.ts";

/** What the application asks for (RFC 9293, 3.9.1). `shutdown` closes one direction and keeps the socket. */
export type Call =
  | { readonly kind: "listen" }
  | { readonly kind: "connect" /** Bytes of text to put on the SYN. */; readonly len?: number }
  | { readonly kind: "send"; readonly len: number }
  | { readonly kind: "shutdown" }
  | { readonly kind: "close" }
  | { readonly kind: "abort" };

export const TIMERS = ["retransmission", "delayedAck", "finWait2", "timeWait"] as const;
export type Timer = (typeof TIMERS)[number];

export type Input =
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "arrival"; readonly segment: Segment }
  | { readonly kind: "timeout"; readonly timer: Timer };

/** How the application learns that the connection failed (RFC 9293, 3.10). */
export type Failure = "connection refused" | "connection reset" | "timed out";

/** A piece of sequence space that is not acknowledged yet: an entry of the retransmission queue. */
export interface Unacked {
  readonly seq: Seq;
  readonly syn: boolean;
  readonly fin: boolean;
  readonly len: number;
  readonly sentAtUs: Micros;
  /** Sent more than once: gives no round-trip sample (Karn; RFC 6298, section 3). */
  readonly resent: boolean;
}

/** Text, or a FIN, that arrived before what comes in front of it. */
export interface Early {
  readonly seq: Seq;
  readonly len: number;
  readonly fin: boolean;
}

export interface Rto {
  /** null until the first sample. */
  readonly srttUs: Micros | null;
  readonly rttvarUs: Micros;
  readonly rtoUs: Micros;
  /** Timeouts in a row, of what is at the head of the queue. */
  readonly timeouts: number;
  /** A SYN or SYN-ACK was repeated: RFC 6298, 5.7. */
  readonly synTimedOut: boolean;
}

/** The control block (RFC 9293, 3.3.1): `snd.una` is SND.UNA, and so on. */
export interface Endpoint {
  readonly state: State;
  /** Which OPEN it began with: a failed passive one goes back to LISTEN (RFC 9293, MUST-11). */
  readonly origin: "active" | "passive" | null;
  readonly snd: { readonly iss: Seq; readonly una: Seq; readonly nxt: Seq; readonly wnd: number };
  readonly rcv: { readonly irs: Seq; readonly nxt: Seq; readonly wnd: number };
  /** Bytes that SEND was given and no segment carries yet. */
  readonly unsent: number;
  /** CLOSE was called; its FIN waits behind the text, or for ESTABLISHED. */
  readonly finDue: boolean;
  /** The application has let go of the socket: nobody is left to read. */
  readonly orphan: boolean;
  readonly unacked: readonly Unacked[];
  readonly early: readonly Early[];
  /** Bytes handed to the application, in order. */
  readonly delivered: number;
  readonly rto: Rto;
  /** When each running timer fires; null: it does not run. */
  readonly timers: Readonly<Record<Timer, Micros | null>>;
  readonly failure: Failure | null;
}

export interface Step {
  readonly endpoint: Endpoint;
  readonly send: readonly Sent[];
  /** Never empty: the first is the rule that decided, the others follow from it. */
  readonly why: readonly Why[];
  /** The states that were entered on the way, in order; empty when the state stayed. */
  readonly entered: readonly State[];
}

/** A closed endpoint. `iss`: the sequence number its SYN will have, 0 … 2^32 - 1. */
export function closedEndpoint(iss: Seq, profile: Profile): Endpoint {
  return {
    state: "CLOSED",
    origin: null,
    snd: { iss, una: iss, nxt: iss, wnd: 0 },
    rcv: { irs: 0, nxt: 0, wnd: profile.rcvWnd },
    unsent: 0,
    finDue: false,
    orphan: false,
    unacked: [],
    early: [],
    delivered: 0,
    rto: unmeasured(profile),
    timers: { retransmission: null, delayedAck: null, finWait2: null, timeWait: null },
    failure: null,
  };
}

/**
 * One event in the life of an endpoint: what it becomes, what it sends, and why (RFC 9293, 3.10).
 * Pure: the argument is not changed. Any segment is legal input. A call that makes no sense in the state changes
 * nothing and says so in `why`. Throws only when a timer is said to fire that does not run: a bug of the caller.
 */
export function step(endpoint: Endpoint, input: Input, now: Micros, profile: Profile): Step {
  const turn = beginTurn(endpoint, now, profile);
  if (input.kind === "call") obey(turn, input.call);
  else if (input.kind === "arrival") arrive(turn, input.segment);
  else expire(turn, input.timer);
  transmit(turn);
  return { endpoint: turn.e, send: turn.send, why: turn.why, entered: turn.entered };
}
