import type { WhyLanguage } from "#lib/tcp/why/span.ts";
import { explain, sourceOf, type Why } from "#lib/tcp/why/why.ts";
import type { Film, Flight } from "#lib/tcp/world/film.ts";
import type { CapturedPacket } from "./packet.ts";

/**
 * The packets of a film as they leave their senders, the lost ones included: what a capture on both ends of the wire
 * shows. Each carries as its comment why it was sent. A copy that the wire made appears where it arrives, behind the
 * segment it copies; so does a segment that nobody sent.
 */
export function packetsOf(film: Film, language: WhyLanguage): CapturedPacket[] {
  const reasons = reasonsOf(film, language);
  return film.flights
    .map((flight) => packetOf(film, flight, reasons.get(flight.id) ?? NOBODY[language]))
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

/** Of what was not sent in any frame. */
const NOBODY: Record<WhyLanguage, string> = {
  en: "Nobody sent this now: an old duplicate, or a forgery.",
  zh: "此刻没有人发出它：旧的重复报文段，或是伪造的。",
};

function capturedAtUs({ nature, sentAtUs, arrivesAtUs }: Flight): number {
  return nature === "copy" || nature === "ghost" ? Math.max(0, arrivesAtUs ?? sentAtUs) : sentAtUs;
}

/** 10.0.0.1 for the first host, and so on; a name that no host bears gets the last address. */
function addressOf(hosts: readonly string[], name: string): string {
  const at = hosts.indexOf(name);
  return `10.0.0.${at < 0 ? 254 : at + 1}`;
}

/** Why each flight left, by its id: every rule of its frame, in order. */
function reasonsOf(film: Film, language: WhyLanguage): Map<number, string> {
  const reasons = new Map<number, string>();
  for (const { sent, why } of film.frames) {
    const text = why.map((reason: Why) => `${explain(reason, language)} (${sourceOf(reason)})`).join(" ");
    for (const id of sent) reasons.set(id, text);
  }
  return reasons;
}
