import type { Language } from "#lib/i18n/languages.ts";
import { classicHost, type Event, type Film, type Flight, type Frame } from "#lib/tcp/film.ts";
import { describeSegment } from "#lib/tcp/segment.ts";
import type { Micros } from "#lib/tcp/time.ts";
import { describeSpan } from "#lib/tcp/why/span.ts";
import type { Words } from "./words.ts";

/** "SYN,ACK seq=0 ack=1": numbers count from each side's initial sequence number. */
export function tellSegment(flight: Flight): string {
  return describeSegment(flight.segment, flight.base);
}

/** A host by its name: those of every scenario have one in each language, others keep the scenario's. */
export function tellHost(name: string, words: Words): string {
  const host = classicHost(name);
  return host === null ? name : words.hosts[host];
}

/** What happened in a frame, as one line. */
export function tellEvent(film: Film, event: Event, words: Words): string {
  if (event.kind === "call") return words.calls(tellHost(event.host, words), event.call);
  if (event.kind === "timeout") return words.fires(tellHost(event.host, words), event.timer);
  const segment = tellSegment(flightOf(film, event.flight));
  return event.kind === "loss" ? words.loses(segment) : words.gets(tellHost(event.host, words), segment);
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
