import { MILLISECOND, SECOND } from "#lib/tcp/time.ts";
import { MEASURED } from "../measured.ts";
import { type ByHand, firstSegmentOf, from, wishOf, without } from "./by-hand.ts";
import { backsOff } from "./established.ts";
import { play, segmentLine } from "./play.ts";
import { CaseRig, seconds } from "./rig.ts";
import { unlike } from "./story.ts";
import { waysTo } from "./ways.ts";

export const CLOSING: Readonly<Record<string, ByHand>> = {
  /** Its numbers say that nine octets went each way; and that Linux takes about 0.04 s. */
  "close-06": (one, profile) => {
    const conversation = from(one, "ESTABLISHED, 9 octets each way");
    const wish = wishOf(one, "seg");
    return [
      ...play(conversation, profile),
      ...play(conversation, MEASURED),
      ...waysTo("ESTABLISHED, 9 octets each way").flatMap((way) => {
        const rig = way.go(new CaseRig(MEASURED));
        const beginUs = rig.now;
        const [answer] = rig
          .peer({ flags: ["FIN", "ACK"], seq: 10, ack: 10 })
          .advance(1 * SECOND)
          .sentSince(0)
          .slice(-1);
        const tookUs = (answer?.atUs ?? 0) - beginUs;
        return unlike(`${wish.t}`, Math.round(tookUs / (10 * MILLISECOND)), 4);
      }),
    ];
  },

  /** "Gone after about 930 to 975 s": nominally the timers add up to a little less than the kernel took. */
  "close-14": (one, profile) =>
    waysTo(one.given.D ?? "").flatMap((way) => {
      const rig = way.go(new CaseRig(profile));
      const beginUs = rig.now;
      rig.advance(2000 * SECOND);
      const fins = rig.sentSince(0).filter(({ segment }) => segment.fin);
      const gone = rig.moments.at(-1);
      const goneS = seconds((gone?.atUs ?? 0) - beginUs);
      return [
        ...unlike("lines", [...new Set(fins.map(({ segment }) => rig.tell(segment)))], ["ACK,FIN seq=1 ack=1 len=0"]),
        ...unlike("only FINs", rig.sentSince(0).filter(({ atUs }) => atUs >= beginUs).length, fins.length),
        ...backsOff(fins.map(({ atUs }) => atUs)),
        ...unlike("state at the end", gone?.state, "CLOSED"),
        ...unlike(`gone after ${goneS} s`, goneS >= 930 && goneS <= 975, true),
      ];
    }),

  /** The RST takes its number from SEG.ACK: 1 when the FIN is not acknowledged yet, 2 after. */
  "close-21": (one, profile) => [
    ...play(from(one, "FIN-WAIT-2 after close()"), profile),
    ...play(from(one, "FIN-WAIT-1 after close()"), profile),
    ...play(
      {
        ...from(one, "FIN-WAIT-1 after close()"),
        events: [{ ...firstSegmentOf(one), ack: 1 }],
        expect: one.expect.map((wish) => ("seg" in wish ? { ...wish, seq: 1 } : wish)),
      },
      profile,
    ),
  ],

  /** CLOSE waits in the application; the connection goes its way: only FINs, and still FIN-WAIT-1 when it returns. */
  "close-26": (one, profile) => {
    const returnsAfterS = wishOf(one, "close_returns_after_s").close_returns_after_s;
    return waysTo("ESTABLISHED").flatMap((way) => {
      const rig = way.go(new CaseRig(profile));
      const first = rig.moments.length;
      const beginUs = rig.now;
      rig.call({ kind: "close" }).advance(returnsAfterS * SECOND);
      const sent = rig.sentSince(first);
      return [
        ...unlike("the first", seconds((sent[0]?.atUs ?? 0) - beginUs), 0),
        ...unlike(
          "lines",
          [...new Set(sent.map(({ segment }) => rig.tell(segment)))],
          [segmentLine(wishOf(one, "seg"), {})],
        ),
        ...unlike("state as CLOSE returns", rig.state, wishOf(one, "state").state.D),
      ];
    });
  },

  /** Its title names TIME-WAIT too. "Without user signal": no error, whether the socket is held or not. */
  "close-31": (one, profile) => [
    ...play(from(one, "CLOSING | LAST-ACK | TIME-WAIT"), profile),
    ...["CLOSING", "LAST-ACK", "TIME-WAIT"].flatMap((given) => resetErrors(given, () => null, profile)),
    ...silentAfterReset(one, profile),
  ],
  /** "ECONNRESET if the socket is still held (shutdown instead of close)". */
  "close-31 under linux-6.18": (one, profile) => {
    const [errno = ""] = wishOf(one, "error").error.split(" ");
    return [
      ...["CLOSING", "LAST-ACK"].flatMap((given) => resetErrors(given, (isHeld) => (isHeld ? errno : null), profile)),
      ...silentAfterReset(one, profile),
    ];
  },
};

/** A RST is never answered. */
function silentAfterReset(one: Parameters<ByHand>[0], profile: Parameters<ByHand>[1]): string[] {
  const silent = { ...without(one, "error"), expect: [{ no_segment: true as const }, { state: { D: "CLOSED" } }] };
  return play(silent, profile);
}

function resetErrors(given: string, error: (isHeld: boolean) => string | null, profile: Parameters<ByHand>[1]) {
  return waysTo(given).flatMap((way) => {
    const rig = way.go(new CaseRig(profile)).peer({ flags: ["RST"], seq: 2 });
    const isHeld = way.name === "held";
    return [
      ...unlike(`${given}, ${way.name}: state`, rig.state, "CLOSED"),
      ...unlike(`${given}, ${way.name}: error`, isHeld ? rig.errno : null, error(isHeld)),
    ];
  });
}
