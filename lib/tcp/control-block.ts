import type { Profile } from "./profile.ts";
import { type Rto, unmeasured } from "./retransmission.ts";
import type { Seq } from "./sequence.ts";
import type { State } from "./state.ts";
import type { Micros } from "./time.ts";

export const TIMERS = ["retransmission", "delayedAck", "finWait2", "timeWait"] as const;
export type Timer = (typeof TIMERS)[number];

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

/** One side of one connection (RFC 9293, 3.3.1): `snd.una` is SND.UNA, and so on. */
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

/** An endpoint on which nothing was opened yet. `iss`: the sequence number its SYN will have, 0 … 2^32 - 1. */
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
