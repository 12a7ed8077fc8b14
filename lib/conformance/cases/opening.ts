import { numbersFrom } from "#lib/tcp/host/numbers.ts";
import type { Profile } from "#lib/tcp/profile.ts";
import { type Flag, kindOf } from "#lib/tcp/segment.ts";
import { distance } from "#lib/tcp/sequence.ts";
import { MILLISECOND, SECOND } from "#lib/tcp/time.ts";
import { MEASURED } from "../measured.ts";
import { type ByHand, wishOf, without } from "./by-hand.ts";
import { play } from "./play.ts";
import { CaseRig } from "./rig.ts";
import { unlike } from "./story.ts";
import { waysTo } from "./ways.ts";

export const OPENING_CASES: Readonly<Record<string, ByHand>> = {
  /** The rule: it keeps trying for at least 180 s. */
  "open-04": (one, profile) => {
    const rig = new CaseRig(profile).connect().advance(180 * SECOND);
    return [
      ...play(without(one, "rule"), profile),
      ...unlike("state after 180 s", rig.state, "SYN-SENT"),
      ...unlike("error after 180 s", rig.errno, null),
    ];
  },

  /** What becomes of the peer that sent the data and gets the RST. */
  "open-10": (one, profile) => {
    const peer = new CaseRig(profile).connect().peer({ flags: ["SYN", "ACK"], seq: 0, ack: 1 });
    peer.call({ kind: "send", len: 5 }).peer({ flags: ["RST"], seq: 1 });
    return [
      ...play(one, profile),
      ...unlike("state of the peer", peer.state, "CLOSED"),
      ...unlike("error of the peer", peer.errno, "ECONNRESET"),
    ];
  },

  /** Each set of flags, on the third segment of a request and of a cookie. */
  "open-53": (one, profile) => {
    const { accept, reject } = wishOf(one, "accept");
    return [...accept, ...reject].flatMap((flags) => [
      ...unlike(`${flags} completes a request`, completes(profile, flags), accept.includes(flags)),
      ...unlike(`${flags} completes a cookie`, completes({ ...profile, synCookies: 2 }, flags), accept.includes(flags)),
    ]);
  },

  "open-59": (_, profile) => [...growth(profile, 250 * 130), ...growth(MEASURED, 15.625 * 130_000)],
};

function completes(profile: Profile, text: string): boolean {
  const [way] = waysTo("SYN-RECEIVED (passive)");
  if (way === undefined) throw new Error("nobody knows the way to SYN-RECEIVED");
  const flags = text.split(",") as Flag[];
  const rig = way.go(new CaseRig(profile)).peer({ flags, seq: 1, ack: flags.includes("ACK") ? 1 : null });
  return rig.state === (flags.includes("FIN") ? "CLOSE-WAIT" : "ESTABLISHED");
}

/** Six SYNs from one socket, 130 ms apart, and one from each of four others: how far their answers' numbers are apart. */
function growth(profile: Profile, by: number): string[] {
  const rig = new CaseRig(profile, { numbers: numbersFrom(7, profile) }).listen();
  const isnFor = (port: number, seq: number) => {
    const first = rig.moments.length;
    rig.peer({ flags: ["SYN"], seq }, port).peer({ flags: ["RST"], seq: seq + 1 }, port);
    const [answer] = rig.sentSince(first);
    if (answer === undefined || kindOf(answer.segment) !== "SYN-ACK") throw new Error(`no SYN,ACK for port ${port}`);
    return answer.segment.seq;
  };
  const steps: number[] = [];
  let last = isnFor(40_000, 0);
  for (let nth = 1; nth < 6; nth++) {
    rig.advance(130 * MILLISECOND);
    const isn = isnFor(40_000, nth * 1000);
    steps.push(distance(last, isn));
    last = isn;
  }
  const others = [40_001, 40_002, 40_003, 40_004].map((port) => Math.abs(distance(last, isnFor(port, 0))));
  return [
    ...unlike("growth in 130 ms", steps, [by, by, by, by, by]),
    ...unlike(
      "offsets that the clock could explain",
      others.filter((offset) => offset <= 6 * by),
      [],
    ),
    ...unlike("different offsets", new Set(others).size, others.length),
  ];
}
