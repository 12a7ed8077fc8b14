/**
 * One side of one connection: state, control block, and the one function that moves it.
 *
 * Its depth is that of a connection's life: opening, closing, loss, resets. Text is counted, not carried; the receive
 * window is fixed, whatever the application has read; there is no congestion control and no fast retransmit.
 */

import type { Profile } from "../profile.ts";
import type { Segment } from "../segment.ts";
import type { State } from "../state.ts";
import type { Micros } from "../time.ts";
import type { Why } from "../why/why.ts";
import { segmentArrives } from "./arrival.ts";
import { type Call, obey } from "./calls.ts";
import type { Endpoint, Timer } from "./control-block.ts";
import { timerExpires } from "./timeouts.ts";
import { transmit } from "./transmit.ts";
import { beginTurn, type Sent } from "./turn.ts";

export type Input =
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "arrival"; readonly segment: Segment }
  | { readonly kind: "timeout"; readonly timer: Timer };

export interface Step {
  readonly endpoint: Endpoint;
  readonly send: readonly Sent[];
  /** Never empty: the first is the rule that decided, the others follow from it. */
  readonly why: readonly Why[];
  /** The states that were entered on the way, in order; empty when the state stayed. */
  readonly entered: readonly State[];
}

/**
 * One event in the life of an endpoint: what it becomes, what it sends, and why (RFC 9293, 3.10).
 * Pure: the argument is not changed. Any segment is legal input. A call that makes no sense in the state changes
 * nothing and says so in `why`. Throws only when a timer is said to fire that does not run: a bug of the caller.
 */
export function step(endpoint: Endpoint, input: Input, now: Micros, profile: Profile): Step {
  const turn = beginTurn(endpoint, now, profile);
  if (input.kind === "call") obey(turn, input.call);
  else if (input.kind === "arrival") segmentArrives(turn, input.segment);
  else timerExpires(turn, input.timer);
  transmit(turn);
  return { endpoint: turn.e, send: turn.send, why: turn.why, entered: turn.entered };
}
