import type { Profile } from "../profile.ts";
import type { State } from "../state.ts";
import type { Micros } from "../time.ts";
import type { Endpoint } from "./control-block.ts";

export interface Rto {
  /** null until the first sample. */
  readonly srttUs: Micros | null;
  readonly rttvarUs: Micros;
  readonly rtoUs: Micros;
  /** Timeouts in a row, of what is at the head of the queue. */
  readonly timeouts: number;
  /** When the head of the queue was first repeated, by whatever rule; null: it was not. */
  readonly firstResendAtUs: Micros | null;
  /** A SYN or SYN-ACK was repeated: RFC 6298, 5.7. */
  readonly synTimedOut: boolean;
}

/** Before the first round trip was measured (RFC 6298, 2.1). */
export function unmeasuredRto(profile: Profile): Rto {
  return {
    srttUs: null,
    rttvarUs: 0,
    rtoUs: profile.rtoInitialUs,
    timeouts: 0,
    firstResendAtUs: null,
    synTimedOut: false,
  };
}

/** RFC 6298, 2.2 and 2.3: a round trip of `sampleUs` microseconds was measured; it also ends the backoff. */
export function measured(rto: Rto, sampleUs: Micros, profile: Profile): Rto {
  const srttUs = rto.srttUs === null ? sampleUs : Math.round((7 * rto.srttUs + sampleUs) / 8);
  const rttvarUs =
    rto.srttUs === null
      ? Math.round(sampleUs / 2)
      : Math.round((3 * rto.rttvarUs + Math.abs(rto.srttUs - sampleUs)) / 4);
  const wish = srttUs + Math.max(profile.rttvarFloorUs, 4 * rttvarUs);
  const rtoUs = Math.min(Math.max(wish, profile.rtoMinUs), profile.rtoMaxUs);
  return { srttUs, rttvarUs, rtoUs, timeouts: 0, firstResendAtUs: null, synTimedOut: rto.synTimedOut };
}

/** RFC 6298, 5.5: each timeout doubles the wait before the next, up to the cap. The first few of a SYN may not. */
export function backedOff(rto: Rto, state: State, now: Micros, profile: Profile): Rto {
  const timeouts = rto.timeouts + 1;
  const linear = state === "SYN-SENT" && timeouts <= profile.synLinearTimeouts;
  const rtoUs = linear ? rto.rtoUs : Math.min(rto.rtoUs * 2, profile.rtoMaxUs);
  return {
    ...rto,
    rtoUs,
    timeouts,
    firstResendAtUs: rto.firstResendAtUs ?? now,
    synTimedOut: rto.synTimedOut || state === "SYN-SENT" || state === "SYN-RECEIVED",
  };
}

/** RFC 6298, 5.7: after a lost SYN the guess of 1 s is not trusted any more. Called once, when the handshake is complete. */
export function readyForData(rto: Rto, profile: Profile): Rto {
  const rtoUs = rto.synTimedOut && rto.srttUs === null ? profile.rtoAfterSynTimeoutUs : rto.rtoUs;
  return { ...rto, rtoUs, timeouts: 0 };
}

/** Whether the head of the queue was repeated often enough to give the connection up (R2 of RFC 9293, 3.8.3). */
export function hasTriedEnough({ rto, state, origin, app }: Endpoint, now: Micros, profile: Profile): boolean {
  if (state === "SYN-SENT") return rto.timeouts >= profile.synRetries + profile.synLinearTimeouts;
  if (state === "SYN-RECEIVED")
    return rto.timeouts >= (origin === "active" ? profile.synRetries : profile.synAckRetries);
  const retries = app.orphan ? profile.orphanRetries : profile.dataRetries;
  if (profile.giveUpAfter === "repeats") return rto.timeouts >= retries;
  return rto.timeouts > 0 && now - (rto.firstResendAtUs ?? now) >= timeOf(retries, profile);
}

/** How long so many repeats would take with the least RTO (Linux: tcp_model_timeout). */
function timeOf(retries: number, { rtoMinUs, rtoMaxUs }: Profile): Micros {
  const doublings = Math.floor(Math.log2(rtoMaxUs / rtoMinUs));
  if (retries <= doublings) return (2 ** (retries + 1) - 1) * rtoMinUs;
  return (2 ** (doublings + 1) - 1) * rtoMinUs + (retries - doublings) * rtoMaxUs;
}
