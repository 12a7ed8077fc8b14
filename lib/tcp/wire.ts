import type { Host, Rule, Wire } from "./scenario.ts";
import { kindOf, type Segment, type SegmentKind } from "./segment.ts";
import type { Micros } from "./time.ts";

/** How many segments of each kind a sender has put on the wire so far, this one included. */
export type Counts = Readonly<Partial<Record<SegmentKind | "any", number>>>;

export function count(counts: Counts, segment: Segment): Counts {
  const kind = kindOf(segment);
  return { ...counts, [kind]: (counts[kind] ?? 0) + 1, any: (counts.any ?? 0) + 1 };
}

/** When a segment that leaves at `now` reaches the other side; null: never. */
export function carry(wire: Wire, from: Host, segment: Segment, counts: Counts, now: Micros): Micros | null {
  const rule = wire.rules?.find((r) => matches(r, from, segment, counts));
  return rule?.fate === "drop" ? null : now + wire.delayUs;
}

function matches(rule: Rule, from: Host, segment: Segment, counts: Counts): boolean {
  if (rule.from !== from) return false;
  if (rule.of !== "any" && rule.of !== kindOf(segment)) return false;
  return rule.nth === "every" || rule.nth === counts[rule.of];
}
