import { say } from "#lib/i18n/say.ts";
import { tellSpan } from "#lib/i18n/span.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Errno } from "#lib/tcp/endpoint/errno.ts";
import { ABSOLUTE, describeSegment, flagsOf } from "#lib/tcp/segment.ts";
import type { Micros } from "#lib/tcp/time.ts";
import { classicHost, type Event, type Film, type Flight, type Frame } from "#lib/tcp/world/film.ts";
import type { ScriptCall } from "#lib/tcp/world/scenario.ts";
import { callName } from "./calls.ts";
import type { WrittenLabel } from "./diagram/layout.ts";

/** Whether numbers count from each side's initial sequence number, or are told as they are on the wire. */
export type NumberStyle = "relative" | "absolute";

/** "SYN,ACK seq=0 ack=1". */
export function tellSegment({ segment, base }: Flight, numbers: NumberStyle): string {
  return describeSegment(segment, numbers === "relative" ? base : ABSOLUTE);
}

/** The same for the diagram, with what the wire did to it; in two lines where one is too long. */
export function writeSegment(flight: Flight, numbers: NumberStyle, words: PlayerWords): WrittenLabel {
  const { segment, nature, isCorrupt } = flight;
  const sign = nature === "resent" ? "↻ " : nature === "copy" ? "⧉ " : nature === "ghost" ? `${words.stray}: ` : "";
  const told = tellSegment(flight, numbers);
  const first = [flagsOf(segment).join(","), segment.len > 0 ? `len=${segment.len}` : ""].filter(Boolean).join(" ");
  const spoilt = isCorrupt ? " ⚡" : "";
  return {
    whole: `${sign}${told}${spoilt}`,
    parts: [`${sign}${first}${spoilt}`, ...shortLines(told.split(" ").filter((word) => /^(seq|ack)=/.test(word)))],
  };
}

/** Numbers side by side, or one below the other where they are long. */
function shortLines(words: readonly string[]): readonly string[] {
  const line = words.join(" ");
  return line.length <= 20 ? [line] : words;
}

/** A host by its name: those of every scenario have one in each language, others keep the scenario's. */
export function tellHost(name: string, words: PlayerWords): string {
  const host = classicHost(name);
  return host === null ? name : words.hosts[host];
}

/** The same in the middle of a sentence. */
export function tellHostWithin(name: string, words: PlayerWords): string {
  const host = classicHost(name);
  return host === null ? name : words.hostsWithin[host];
}

/** What happened in a frame, as one line. */
export function tellEvent(film: Film, event: Event, numbers: NumberStyle, words: PlayerWords): string {
  if (event.kind === "call") return tellCall(event.call, tellHost(event.host, words), event.errno ?? null, words);
  if (event.kind === "timeout")
    return say(words.fires, { host: tellHost(event.host, words), timer: words.timers[event.timer] });
  const flight = flightIn(film, event.flight);
  const segment = tellSegment(flight, numbers);
  if (event.kind === "loss") return say(words.loses, { segment });
  return say(flight.isCorrupt ? words.getsSpoilt : words.gets, { host: tellHost(event.host, words), segment });
}

/** `errno`: what the call ended with, or was told; null: nothing. */
export function tellCall(call: ScriptCall, host: string, errno: Errno | null, { calls }: PlayerWords): string {
  if (call.kind === "crash" || call.kind === "boot") return say(calls[call.kind], { host });
  const name = callName(call);
  const whole = "len" in call && call.len ? say(calls.ofBytes, { call: name, n: call.len }) : name;
  const told = say(calls.call, { host, call: whole });
  return errno === null ? told : say(call.kind === "status" ? calls.asked : calls.failed, { told, errno });
}

export function tellTime(atUs: Micros, words: PlayerWords): string {
  return atUs === 0 ? "0" : tellSpan(atUs, words);
}

/** As many segments of one step as anybody reads. */
export const SENT_MAX = 20;

/** The segments that left in a frame. */
export function sentIn(film: Film, frame: Frame): Flight[] {
  return frame.sent.map((id) => flightIn(film, id));
}

export function flightIn(film: Film, id: number): Flight {
  const flight = film.flights[id];
  if (flight === undefined) throw new Error(`no flight ${id}`);
  return flight;
}
