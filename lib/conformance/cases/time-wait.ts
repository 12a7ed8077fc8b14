import { MEASURED } from "../measured.ts";
import { type ByHand, wishOf, without } from "./by-hand.ts";
import { play } from "./play.ts";
import type { Case, SegmentLine } from "./schema.ts";

export const TIME_WAIT: Readonly<Record<string, ByHand>> = {
  /** "30 + 2MSL (Linux 90)". */
  "tw-02": (one, profile) => {
    const { at_s: text } = wishOf(one, "state");
    const [delayS, msls, linuxS] = String(text).match(/\d+/g)?.map(Number) ?? [];
    if (delayS === undefined || msls === undefined || linuxS === undefined) throw new Error(`${text} is no time`);
    return [...play(goneAt(one, delayS + msls * MSL_S), profile), ...play(goneAt(one, linuxS), MEASURED)];
  },

  "tw-03": (one, profile) => {
    const alternatives = one.events.flatMap((event) => ("one_of" in event ? event.one_of : []));
    const oldSyns = one.events.flatMap((event) => ("or_" in event ? [event.or_] : []));
    const { at_s: times } = wishOf(one, "state");
    const at = typeof times === "object" ? times : {};
    return [
      ...alternatives.flatMap((segment) => goneAfter(one, segment, at.ack_segments, profile)),
      ...oldSyns.flatMap((segment) => goneAfter(one, segment, at.old_syn, profile)),
    ];
  },

  /** The rule: in the window but not at its beginning, a RST is challenged; below it, ignored. */
  "tw-05 under rfc9293": (one, profile) => {
    const [inWindow, below] = one.events;
    if (inWindow === undefined || below === undefined) throw new Error("tw-05 is about two RSTs");
    const challenge = { seg: "D>P", flags: ["ACK"], seq: 2, ack: 2, len: 0 } as const;
    const stays = { state: { D: "TIME-WAIT" } };
    return [
      ...play({ ...one, events: [inWindow], expect: [{ ...challenge, flags: ["ACK"] }, stays] }, profile),
      ...play({ ...one, events: [below], expect: [{ no_segment: true }, stays] }, profile),
    ];
  },
};

/** RFC 9293, 3.4.2. */
const MSL_S = 120;

/** The case with a state that is entered at this time, and no later event. */
function goneAt(one: Case, atS: number): Case {
  const others = without(one, "state").expect;
  const { state } = wishOf(one, "state");
  return { ...one, events: [...one.events, { advance_s: atS }], expect: [...others, { state, at_s: atS }] };
}

/** After this segment alone; whatever is answered is the ACK of TIME-WAIT. */
function goneAfter(one: Case, segment: SegmentLine, atS: number | undefined, profile: Parameters<ByHand>[1]): string[] {
  if (atS === undefined) throw new Error("tw-03 says when the connection is gone");
  const hasAnswer = segment.len > 0 || segment.seq !== 2;
  const answer = { seg: "D>P", flags: ["ACK"], seq: 2, ack: 2, len: 0 } as SegmentLine;
  const alone = { ...one, events: [segment], expect: [...(hasAnswer ? [answer] : []), wishOf(one, "state")] };
  return play(goneAt(alone, atS), profile).map((problem) => `${segment.flags} seq=${segment.seq}: ${problem}`);
}
