import type { Arrow, Layout } from "./layout.ts";

/** A film longer than this is not drawn whole, but as far as can be seen around the moment. */
const FRAMES_WHOLE = 120;
const AROUND = 24;
/** The part that is drawn moves on by so many frames at once. */
const AT_ONCE = 8;

/** What of a layout is drawn at a moment: what has happened by then, and of a long film only what lies around it. */
export function seenAt(layout: Layout, moment: number) {
  const { top, bottom } = windowOf(layout, moment);
  const isIn = (from: number, to: number) => to >= top && from <= bottom;
  const has = (frame: number) => frame <= moment;
  const arrows = layout.arrows.filter((arrow) => has(beginningOf(arrow)));
  return {
    top,
    bottom,
    /** How far down the film has come. */
    untilY: moment === layout.frameY.length - 1 ? layout.height : (layout.frameY[moment] ?? 0),
    bars: layout.bars.filter((bar) => has(bar.since) && isIn(bar.y, bar.y + bar.height)),
    timers: layout.timers.filter((wedge) => has(wedge.since) && isIn(wedge.y1, wedge.y2)),
    waits: layout.waits.filter((wait) => has(wait.before) && isIn(wait.y, wait.y)),
    // An arrow's words may stand above it.
    arrows: arrows.filter(({ y1, y2 }) => isIn(y1 - 40, y2)),
    labels: arrows.filter(({ label }) => isIn(label.y, label.y)),
    marks: layout.marks.filter((mark) => has(mark.frame) && isIn(mark.y, mark.y)),
  };
}

/** The frame in which it leaves; what nobody sent now begins where it arrives. */
function beginningOf({ leaves, ends }: Arrow): number {
  return leaves < 0 ? ends : leaves;
}

/** Which part of the diagram is drawn: all of it, or of a long film what lies around the moment. */
function windowOf({ frameY, height }: Layout, moment: number): { top: number; bottom: number } {
  if (frameY.length <= FRAMES_WHOLE) return { top: 0, bottom: height };
  const around = Math.floor(Math.max(0, moment - AROUND) / AT_ONCE) * AT_ONCE;
  const first = Math.max(0, Math.min(around, frameY.length - 2 * AROUND));
  const top = first === 0 ? 0 : (frameY[first] ?? 0) - 40;
  return { top, bottom: Math.min(height, (frameY[Math.min(first + 2 * AROUND, frameY.length - 1)] ?? height) + 30) };
}
