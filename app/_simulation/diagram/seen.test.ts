import { expect, test } from "vitest";
import { readContent } from "#lib/content/read.ts";
import { playerWords } from "#lib/i18n/words/player.ts";
import { simulate } from "#lib/tcp/world/simulate.ts";
import { writeSegment } from "../telling.ts";
import { layOutFilm } from "./layout.ts";
import { seenAt } from "./seen.ts";

const { content } = await readContent();
const laidOut = content.exhibits.map(({ id, spec }) => {
  const film = simulate(spec.scenario, 1_000);
  return { id, film, layout: layOutFilm(film, (flight) => writeSegment(flight, "relative", playerWords.en)) };
});

test.each(laidOut)("nothing of $id is seen before it happens, and at the end of a short film all of it is", (one) => {
  const { film, layout } = one;
  const last = film.frames.length - 1;
  const start = seenAt(layout, -1);
  expect([...start.arrows, ...start.labels, ...start.marks]).toEqual([]);
  let before = 0;
  for (let moment = 0; moment <= last; moment++) {
    const { arrows, top } = seenAt(layout, moment);
    expect(arrows.every(({ leaves, ends }) => Math.max(leaves, leaves < 0 ? ends : 0) <= moment)).toBe(true);
    if (top === 0) {
      expect(arrows.length).toBeGreaterThanOrEqual(before);
      before = arrows.length;
    }
  }
  if (film.frames.length > 120) return;
  const end = seenAt(layout, last);
  expect([end.top, end.bottom, end.untilY]).toEqual([0, layout.height, layout.height]);
  for (const kind of ["bars", "timers", "waits", "arrows", "marks"] as const)
    expect(end[kind]).toHaveLength(layout[kind].length);
});
