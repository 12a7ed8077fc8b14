import type { Language } from "#lib/i18n/languages.ts";
import { baseOf, type Event, type Film, type Flight, type Frame } from "#lib/tcp/film.ts";
import { describeSegment } from "#lib/tcp/segment.ts";
import type { Micros } from "#lib/tcp/time.ts";
import { describeSpan } from "#lib/tcp/why/span.ts";
import type { Words } from "./words.ts";

/** "SYN,ACK seq=0 ack=1": numbers count from each side's initial sequence number. */
export function tellSegment(film: Film, flight: Flight): string {
  return describeSegment(flight.segment, baseOf(film.scenario.iss, flight.from));
}

/** What happened in a frame, as one line. */
export function tellEvent(film: Film, event: Event, words: Words): string {
  if (event.kind === "call") return words.calls(words.hosts[event.host], event.call);
  if (event.kind === "timeout") return words.fires(words.hosts[event.host], event.timer);
  const segment = tellSegment(film, flightOf(film, event.flight));
  return event.kind === "loss" ? words.loses(segment) : words.gets(words.hosts[event.host], segment);
}

export function tellTime(atUs: Micros, language: Language): string {
  return atUs === 0 ? "0" : describeSpan(atUs, language);
}

/** The segments that left in a frame. */
export function sentIn(film: Film, frame: Frame): Flight[] {
  return frame.sent.map((id) => flightOf(film, id));
}

export function flightOf(film: Film, id: number): Flight {
  const flight = film.flights[id];
  if (flight === undefined) throw new Error(`a frame speaks of flight ${id}, the film has ${film.flights.length}`);
  return flight;
}
