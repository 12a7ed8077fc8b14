import type { Arrow, Label, LifelineMark, WrittenLabel } from "./layout.ts";

/** How wide the letters of a label are: the diagram sets them in a monospaced face. */
export const LETTER = 5.75;
/** From one line of a label to the next. */
export const LINE = 11.5;
/** What of a line is ink; the rest is room. */
const INK = 7.5;
/** How wide the letters beside a lifeline are, at most. */
const MARK_LETTER = 6;

/** An arrow before it has its words. */
export type Shaft = Omit<Arrow, "label">;

/** A piece of text as a box that may lie slanted: its middle, its axes, and how far it reaches along each and upright. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly ux: number;
  readonly uy: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly acrossX: number;
  readonly acrossY: number;
}

/** Labels are compared with those of so many arrows before: others lie too far up to be in the way. */
const NEAR = 40;
/** Words of a label reach no further from the end of their arrow than the furthest place and their own length; and a little. */
const MARGIN = 40;

/**
 * Finds a place for the words of each arrow where nothing else is written: along the arrow, near its head if possible,
 * since at its tail it comes close to the one that caused it; else under it, further back, or in short lines.
 * `collisions`: how often there was no such place. `triesMax`: how many places are tried for each arrow, and half of how
 * many arrows before it are looked at.
 */
export function placeLabels(
  shafts: readonly Shaft[],
  written: readonly WrittenLabel[],
  marks: readonly LifelineMark[],
  triesMax = Number.POSITIVE_INFINITY,
): { readonly labels: Label[]; readonly collisions: number } {
  const occupied = marks.flatMap(markBoxes);
  let firstMark = 0;
  const placed: { label: Label; boxes: Box[]; hits: number }[] = [];
  for (const [i, shaft] of shafts.entries()) {
    // Arrows come in the order in which they leave, marks from top to bottom: what lies far above never comes back.
    while ((occupied[firstMark]?.y ?? Number.POSITIVE_INFINITY) < shaft.y1 - 160) firstMark += 1;
    const words = written[i] ?? { whole: "", parts: [] };
    const around: Box[] = [];
    const reachY = (DISTANCES.at(-1) ?? 0) + MARGIN + words.whole.length * LETTER;
    const endY = shaft.lost ? shaft.y1 : shaft.y2;
    const untilY = Math.min(shaft.y2 + 60, endY + reachY);
    for (let m = firstMark; ; m++) {
      const box = occupied[m];
      if (box === undefined || box.y >= untilY) break;
      if (box.y > endY - reachY) around.push(box);
    }
    for (const { boxes } of placed.slice(-Math.min(NEAR, 2 * triesMax))) around.push(...boxes);
    let best: { label: Label; boxes: Box[]; hits: number } | null = null;
    let tries = 0;
    for (const label of candidates(shaft, words)) {
      const boxes = labelBoxes(label);
      let hits = 0;
      for (const box of boxes) for (const other of around) if (overlap(box, other)) hits += 1;
      if (best === null || hits < best.hits) best = { label, boxes, hits };
      tries += 1;
      if (hits === 0 || tries >= triesMax) break;
    }
    if (best === null) throw new Error("no place for words");
    placed.push(best);
  }
  return { labels: placed.map(({ label }) => label), collisions: placed.reduce((sum, { hits }) => sum + hits, 0) };
}

/** From the head, or from the tail of one that is lost, and then further on: how far from the end the words stand. */
const DISTANCES = [11, 18, 26, 36, 48, 62, 78, 96, 116, 138, 162, 190, 220];

/** The places for the words of an arrow, the best first. */
function* candidates(shaft: Shaft, { whole, parts }: WrittenLabel): Generator<Label> {
  const { x1, y1, x2, y2, lost } = shaft;
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const right = ux >= 0;
  const slope = (Math.atan2(uy, ux) * 180) / Math.PI;
  const angle = right ? slope : slope - 180;
  const fits = whole.length * LETTER < Math.max(length, 150) - 10;
  const forms = fits && parts.length > 1 ? [[whole], parts] : [fits ? [whole] : parts];
  const anchor = right === lost ? "start" : "end";
  for (const lines of forms) {
    for (const away of DISTANCES) {
      if (away >= length - 20 && away !== DISTANCES[0]) continue;
      const [x, y] = lost ? [x1 + ux * away, y1 + uy * away] : [x2 - ux * away, y2 - uy * away];
      yield { lines, x, y, angle, isBelow: false, anchor };
      yield { lines, x, y, angle, isBelow: true, anchor };
    }
  }
}

/** Where the base line of a label's nth line lies, measured away from its arrow. */
export function baseLine({ lines, isBelow }: Pick<Label, "lines" | "isBelow">, i: number): number {
  return isBelow ? LINE * (i + 1) : -4 - (lines.length - 1 - i) * LINE;
}

function labelBoxes(label: Label): Box[] {
  const { lines, x, y, angle, anchor } = label;
  const [ux, uy] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return lines.map((line, i) => {
    const width = line.length * LETTER;
    const along = anchor === "start" ? width / 2 : -width / 2;
    const across = baseLine(label, i) - INK / 2;
    return boxOf(x + along * ux - across * uy, y + along * uy + across * ux, ux, uy, width / 2);
  });
}

function markBoxes({ x, y, anchor, state, tellsTime }: LifelineMark): Box[] {
  const line = (letters: number, baseline: number): Box => {
    const width = letters * MARK_LETTER;
    const middle = anchor === "start" ? x + width / 2 : x - width / 2;
    return boxOf(middle, baseline - INK / 2, 1, 0, width / 2);
  };
  return [...(state ? [line(state.length, y)] : []), ...(tellsTime ? [line(8, state ? y + 11 : y + 3)] : [])];
}

function boxOf(x: number, y: number, ux: number, uy: number, halfWidth: number): Box {
  const halfHeight = INK / 2;
  const acrossX = halfWidth * Math.abs(ux) + halfHeight * Math.abs(uy);
  const acrossY = halfWidth * Math.abs(uy) + halfHeight * Math.abs(ux);
  return { x, y, ux, uy, halfWidth, halfHeight, acrossX, acrossY };
}

/** Two boxes lie apart if, seen along one of their sides, there is room between them. */
function overlap(a: Box, b: Box): boolean {
  // Most lie apart as far as upright boxes around them tell, which is soon found out.
  if (Math.abs(b.y - a.y) >= a.acrossY + b.acrossY || Math.abs(b.x - a.x) >= a.acrossX + b.acrossX) return false;
  const axes = [
    [a.ux, a.uy],
    [-a.uy, a.ux],
    [b.ux, b.uy],
    [-b.uy, b.ux],
  ] as const;
  return axes.every(([x, y]) => Math.abs((b.x - a.x) * x + (b.y - a.y) * y) < reach(a, x, y) + reach(b, x, y) - 0.5);
}

/** How far a box reaches from its middle in a direction. */
function reach({ ux, uy, halfWidth, halfHeight }: Box, x: number, y: number): number {
  return halfWidth * Math.abs(ux * x + uy * y) + halfHeight * Math.abs(-uy * x + ux * y);
}
