import type { Timestamps } from "./options.ts";
import type { Segment } from "./segment.ts";
import { atMost, distance, lessThan } from "./sequence.ts";
import { MILLISECOND, type Micros } from "./time.ts";
import type { Turn } from "./turn.ts";

/** What the option takes of every segment, with its padding (RFC 7323, appendix A). */
export const STAMP_BYTES = 12;

/** RFC 7323, 5.5: after so long without a word the clock may have gone round; 24 days. */
const OUTDATED_US: Micros = 24 * 24 * 3_600 * 1_000_000;

/** What our clock shows, in milliseconds from a secret start, and what it echoes (RFC 7323, 3.2 and 5.4). */
export function stampNow({ e, now }: Turn): Timestamps {
  return { value: valueAt(e.agreed.stampOffset, now), echo: e.agreed.stamps?.recent ?? 0 };
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
