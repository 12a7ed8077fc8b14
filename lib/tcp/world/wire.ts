import type { Draw } from "../dice.ts";
import { kindOf, type Segment, type SegmentKind } from "../segment.ts";
import type { Micros } from "../time.ts";
import type { Noise, Rule, Wire } from "./scenario.ts";

/** How many segments of each kind a sender has put on the wire so far, this one included. */
export type Counts = Partial<Record<SegmentKind | "any", number>>;

export function count(counts: Counts, segment: Segment): void {
  const kind = kindOf(segment);
  counts[kind] = (counts[kind] ?? 0) + 1;
  counts.any = (counts.any ?? 0) + 1;
}

/** One way of a segment to the other side: when it arrives, and whether its checksum is still right. */
export interface Passage {
  readonly arrivesAtUs: Micros;
  readonly isCorrupt: boolean;
}

/** What became of a segment that leaves at `now`. No passage: it is lost; two: it was duplicated. */
interface Carried {
  readonly passages: readonly Passage[];
  /** Which rule decided, by its place in the list; null: none. */
  readonly rule: number | null;
}

export function carry(
  wire: Wire,
  from: string,
  to: string,
  segment: Segment,
  counts: Counts,
  now: Micros,
  draw: Draw,
): Carried {
  const arrivesAtUs = now + wire.delayUs;
  const at = (wire.rules ?? []).findIndex((rule) => matches(rule, from, to, segment, counts));
  const rule = wire.rules?.[at];
  if (rule !== undefined) return { passages: passagesOf(rule.fate, arrivesAtUs, rule.byUs ?? 0), rule: at };
  if (wire.noise === undefined) return { passages: [{ arrivesAtUs, isCorrupt: false }], rule: null };
  const fate = mishap(wire.noise, draw);
  const byUs = Math.floor(draw() * (wire.noise.delayMaxUs ?? wire.delayUs));
  return { passages: passagesOf(fate, arrivesAtUs, byUs), rule: null };
}

function matches(rule: Rule, from: string, to: string, segment: Segment, counts: Counts): boolean {
  if (rule.from !== from || (rule.to !== undefined && rule.to !== to)) return false;
  if (rule.of !== "any" && rule.of !== kindOf(segment)) return false;
  return rule.nth === "every" || rule.nth === counts[rule.of];
}

function passagesOf(fate: Rule["fate"] | null, arrivesAtUs: Micros, byUs: Micros): Passage[] {
  const intact = { arrivesAtUs, isCorrupt: false };
  if (fate === "drop") return [];
  if (fate === "corrupt") return [{ arrivesAtUs, isCorrupt: true }];
  if (fate === "delay") return [{ arrivesAtUs: arrivesAtUs + byUs, isCorrupt: false }];
  return fate === "duplicate" ? [intact, { arrivesAtUs: arrivesAtUs + byUs, isCorrupt: false }] : [intact];
}

/** One throw decides: the shares lie side by side between 0 and 1. */
function mishap({ drop = 0, duplicate = 0, corrupt = 0, delay = 0 }: Noise, draw: Draw): Rule["fate"] | null {
  let left = draw();
  for (const [fate, share] of [
    ["drop", drop],
    ["duplicate", duplicate],
    ["corrupt", corrupt],
    ["delay", delay],
  ] as const) {
    if (left < share) return fate;
    left -= share;
  }
  return null;
}
