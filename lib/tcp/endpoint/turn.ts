import type { SackBlock } from "../options.ts";
import type { Profile } from "../profile.ts";
import { EMPTY_QUEUE } from "../queue.ts";
import type { Segment } from "../segment.ts";
import type { State } from "../state.ts";
import type { Micros } from "../time.ts";
import type { Why, WhyKey } from "../why/why.ts";
import { type Endpoint, NO_TIMERS, type Snd, type Timer, type Timers } from "./control-block.ts";
import { unmeasuredRto } from "./retransmission.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A segment on its way out. `resent`: it was sent before. */
export interface Sent {
  readonly segment: Segment;
  readonly resent: boolean;
}

/** The work on one event. `e` is a copy of the endpoint, changed field by field, as the RFC tells it; the original stays. */
export interface Turn {
  readonly e: Mutable<Endpoint>;
  readonly now: Micros;
  readonly profile: Profile;
  readonly send: Sent[];
  readonly why: Why[];
  /** The states that were entered, in order: one segment can lead through two. */
  readonly entered: State[];
  /** Whether this event owes the peer an ACK, and how soon. */
  ack: "none" | "delayed" | "now";
  /** What arrived twice: the next ACK tells (RFC 2883). */
  duplicate: SackBlock | null;
}

export function beginTurn(endpoint: Endpoint, now: Micros, profile: Profile): Turn {
  return { e: copyOf(endpoint), now, profile, send: [], why: [], entered: [], ack: "none", duplicate: null };
}

/** Field by field: an engine copies a written-out object many times faster than one that is spread, again and again. */
function copyOf(e: Endpoint): Mutable<Endpoint> {
  return {
    state: e.state,
    origin: e.origin,
    snd: e.snd,
    rcv: e.rcv,
    agreed: e.agreed,
    fastOpen: e.fastOpen,
    unsent: e.unsent,
    outbox: e.outbox,
    finDue: e.finDue,
    app: e.app,
    unacked: e.unacked,
    early: e.early,
    delivered: e.delivered,
    unread: e.unread,
    rto: e.rto,
    delay: e.delay,
    guard: e.guard,
    timers: e.timers,
    failure: e.failure,
    options: e.options,
    replaced: e.replaced,
  };
}

/** Notes the rule that decided, with the numbers its sentence mentions. */
export function because(turn: Turn, key: WhyKey, numbers: Why["numbers"] = NO_NUMBERS): void {
  turn.why.push({ key, numbers });
}

const NO_NUMBERS: Why["numbers"] = {};

export function owe(turn: Turn, ack: "delayed" | "now"): void {
  if (turn.ack !== "now") turn.ack = ack;
}

export function setTimer(turn: Turn, timer: Timer, deadline: Micros | null): void {
  if (turn.e.timers[timer] === deadline) return;
  const timers: Mutable<Timers> = { ...turn.e.timers };
  timers[timer] = deadline;
  turn.e.timers = timers;
}

export function become(turn: Turn, state: State): void {
  turn.e.state = state;
  turn.entered.push(state);
}

/** Puts the connection into a state that keeps no timers and no queues of its own. */
function forget(turn: Turn): void {
  const { e } = turn;
  if (e.unacked.length > 0) e.unacked = EMPTY_QUEUE;
  if (e.early.length > 0) e.early = EMPTY_QUEUE;
  if (e.outbox.pushes.length > 0) e.outbox = { ...e.outbox, pushes: EMPTY_QUEUE };
  e.unsent = 0;
  e.finDue = false;
  e.timers = NO_TIMERS;
  turn.ack = "none";
}

/** Deletes the connection; `failure` is what the application is told, null when it ended as agreed. */
export function becomeClosed(turn: Turn, failure: Endpoint["failure"]): void {
  forget(turn);
  become(turn, "CLOSED");
  turn.e.failure = failure;
  turn.e.replaced = null;
}

/**
 * A passive open that came to nothing waits for the next SYN (RFC 9293, 3.10.7.4, "return to LISTEN"); one that replaced
 * a connection in TIME-WAIT may have to give the place back (MAY-2).
 */
export function becomeListening(turn: Turn): void {
  const { e, now, profile } = turn;
  const { replaced } = e;
  forget(turn);
  if (replaced !== null) {
    Object.assign(e, replaced, { timers: { ...NO_TIMERS, timeWait: now + profile.timeWaitUs } });
    turn.entered.push("TIME-WAIT");
    return because(turn, "time-wait.given-back");
  }
  become(turn, "LISTEN");
  e.origin = "passive";
  e.snd = freshSnd(e.snd.iss, e.snd);
  e.rcv = { irs: 0, nxt: 0, wnd: profile.rcvWnd, acked: 0, scale: 0 };
  e.agreed = { ...e.agreed, stamps: null, sack: false };
  e.rto = unmeasuredRto(profile);
}

/** Nothing was sent yet, and the peer has not spoken. */
export function freshSnd(iss: number, old: Snd): Snd {
  return { ...old, iss, una: iss, nxt: iss, wnd: 0, maxWnd: 0, scale: 0 };
}

export function becomeTimeWait(turn: Turn): void {
  const { e } = turn;
  become(turn, "TIME-WAIT");
  if (e.early.length > 0) e.early = EMPTY_QUEUE;
  e.timers = { ...NO_TIMERS, timeWait: turn.now + turn.profile.timeWaitUs };
}

/** Where the application is gone, a profile, or the socket, may bound the wait for the peer's FIN. */
export function limitFinWait2(turn: Turn): void {
  const { e, now, profile } = turn;
  const limitUs = e.options.finWait2Us ?? profile.finWait2Us;
  if (e.state !== "FIN-WAIT-2" || !e.app.orphan || limitUs === null) return;
  // Linux: tcp_fin_time leaves time for a few repeats, however short the limit.
  setTimer(turn, "finWait2", now + Math.max(limitUs, 3.5 * e.rto.rtoUs));
  setTimer(turn, "keepalive", null);
  because(turn, "fin-wait-2.orphan");
}
