import { expect, test } from "vitest";
import { readContent } from "#lib/content/read.ts";
import { playerWords } from "#lib/i18n/words/player.ts";
import { simulate } from "#lib/tcp/world/simulate.ts";
import { writeSegment } from "../telling.ts";
import { baseLine, LETTER } from "./labels.ts";
import { type Arrow, type Layout, type LifelineMark, layOutFilm } from "./layout.ts";

const { content } = await readContent();
const gallery = content.exhibits.map(({ id, spec }) => ({ name: id, scenario: spec.scenario }));

/** A piece of text as a box that may lie slanted. */
interface Box {
  readonly what: string;
  readonly corners: readonly (readonly [number, number])[];
}

for (const numbers of ["relative", "absolute"] as const) {
  test.each(gallery)(`no two labels of $name overlap, and time runs downwards (${numbers} numbers)`, ({ scenario }) => {
    const film = simulate(scenario, 1_000);
    const layout = layOutFilm(film, (flight) => writeSegment(flight, numbers, playerWords.en));
    const boxes = boxesOf(layout);
    const overlaps = boxes.flatMap((box, i) =>
      boxes.slice(i + 1).flatMap((other) => (overlap(box, other) ? [`${box.what} | ${other.what}`] : [])),
    );
    expect(overlaps).toEqual([]);
    expect(layout.frameY).toEqual([...layout.frameY].sort((a, b) => a - b));
  });
}

function boxesOf({ arrows, marks }: Layout): Box[] {
  return [...arrows.flatMap(labelBoxes), ...marks.flatMap(markBoxes)];
}

/** What of a line is ink: the rest is the room between lines. */
const INK = 7;

function labelBoxes({ label }: Arrow): Box[] {
  const { lines, x, y, angle, anchor } = label;
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return lines.map((what, i) => {
    const width = what.length * LETTER;
    const left = anchor === "start" ? 0 : -width;
    const bottom = baseLine(label, i);
    const corners = [
      [left, bottom],
      [left + width, bottom],
      [left + width, bottom - INK],
      [left, bottom - INK],
    ].map(([u = 0, v = 0]) => [x + u * cos - v * sin, y + u * sin + v * cos] as const);
    return { what: `${what} @${Math.round(y)}`, corners };
  });
}

function markBoxes({ host, x, y, anchor, state, tellsTime, atUs }: LifelineMark): Box[] {
  const line = (what: string, bottom: number): Box => {
    const width = what.length * 6;
    const left = anchor === "start" ? x : x - width;
    return {
      what: `${host} ${what} @${Math.round(y)}`,
      corners: [
        [left, bottom],
        [left + width, bottom],
        [left + width, bottom - INK],
        [left, bottom - INK],
      ],
    };
  };
  return [...(state ? [line(state, y)] : []), ...(tellsTime ? [line(`${atUs / 1000}ms`, state ? y + 11 : y + 3)] : [])];
}

/** Two convex shapes lie apart if some side of one of them has all of the other beyond it. */
function overlap(a: Box, b: Box): boolean {
  return ![...axesOf(a), ...axesOf(b)].some((axis) => {
    const [one, other] = [spanOn(a, axis), spanOn(b, axis)];
    return one.max <= other.min + 0.5 || other.max <= one.min + 0.5;
  });
}

function axesOf({ corners }: Box): (readonly [number, number])[] {
  return corners.map(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] ?? [x, y];
    const length = Math.hypot(nextX - x, nextY - y) || 1;
    return [-(nextY - y) / length, (nextX - x) / length] as const;
  });
}

function spanOn({ corners }: Box, [ax, ay]: readonly [number, number]): { min: number; max: number } {
  const along = corners.map(([x, y]) => x * ax + y * ay);
  return { min: Math.min(...along), max: Math.max(...along) };
}
