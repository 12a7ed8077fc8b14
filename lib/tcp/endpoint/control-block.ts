import type { Profile } from "../profile.ts";
import { EMPTY_QUEUE, type Queue } from "../queue.ts";
import type { Seq } from "../sequence.ts";
import type { State } from "../state.ts";
import type { Micros } from "../time.ts";
import { type Rto, unmeasuredRto } from "./retransmission.ts";

/** In the order in which they fire when two are due at once: a probe of the tail comes before the RTO. */
export const TIMERS = ["lossProbe", "retransmission", "delayedAck", "keepalive", "finWait2", "timeWait"] as const;
export type Timer = (typeof TIMERS)[number];

export type Timers = Readonly<Record<Timer, Micros | null>>;

export const NO_TIMERS: Timers = {
  lossProbe: null,
  retransmission: null,
  delayedAck: null,
  keepalive: null,
  finWait2: null,
  timeWait: null,
};

/** How the application learns that the connection failed (RFC 9293, 3.10). */
export type Failure = "connection refused" | "connection reset" | "broken pipe" | "timed out";

/** A piece of sequence space that is not acknowledged yet: an entry of the retransmission queue. */
export interface Unacked {
  readonly seq: Seq;
  readonly syn: boolean;
  readonly fin: boolean;
  readonly psh: boolean;
  readonly len: number;
  readonly sentAtUs: Micros;
  /** Sent more than once: gives no round-trip sample (Karn; RFC 6298, section 3). */
  readonly resent: boolean;
}

/** Text, or a FIN, that arrived before what comes in front of it; what joins on is one piece with it. */
export interface Early {
  readonly seq: Seq;
  readonly len: number;
  readonly fin: boolean;
}

/** The sending side (RFC 9293, 3.3.1). */
export interface Snd {
  readonly iss: Seq;
  readonly una: Seq;
  readonly nxt: Seq;
  /** SND.WND, in bytes. */
  readonly wnd: number;
  /** The largest window that the peer ever offered. */
  readonly maxWnd: number;
  /** Bytes of text that the peer takes in one segment (RFC 9293, 3.7.1). */
  readonly mss: number;
  /** How far the windows that the peer writes are shifted (RFC 7323, 2.3). */
  readonly scale: number;
}

/** The receiving side (RFC 9293, 3.3.1). */
export interface Rcv {
  readonly irs: Seq;
  readonly nxt: Seq;
  /** RCV.WND, in bytes. */
  readonly wnd: number;
  /** RCV.NXT as we last told it: what is beyond is not acknowledged yet. */
  readonly acked: Seq;
  /** How far the windows that we write are shifted. */
  readonly scale: number;
}

/** Timestamps (RFC 7323, 3 to 5), once both SYNs had them. */
export interface Stamps {
  /** TS.Recent: what is echoed, and below what a segment is an old duplicate. */
  readonly recent: number;
  readonly recentAtUs: Micros;
}

/** What delaying an ACK goes by (RFC 9293, 3.8.6.3; in Linux the fields of icsk_ack). */
export interface Delay {
  /** How long the next ACK may wait; 0: no text arrived yet. */
  readonly atoUs: Micros;
  /** How many ACKs still leave at once. */
  readonly quick: number;
  /** Both sides take turns, so that the answer can carry the ACK. */
  readonly isConversation: boolean;
  readonly heardAtUs: Micros;
  /** The largest text that one segment brought. */
  readonly largest: number;
}

/** What both SYNs made possible. */
export interface Agreed {
  /** Both sides permitted SACK (RFC 2018). */
  readonly sack: boolean;
  /** Both sides shift their windows, be it by 0 (RFC 7323, 2.2). */
  readonly scales: boolean;
  /** null: timestamps are not agreed on, or not yet. */
  readonly stamps: Stamps | null;
  /** What our clock of timestamps shows at time 0 (RFC 7323, 5.4: a secret offset). */
  readonly stampOffset: number;
}

/** TCP Fast Open (RFC 7413). */
export interface FastOpen {
  /** The option that our SYN carries: a cookie; empty: asks for one; null: none (4.1). */
  readonly cookie: string | null;
  /** A SYN with text and a good cookie was accepted: text flows before the handshake is complete (4.2.2). */
  readonly isTrusted: boolean;
}

/** How the text that SEND was given is to leave. */
export interface Outbox {
  /** What the calls of SEND gave, each until its last byte has left. */
  readonly pushes: Queue<Push>;
  /** The end of the last segment that was not full: while it is in flight no other such one leaves (RFC 9293, 3.7.4). */
  readonly smallEnd: Seq | null;
  /** The last SEND announced more to come: what does not fill a segment waits. */
  readonly moreComes: boolean;
}

/** Where PSH tells the peer's application of what it has, in sequence numbers (RFC 9293, 3.9.1.2). */
export interface Push {
  readonly from: Seq;
  readonly to: Seq;
  /** Not only at the end, but every so many bytes: a receiver that waits for PSH must not be left with half a window. */
  readonly every: number;
  readonly atEnd: boolean;
}

/** What the application still does with its socket. */
export interface App {
  /** It has let go of the socket: nobody is left to read. */
  readonly orphan: boolean;
  /** It will not read any more, but keeps the socket (SHUT_RD, SHUT_RDWR). */
  readonly deaf: boolean;
  /** The peer's FIN was taken: behind what is unread stands the end. */
  readonly heardEnd: boolean;
  /** A call has reported the failure. */
  readonly failureTold: boolean;
}

/** What keeps a connection from talking too much, or too little. */
export interface Guard {
  /** A tail-loss probe is on its way (RFC 8985, 7.3). */
  readonly probed: boolean;
  /** When nonsense was last answered with an ACK; null: never (RFC 5961, 7). */
  readonly challengedAtUs: Micros | null;
  /** Keepalive probes that went unanswered (RFC 9293, 3.8.4). */
  readonly keepaliveProbes: number;
}

/** What the application set before or after OPEN. */
export interface SocketOptions {
  /** "at-once": whatever arrives is read at the same instant. "on-call": only RECEIVE reads. */
  readonly reads: "at-once" | "on-call";
  /** TCP_NODELAY: small segments need not wait for each other. */
  readonly noDelay: boolean;
  /** TCP_CORK: what does not fill a segment waits until this is taken off again. */
  readonly cork: boolean;
  /** SO_KEEPALIVE. */
  readonly keepalive: boolean;
  /** TCP_LINGER2: this connection's own limit for FIN-WAIT-2. */
  readonly finWait2Us: Micros | null;
  /** TCP_QUICKACK = 0 before OPEN: the third segment of the handshake waits for text to carry. */
  readonly delaysFirstAck: boolean;
}

/**
 * One side of one connection (RFC 9293, 3.3.1): `snd.una` is SND.UNA, and so on. In groups, since it is copied for every
 * event, and engines copy objects of more than two dozen fields slowly.
 */
export interface Endpoint {
  readonly state: State;
  /** Which OPEN it began with: a failed passive one goes back to LISTEN (RFC 9293, MUST-11). */
  readonly origin: "active" | "passive" | null;
  readonly snd: Snd;
  readonly rcv: Rcv;
  readonly agreed: Agreed;
  readonly fastOpen: FastOpen;
  /** Bytes that SEND was given and no segment carries yet. */
  readonly unsent: number;
  readonly outbox: Outbox;
  /** CLOSE was called; its FIN waits behind the text, or for ESTABLISHED. */
  readonly finDue: boolean;
  readonly app: App;
  readonly unacked: Queue<Unacked>;
  readonly early: Queue<Early>;
  /** Bytes that arrived in order, and how many of them the application has not read. */
  readonly delivered: number;
  readonly unread: number;
  readonly rto: Rto;
  readonly delay: Delay;
  readonly guard: Guard;
  /** When each running timer fires; null: it does not run. */
  readonly timers: Timers;
  readonly failure: Failure | null;
  readonly options: SocketOptions;
  /** The connection in TIME-WAIT that this one replaced, should its SYN turn out old (RFC 9293, MAY-2). */
  readonly replaced: Endpoint | null;
}

export const DEFAULT_SOCKET_OPTIONS: SocketOptions = {
  reads: "at-once",
  noDelay: false,
  cork: false,
  keepalive: false,
  finWait2Us: null,
  delaysFirstAck: false,
};

/** RFC 9293, 3.7.1 (MUST-15): what a peer takes that says nothing. */
export const MSS_DEFAULT = 536;

/** An endpoint on which nothing was opened yet. `iss`: the sequence number its SYN will have, 0 … 2^32 - 1. */
export function closedEndpoint(iss: Seq, profile: Profile): Endpoint {
  return {
    state: "CLOSED",
    origin: null,
    snd: { iss, una: iss, nxt: iss, wnd: 0, maxWnd: 0, mss: MSS_DEFAULT, scale: 0 },
    rcv: { irs: 0, nxt: 0, wnd: profile.rcvWnd, acked: 0, scale: 0 },
    agreed: NOT_AGREED,
    fastOpen: NO_FAST_OPEN,
    unsent: 0,
    outbox: EMPTY_OUTBOX,
    finDue: false,
    app: ATTENTIVE,
    unacked: EMPTY_QUEUE,
    early: EMPTY_QUEUE,
    delivered: 0,
    unread: 0,
    rto: unmeasuredRto(profile),
    delay: NO_DELAY,
    guard: AT_EASE,
    timers: NO_TIMERS,
    failure: null,
    options: DEFAULT_SOCKET_OPTIONS,
    replaced: null,
  };
}

const NOT_AGREED: Agreed = { sack: false, scales: false, stamps: null, stampOffset: 0 };
const NO_FAST_OPEN: FastOpen = { cookie: null, isTrusted: false };
const EMPTY_OUTBOX: Outbox = { pushes: EMPTY_QUEUE, smallEnd: null, moreComes: false };
const ATTENTIVE: App = { orphan: false, deaf: false, heardEnd: false, failureTold: false };
const AT_EASE: Guard = { probed: false, challengedAtUs: null, keepaliveProbes: 0 };
const NO_DELAY: Delay = { atoUs: 0, quick: 0, isConversation: false, heardAtUs: 0, largest: MSS_DEFAULT };

/** RCV.NXT, and how much of it was told. Written out, since it happens with every segment: see `copyOf` in turn.ts. */
export function receivedUpTo({ irs, wnd, scale }: Rcv, nxt: Seq, acked: Seq): Rcv {
  return { irs, nxt, wnd, acked, scale };
}
