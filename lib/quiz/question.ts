import type { Micros } from "#lib/tcp/time.ts";
import { type Film, hostsAt } from "#lib/tcp/world/film.ts";

/** What the film asks before a frame: what a host does with what happens to it, or when its silence ends. */
export type Question =
  | { readonly kind: "reaction"; readonly frame: number; readonly host: string }
  | {
      readonly kind: "when";
      readonly frame: number;
      readonly host: string;
      /** Since when the host waits, and what may be chosen, in microseconds; one of them is right. */
      readonly sinceUs: Micros;
      readonly choicesUs: readonly Micros[];
    };

/** The question that a frame can be turned into; null: nothing happens in it that could be foretold. */
export function questionAt(film: Film, frame: number): Question | null {
  const { event, sent, atUs } = film.frames[frame] ?? {};
  if (event === undefined || sent === undefined || atUs === undefined || event.kind === "loss" || event.kind === "call")
    return null;
  const { host } = event;
  if (event.kind === "timeout") return sent.length > 0 ? whenQuestion(film, frame, host, atUs) : null;
  const moved = hostsAt(film, frame - 1)[host]?.state !== hostsAt(film, frame)[host]?.state;
  return sent.length > 0 || moved ? { kind: "reaction", frame, host } : null;
}

/** Half, once, twice and three times as long as it really takes, in order. */
function whenQuestion(film: Film, frame: number, host: string, atUs: Micros): Question | null {
  let sentBefore = frame - 1;
  while (sentBefore >= 0 && !film.frames[sentBefore]?.sent.some((id) => film.flights[id]?.from === host))
    sentBefore -= 1;
  const sinceUs = film.frames[sentBefore]?.atUs;
  if (sinceUs === undefined || sinceUs === atUs) return null;
  const wait = atUs - sinceUs;
  return { kind: "when", frame, host, sinceUs, choicesUs: [wait / 2, wait, wait * 2, wait * 3].map(Math.round) };
}
