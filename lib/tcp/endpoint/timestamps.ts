import type { TimestampsOption } from "../options.ts";
import type { Segment } from "../segment.ts";
import { atMost, distance, lessThan, type Seq } from "../sequence.ts";
import { MILLISECOND, type Micros } from "../time.ts";
import type { Turn } from "./turn.ts";

/** What the option takes of every segment, with its padding (RFC 7323, appendix A). */
export const STAMP_BYTES = 12;

/** RFC 7323, 5.5: after so long without a word the clock may have gone round; 24 days. */
const OUTDATED_US: Micros = 24 * 24 * 3_600 * 1_000_000;

/** What our clock shows, in milliseconds from a secret start, and what it echoes: nothing without an ACK (RFC 7323, 3.2 and 5.4). */
export function stampNow({ e, now }: Turn, ack: Seq | null): TimestampsOption {
  return { value: valueAt(e.agreed.stampOffset, now), echo: (ack !== null && e.agreed.stamps?.recent) || 0 };
}

function valueAt(offset: number, now: Micros): number {
  return (offset + Math.floor(now / MILLISECOND)) >>> 0;
}

/** RFC 7323, 5.3, R1: a segment whose timestamp is older than what was seen before is an old duplicate. */
export function isOldStamp({ e, now }: Turn, { options: { timestamps } }: Segment): boolean {
  const { stamps } = e.agreed;
  if (stamps === null || timestamps === undefined || now - stamps.recentAtUs > OUTDATED_US) return false;
  return lessThan(timestamps.value, stamps.recent);
}

/** RFC 7323, 3.2: once agreed, the option is in every segment but RST. A SYN in TIME-WAIT begins another connection. */
export function lacksStamp({ e, profile }: Turn, { options, rst, syn, ack }: Segment): boolean {
  if (!profile.requiresStamps || e.agreed.stamps === null || options.timestamps || rst) return false;
  return e.state !== "CLOSED" && !(e.state === "TIME-WAIT" && syn && ack === null);
}

/** Whether a handshake is answered with the echo of a timestamp that it never sent: the first repeat left one RTO after the first. */
export function echoesForeign({ e, now, profile }: Turn, { options: { timestamps } }: Segment): boolean {
  const head = e.unacked.at(0);
  const isStamped = e.state === "SYN-SENT" ? profile.timestamps : e.agreed.stamps !== null;
  if (!profile.checksEcho || !isStamped || !timestamps?.echo || !head) return false;
  const firstUs = (e.rto.firstResendAtUs ?? head.sentAtUs) - profile.rtoInitialUs;
  const { stampOffset } = e.agreed;
  return (
    lessThan(timestamps.echo, valueAt(stampOffset, firstUs)) || lessThan(valueAt(stampOffset, now), timestamps.echo)
  );
}

/** RFC 7323, 4.3: only what covers the last ACK we sent moves TS.Recent, so that delayed ACKs do not spoil round trips. */
export function noteStamp({ e, now }: Turn, { seq, options: { timestamps } }: Segment): void {
  const { stamps } = e.agreed;
  if (stamps === null || timestamps === undefined) return;
  if (!atMost(seq, e.rcv.acked) || !atMost(stamps.recent, timestamps.value)) return;
  if (stamps.recent === timestamps.value) return;
  e.agreed = { ...e.agreed, stamps: { recent: timestamps.value, recentAtUs: now } };
}

/** RFC 7323, 4.1: how long ago the peer was sent what it echoes; null: nothing to go by. Also right for what was sent twice. */
export function roundTripOf({ e, now }: Turn, { options: { timestamps } }: Segment): Micros | null {
  if (e.agreed.stamps === null || timestamps === undefined || timestamps.echo === 0) return null;
  const elapsed = distance(timestamps.echo, valueAt(e.agreed.stampOffset, now));
  return elapsed < 0 ? null : Math.max(1, elapsed) * MILLISECOND;
}
