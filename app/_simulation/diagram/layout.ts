import type { State } from "#lib/tcp/state.ts";
import { MILLISECOND, type Micros } from "#lib/tcp/time.ts";
import { type Film, type Flight, hostsAt } from "#lib/tcp/world/film.ts";
import { flightIn } from "../telling.ts";
import { LINE, placeLabels, type Shaft } from "./labels.ts";
import { type Run, timerRuns } from "./timer-runs.ts";

/** Where everything of a sequence diagram lies, in the units of its view box. Pure, and the same on server and client. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly lifelines: readonly Lifeline[];
  /** The y of each frame. */
  readonly frameY: readonly number[];
  readonly arrows: readonly Arrow[];
  readonly bars: readonly Stretch[];
  readonly marks: readonly LifelineMark[];
  readonly waits: readonly Wait[];
  readonly timers: readonly Wedge[];
}

export interface Lifeline {
  readonly host: string;
  readonly x: number;
}

export interface Arrow {
  readonly flight: number;
  readonly from: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly lost: boolean;
  /** The frame in which it leaves, and the one in which it arrives or is lost; -1: nobody in this film sent it. */
  readonly leaves: number;
  readonly ends: number;
  readonly label: Label;
}

/** The words on an arrow, along it: labels.ts finds the place. */
export interface Label {
  readonly lines: readonly string[];
  /** Where the text begins or ends, on the line of the arrow. */
  readonly x: number;
  readonly y: number;
  /** In degrees; never upside down. */
  readonly angle: number;
  /** Under the arrow instead of over it. */
  readonly isBelow: boolean;
  readonly anchor: "start" | "end";
}

/** A stretch of a lifeline in one state. */
export interface Stretch {
  readonly host: string;
  readonly state: State;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly since: number;
}

/** What stands beside a lifeline: the time of a frame, and the state that was entered there. */
export interface LifelineMark {
  readonly host: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
  readonly frame: number;
  readonly atUs: Micros;
  readonly state: State | null;
  /** Beside a lifeline in the middle there is room for the state alone; and one mark a moment tells the time. */
  readonly tellsTime: boolean;
}

/** A long stretch of time, drawn short. */
export interface Wait {
  readonly y: number;
  readonly us: Micros;
  readonly before: number;
}

/** A timer while it runs: a wedge that is broad where it is set and gone when it fires. */
export interface Wedge extends Run {
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
  /** How broad it still is where it ends, 0 … 1: stopped before its time. */
  readonly left: number;
  /** On which side of the lifeline: the one where the other hosts are. */
  readonly side: 1 | -1;
}

export const BAR = 8;

const FIRST_X = 92;
const BETWEEN = 176;
const TOP = 46;
const BOTTOM = 30;
/** From here on a pause is drawn as a break and its length is written down. */
const LONG_US = 300 * MILLISECOND;

/** A segment written down in one line, and in two for where that is too long. */
export interface WrittenLabel {
  readonly whole: string;
  readonly parts: readonly string[];
}

export function layOutFilm(film: Film, write: (flight: Flight) => WrittenLabel): Layout {
  const lifelines = placeHosts(film);
  if (film.frames.length > FRAMES_SPREAD) return layOutAt(SPACINGS[0], film, lifelines, write, TRIES_IN_LONG).layout;
  let laidOut = layOutAt(SPACINGS[0], film, lifelines, write);
  for (const spacing of SPACINGS.slice(1)) {
    if (laidOut.collisions === 0) break;
    laidOut = layOutAt(spacing, film, lifelines, write);
  }
  return laidOut.layout;
}

/** Where much happens at once, rows move apart until all words have a place. */
const SPACINGS = [1, 1.3, 1.7, 2.2, 3] as const;
/** A longer film is not worth so many attempts. */
const FRAMES_SPREAD = 120;
/** Nor that every place is tried for the words of its arrows, of which a few dozen are seen at a time. */
const TRIES_IN_LONG = 6;

function layOutAt(
  spacing: number,
  film: Film,
  lifelines: readonly Lifeline[],
  write: (flight: Flight) => WrittenLabel,
  triesMax?: number,
) {
  const frameY = placeFrames(film, spacing);
  const height = (frameY.at(-1) ?? TOP) + BOTTOM;
  const marks = placeMarks(film, lifelines, frameY);
  const { arrows, collisions } = placeArrows(film, lifelines, write, marks, frameY, triesMax);
  const layout: Layout = {
    width: 2 * FIRST_X + (lifelines.length - 1) * BETWEEN,
    height,
    lifelines,
    frameY,
    arrows,
    bars: lifelines.flatMap((lifeline) => placeBars(film, lifeline, frameY, height)),
    marks,
    waits: placeWaits(film, frameY),
    timers: lifelines.flatMap((lifeline, i) => placeTimers(film, lifeline, i === 0 ? 1 : -1, frameY)),
  };
  return { layout, collisions };
}

/** The client stands left and the server right; whoever else there is stands between them. */
function placeHosts(film: Film): Lifeline[] {
  const names = Object.keys(film.start);
  const others = names.filter((name) => name !== "client" && name !== "server");
  return ["client", ...others, "server"].map((host, i) => ({ host, x: FIRST_X + i * BETWEEN }));
}

/** In which frame each flight leaves, and in which it ends; -1: in none. */
interface Ways {
  readonly leaves: readonly number[];
  readonly ends: readonly number[];
}

function waysOf(film: Film): Ways {
  const leaves = film.flights.map(() => -1);
  const ends = film.flights.map(() => -1);
  for (const [i, { sent, event }] of film.frames.entries()) {
    for (const id of sent) leaves[id] = i;
    if (event.kind === "arrival" || event.kind === "loss") ends[event.flight] = i;
  }
  return { leaves, ends };
}

/** Time flows down: more time is more room, but a long wait is cut short. */
function placeFrames(film: Film, spacing: number): number[] {
  let y = TOP;
  let before: Micros | null = null;
  return film.frames.map(({ atUs }) => {
    if (before !== null) y += spacing * gap(atUs - before);
    before = atUs;
    return y;
  });
}

function gap(us: Micros): number {
  if (us > LONG_US) return 66;
  return 26 + Math.min(20, (us / (100 * MILLISECOND)) * 20);
}

function placeArrows(
  film: Film,
  lifelines: readonly Lifeline[],
  write: (flight: Flight) => WrittenLabel,
  marks: readonly LifelineMark[],
  frameY: readonly number[],
  triesMax: number | undefined,
): { arrows: Arrow[]; collisions: number } {
  const { leaves, ends } = waysOf(film);
  const xOf = new Map(lifelines.map(({ host, x }) => [host, x]));
  const arrows = film.flights.flatMap((flight): Shaft[] => {
    const end = ends[flight.id] ?? -1;
    const leave = leaves[flight.id] ?? -1;
    const to = xOf.get(flight.to);
    if (end < 0 || to === undefined) return [];
    const y2 = frameY[end] ?? 0;
    const isStray = leave < 0;
    const from = xOf.get(flight.from) ?? to - BETWEEN;
    const right = to >= from ? 1 : -1;
    const lost = flight.arrivesAtUs === null;
    return [
      {
        flight: flight.id,
        from: flight.from,
        // What nobody here sent comes out of nowhere, half way.
        x1: isStray ? to - right * (BETWEEN / 2) : from + (right * BAR) / 2,
        y1: isStray ? y2 - 14 : (frameY[leave] ?? 0),
        x2: lost ? (from + to) / 2 + right * BAR * 2 : to - (right * BAR) / 2,
        y2,
        lost,
        leaves: leave,
        ends: end,
      },
    ];
  });
  const words = arrows.map(({ flight }) => write(flightIn(film, flight)));
  const { labels, collisions } = placeLabels(arrows, words, marks, triesMax);
  return { arrows: arrows.map((arrow, i) => ({ ...arrow, label: labels[i] as Label })), collisions };
}

function placeBars(film: Film, { host, x }: Lifeline, frameY: readonly number[], height: number): Stretch[] {
  const bars: { state: State; y: number; since: number }[] = [
    { state: film.start[host]?.state ?? "CLOSED", y: TOP - 14, since: -1 },
  ];
  for (const [i, frame] of film.frames.entries()) {
    const state = frame.hosts[host]?.state;
    if (state !== undefined && state !== bars.at(-1)?.state) bars.push({ state, y: frameY[i] ?? 0, since: i });
  }
  return bars.map((bar, i) => ({
    ...bar,
    host,
    x: x - BAR / 2,
    height: (bars[i + 1]?.y ?? height - 8) - bar.y,
  }));
}

function placeMarks(film: Film, lifelines: readonly Lifeline[], frameY: readonly number[]): LifelineMark[] {
  const lastTime = new Map<string, Micros>();
  return film.frames.flatMap((frame, i): LifelineMark[] => {
    if (frame.event.kind === "loss") return [];
    const { host } = frame.event;
    const at = lifelines.findIndex((lifeline) => lifeline.host === host);
    const x = lifelines[at]?.x ?? 0;
    const now = frame.hosts[host]?.state ?? null;
    const state = now === hostsAt(film, i - 1)[host]?.state ? null : now;
    const isOuter = at === 0 || at === lifelines.length - 1;
    const tellsTime = isOuter && lastTime.get(host) !== frame.atUs;
    lastTime.set(host, frame.atUs);
    const y = (frameY[i] ?? 0) + (isOuter ? 0 : LINE);
    if (!tellsTime && state === null) return [];
    return [
      {
        host,
        x: at === 0 ? x - BAR : x + BAR,
        y,
        anchor: at === 0 ? "end" : "start",
        frame: i,
        atUs: frame.atUs,
        state,
        tellsTime,
      },
    ];
  });
}

function placeWaits(film: Film, frameY: readonly number[]): Wait[] {
  return film.frames.flatMap((frame, i): Wait[] => {
    const before = film.frames[i - 1];
    if (before === undefined || frame.atUs - before.atUs <= LONG_US) return [];
    return [{ y: (frameY[i - 1] ?? 0) + 36, us: frame.atUs - before.atUs, before: i }];
  });
}

function placeTimers(film: Film, { host, x }: Lifeline, side: 1 | -1, frameY: readonly number[]): Wedge[] {
  return timerRuns(film, host).map((run) => {
    const endedUs = run.until === null ? run.deadlineUs : (film.frames[run.until]?.atUs ?? run.deadlineUs);
    const whole = Math.max(1, run.deadlineUs - run.startedUs);
    return {
      ...run,
      x: x + side * (BAR / 2 + 1),
      y1: frameY[run.since] ?? 0,
      y2: run.until === null ? (frameY.at(-1) ?? 0) : (frameY[run.until] ?? 0),
      left: Math.min(1, Math.max(0, (run.deadlineUs - endedUs) / whole)),
      side,
    };
  });
}
