import { describeSegment } from "../segment.ts";
import type { State } from "../state.ts";
import { type Event, type Film, hostsAt } from "./film.ts";

/** The film as lines, one a frame, with relative numbers and milliseconds: what tests compare and the command prints. */
export function describeFilm(film: Film): string[] {
  const names = Object.keys(film.start);
  return film.frames.map((frame, index) => {
    const before = hostsAt(film, index - 1);
    const moves = names.flatMap((host) => movesOf(film, index, host, before[host]?.state));
    const sent = frame.sent.map((id) => `> ${describeFlight(film, id)}`);
    return [`${frame.atUs / 1000}ms`, describeEvent(film, frame.event), ...moves, ...sent].join(" ");
  });
}

/** The states that a host's connections entered; named by their number where it has several. */
function movesOf(film: Film, index: number, host: string, stateBefore: State | undefined): string[] {
  const frame = film.frames[index];
  const shots = frame?.connections[host] ?? [];
  const old = film.frames[index - 1]?.connections[host] ?? [];
  if (shots.length < 2 && old.length < 2) {
    const state = frame?.hosts[host]?.state;
    return state === stateBefore ? [] : [`| ${host} ${state}`];
  }
  if (shots === old) return [];
  const was = new Map(old.map(({ nth, endpoint }) => [nth, endpoint.state]));
  const moved = shots.flatMap(({ nth, endpoint: { state } }) => {
    const isMoved = state !== was.get(nth);
    was.delete(nth);
    return isMoved ? [`| ${host}#${nth} ${state}`] : [];
  });
  const gone = [...was.keys()].map((nth) => `| ${host}#${nth} gone`);
  return [...gone, ...moved];
}

function describeEvent(film: Film, event: Event): string {
  if (event.kind === "loss") return `lost ${describeFlight(film, event.flight)}`;
  if (event.kind === "arrival") return `${event.host} gets ${describeFlight(film, event.flight)}`;
  if (event.kind === "timeout") return `${event.host} ${event.timer} timeout`;
  const { kind, ...rest } = event.call;
  const words = Object.values(rest).map((word) => (typeof word === "object" ? JSON.stringify(word) : word));
  return [event.host, kind, ...words, ...(event.errno ? [`(${event.errno})`] : [])].join(" ");
}

function describeFlight(film: Film, id: number): string {
  const flight = film.flights[id];
  if (flight === undefined) throw new Error(`a frame speaks of flight ${id}, the film has ${film.flights.length}`);
  return `${describeSegment(flight.segment, flight.base)}${flight.isCorrupt ? " (corrupt)" : ""}`;
}
