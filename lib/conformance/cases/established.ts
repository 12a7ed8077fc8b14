import { SECOND } from "#lib/tcp/time.ts";
import { type ByHand, firstSegmentOf, wishOf } from "./by-hand.ts";
import { play } from "./play.ts";
import { CaseRig, seconds } from "./rig.ts";
import { unlike } from "./story.ts";
import { waysTo } from "./ways.ts";

export const ESTABLISHED: Readonly<Record<string, ByHand>> = {
  /** "any": at the beginning, just below, in, and just behind the window, and on the other side of the circle. */
  "est-04": (one, profile) =>
    [-1000, 0, "RCV.NXT-1", "RCV.NXT", "RCV.NXT+10", "RCV.NXT+RCV.WND", "RCV.NXT+1000000", 2 ** 31].flatMap((seq) =>
      play({ ...one, events: [{ ...firstSegmentOf(one), seq }] }, profile).map((problem) => `SEQ=${seq}, ${problem}`),
    ),

  "est-08": (one, profile) =>
    waysTo("ESTABLISHED").flatMap((way) => {
      const rig = way.go(new CaseRig(profile));
      const beginUs = rig.now;
      const answers = one.events.map((event) => {
        if (!("seg" in event) || typeof event.t !== "number") throw new Error("each event is a segment at its time");
        const { flags, seq } = event;
        rig.advance(beginUs + event.t * SECOND - rig.now);
        rig.peer({ flags, seq: Number(seq) });
        return rig.moments.at(-1)?.sent.map((segment) => rig.tell(segment)) ?? [];
      });
      const { responses } = wishOf(one, "responses");
      const challenges = responses.map((count) => Array<string>(count).fill("ACK seq=1 ack=1 len=0"));
      return unlike(`answers, ${way.name}`, answers, challenges);
    }),

  "est-13": (_, profile) =>
    waysTo("ESTABLISHED").flatMap((way) => {
      const rig = way.go(new CaseRig(profile));
      const first = rig.moments.length;
      rig.call({ kind: "send", len: 5 }).advance(2000 * SECOND);
      const sent = rig.sentSince(first);
      const ends = rig.moments.findIndex(({ state }, i) => i >= first && state === "CLOSED");
      return [
        ...unlike("lines", [...new Set(sent.map(({ segment }) => rig.tell(segment)))], ["ACK,PSH seq=1 ack=1 len=5"]),
        ...backsOff(sent.map(({ atUs }) => atUs)),
        ...unlike("the last moment", ends, rig.moments.length - 1),
        ...unlike("error", rig.errno, "ETIMEDOUT"),
      ];
    }),
};

/** The rule of est-13 and close-14: 16 transmissions, each gap twice the last, none above 120 s. */
export function backsOff(timesUs: readonly number[]): string[] {
  const gaps = timesUs.slice(1).map((atUs, i) => atUs - (timesUs[i] ?? 0));
  const [rtoUs = 0] = gaps;
  const doubled = gaps.map((_, i) => Math.min(rtoUs * 2 ** i, 120 * SECOND));
  return [
    ...unlike("transmissions", timesUs.length, 16),
    ...unlike("gaps in seconds", gaps.map(seconds), doubled.map(seconds)),
    ...unlike("the cap was reached", gaps.at(-1), 120 * SECOND),
  ];
}
