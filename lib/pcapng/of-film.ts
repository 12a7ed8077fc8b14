import { explain } from "#lib/i18n/why.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import { sourceOf, type Why } from "#lib/tcp/why/why.ts";
import type { Film, Flight } from "#lib/tcp/world/film.ts";
import type { CapturedPacket } from "./packet.ts";

/**
 * The packets of a film as they leave their senders, the lost ones included: what a capture on both ends of the wire
 * shows. Each carries as its comment why it was sent. A copy that the wire made appears where it arrives, behind the
 * segment it copies; so does a segment that nobody sent.
 */
export function packetsOf(film: Film, words: PlayerWords): CapturedPacket[] {
  const reasons = reasonsOf(film, words);
  return film.flights
    .map((flight) => packetOf(film, flight, reasons.get(flight.id) ?? words.nobody))
    .sort((a, b) => a.atUs - b.atUs);
}

/** One of them. */
export function packetOf({ start }: Film, flight: Flight, comment: string): CapturedPacket {
  const hosts = Object.keys(start);
  return {
    atUs: capturedAtUs(flight),
    from: { address: addressOf(hosts, flight.from), port: flight.fromPort },
    to: { address: addressOf(hosts, flight.to), port: flight.toPort },
    segment: flight.segment,
    isCorrupt: flight.isCorrupt,
    comment,
  };
}

function capturedAtUs({ nature, sentAtUs, arrivesAtUs }: Flight): number {
  return nature === "copy" || nature === "ghost" ? Math.max(0, arrivesAtUs ?? sentAtUs) : sentAtUs;
}

/** 10.0.0.1 for the first host, and so on; a name that no host bears gets the last address. */
function addressOf(hosts: readonly string[], name: string): string {
  const at = hosts.indexOf(name);
  return `10.0.0.${at < 0 ? 254 : at + 1}`;
}

/** Why each flight left, by its id: every rule of its frame, in order. */
function reasonsOf(film: Film, words: PlayerWords): Map<number, string> {
  const reasons = new Map<number, string>();
  for (const { sent, why } of film.frames) {
    const text = why.map((reason: Why) => `${explain(reason, words)} (${sourceOf(reason)})`).join(" ");
    for (const id of sent) reasons.set(id, text);
  }
  return reasons;
}
