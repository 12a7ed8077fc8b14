import { classicHost, type Film, hostsAt } from "#lib/tcp/film.ts";
import { HOSTS, type Host, peerOf } from "#lib/tcp/scenario.ts";
import type { State } from "#lib/tcp/state.ts";
import { MILLISECOND, type Micros } from "#lib/tcp/time.ts";

/** Where everything of a sequence diagram lies, in the units of its view box. Pure, and the same on server and client. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The y of each frame. */
  readonly frameY: readonly number[];
  readonly arrows: readonly Arrow[];
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
  readonly waits: readonly Wait[];
}

export interface Arrow {
  readonly flight: number;
  readonly from: Host;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly lost: boolean;
  /** The frame in which it leaves, and the one in which it arrives or is lost; -1: not in this film. */
  readonly leaves: number;
  readonly ends: number;
}

/** A stretch of a lifeline in one state. */
export interface Bar {
  readonly host: Host;
  readonly state: State;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly since: number;
}

/** What stands beside a lifeline: the time of a frame, and the state that was entered there. */
export interface Mark {
  readonly host: Host;
  readonly x: number;
  readonly y: number;
  readonly frame: number;
  readonly atUs: Micros;
  readonly state: State | null;
  /** Another mark of the same host at the same moment already tells the time. */
  readonly repeatsTime: boolean;
}

/** A long stretch of time, drawn short. */
export interface Wait {
  readonly y: number;
  readonly us: Micros;
  readonly before: number;
}

export const WIDTH = 360;
export const LIFELINE: Readonly<Record<Host, number>> = { client: 92, server: 268 };
export const BAR = 8;

const TOP = 46;
const BOTTOM = 30;
/** From here on a pause is drawn as a break and its length is written down. */
const LONG_US = 300 * MILLISECOND;

export function layOut(film: Film): Layout {
  const frameY = placeFrames(film);
  const height = (frameY.at(-1) ?? TOP) + BOTTOM;
  return {
    width: WIDTH,
    height,
    frameY,
    arrows: placeArrows(film, frameY),
    bars: HOSTS.flatMap((host) => placeBars(film, host, frameY, height)),
    marks: placeMarks(film, frameY),
    waits: placeWaits(film, frameY),
  };
}

/** Time flows down: more time is more room, but a long wait is cut short. */
function placeFrames(film: Film): number[] {
  let y = TOP;
  let before: Micros | null = null;
  return film.frames.map((frame) => {
    if (before !== null) y += gap(frame.atUs - before);
    before = frame.atUs;
    return y;
  });
}

function gap(us: Micros): number {
  if (us > LONG_US) return 62;
  if (us === 0) return 20;
  return 24 + Math.min(20, (us / (100 * MILLISECOND)) * 20);
}

function placeArrows(film: Film, frameY: readonly number[]): Arrow[] {
  return film.flights.flatMap((flight): Arrow[] => {
    const leaves = film.frames.findIndex((frame) => frame.sent.includes(flight.id));
    const ends = film.frames.findIndex((f) => "flight" in f.event && f.event.flight === flight.id);
    const from = classicHost(flight.from);
    const to = classicHost(flight.to);
    if (ends < 0 || to === null) return [];
    const inward = to === "server" ? BAR / 2 : -BAR / 2;
    const middle = (LIFELINE.client + LIFELINE.server) / 2;
    const lost = flight.arrivesAtUs === null;
    const y2 = frameY[ends] ?? 0;
    // What nobody here sent comes out of the middle, as do segments of a host that has no lifeline.
    const isGhost = leaves < 0 || from === null;
    return [
      {
        flight: flight.id,
        from: peerOf(to),
        x1: isGhost ? middle : LIFELINE[from] + inward,
        y1: isGhost ? y2 - 14 : (frameY[leaves] ?? 0),
        x2: lost ? middle + inward * 4 : LIFELINE[to] - inward,
        y2,
        lost,
        leaves,
        ends,
      },
    ];
  });
}

function placeBars(film: Film, host: Host, frameY: readonly number[], height: number): Bar[] {
  const bars: { state: State; y: number; since: number }[] = [
    { state: film.start[host].state, y: TOP - 14, since: -1 },
  ];
  for (const [i, frame] of film.frames.entries()) {
    const { state } = frame.hosts[host];
    if (state !== bars.at(-1)?.state) bars.push({ state, y: frameY[i] ?? 0, since: i });
  }
  return bars.map((bar, i) => ({
    ...bar,
    host,
    x: LIFELINE[host] - BAR / 2,
    height: (bars[i + 1]?.y ?? height - 8) - bar.y,
  }));
}

function placeMarks(film: Film, frameY: readonly number[]): Mark[] {
  const lastTime: Partial<Record<Host, Micros>> = {};
  return film.frames.flatMap((frame, i): Mark[] => {
    if (frame.event.kind === "loss") return [];
    const host = classicHost(frame.event.host);
    if (host === null) return [];
    const { state } = frame.hosts[host];
    const entered = state !== hostsAt(film, i - 1)[host].state;
    const repeatsTime = lastTime[host] === frame.atUs;
    lastTime[host] = frame.atUs;
    const x = host === "client" ? LIFELINE.client - BAR : LIFELINE.server + BAR;
    return [{ host, x, y: frameY[i] ?? 0, frame: i, atUs: frame.atUs, state: entered ? state : null, repeatsTime }];
  });
}

function placeWaits(film: Film, frameY: readonly number[]): Wait[] {
  return film.frames.flatMap((frame, i): Wait[] => {
    const before = film.frames[i - 1];
    if (before === undefined || frame.atUs - before.atUs <= LONG_US) return [];
    return [{ y: ((frameY[i - 1] ?? 0) + (frameY[i] ?? 0)) / 2, us: frame.atUs - before.atUs, before: i }];
  });
}
