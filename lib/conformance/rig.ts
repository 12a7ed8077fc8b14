import type { Call } from "#lib/tcp/endpoint/calls.ts";
import { closedEndpoint, type Endpoint, TIMERS } from "#lib/tcp/endpoint/control-block.ts";
import { type Input, step } from "#lib/tcp/endpoint/endpoint.ts";
import type { Profile } from "#lib/tcp/profile.ts";
import { type Segment, segmentOf } from "#lib/tcp/segment.ts";
import { add, distance } from "#lib/tcp/sequence.ts";
import { MILLISECOND, type Micros } from "#lib/tcp/time.ts";
import { flagsOfLetters, lettersOf } from "./letters.ts";

/** Any two numbers that are far apart and far from zero: the data files count from them. */
const ISS = 1_000_000;
const PEER_ISS = 5_000_000;

/** One endpoint with a scripted peer, as the kernel was measured. */
export class Rig {
  endpoint: Endpoint;
  now: Micros = 0;
  readonly sent: { readonly atUs: Micros; readonly segment: Segment }[] = [];
  /** RCV.NXT and SND.NXT as the data files count them, of the connection as long as there was one. */
  numbers = { rcvNxt: 0, sndNxt: 0 };
  private readonly profile: Profile;

  constructor(profile: Profile) {
    this.profile = profile;
    this.endpoint = closedEndpoint(ISS, profile);
  }

  call(call: Call): this {
    return this.take({ kind: "call", call });
  }

  /** A segment of the peer, in letters; its numbers relative to the initial ones. */
  peer(flags: string, seq: number, ack: number | null, len = 0): this {
    const segment = segmentOf({
      ...flagsOfLetters(flags),
      seq: add(PEER_ISS, seq),
      ack: flags.includes(".") ? add(ISS, ack ?? 0) : null,
      len,
    });
    return this.take({ kind: "arrival", segment });
  }

  /** Lets the timers fire that are due by then, and stands at `until`. */
  runUntil(until: Micros): void {
    while (this.runNext(until)) {
      // one timer after the other
    }
    this.now = until;
  }

  /** Lets the next timer fire; false: none is due by then. */
  runNext(until: Micros): boolean {
    const next = this.nextTimer();
    if (next === null || next.atUs > until) return false;
    this.now = next.atUs;
    this.take({ kind: "timeout", timer: next.timer });
    return true;
  }

  /** Brings the connection into a state of the data files; false when the name is not known. */
  reach(state: string): boolean {
    const way = WAYS[state];
    if (way === undefined) return false;
    way(this);
    // What was to be acknowledged with a delay is, before anything is measured.
    if (state !== "CLOSED" && state !== "LISTEN") this.runUntil(this.now + 100 * MILLISECOND);
    this.sent.length = 0;
    return true;
  }

  private nextTimer() {
    const running = TIMERS.flatMap((timer) => {
      const atUs = this.endpoint.timers[timer];
      return atUs === null ? [] : [{ timer, atUs }];
    });
    return running.sort((a, b) => a.atUs - b.atUs)[0] ?? null;
  }

  private take(input: Input): this {
    const { endpoint, send } = step(this.endpoint, input, this.now, this.profile);
    this.endpoint = endpoint;
    const { state, rcv, snd } = endpoint;
    if (state !== "CLOSED" && state !== "LISTEN") {
      this.numbers = { rcvNxt: distance(PEER_ISS, rcv.nxt), sndNxt: distance(ISS, snd.nxt) };
    }
    for (const { segment } of send) this.sent.push({ atUs: this.now, segment });
    return this;
  }
}

/** "S. 0 1 0": flags, relative seq and ack, length, as the data files write it. */
export function describeReply(segment: Segment): string {
  const seq = segment.seq === 0 ? "absolute 0" : distance(ISS, segment.seq);
  const ack = segment.ack === null ? null : distance(PEER_ISS, segment.ack);
  return `${lettersOf(segment)} ${seq} ${ack} ${segment.len}`;
}

/** The scripted peer answered once it had collected for 45 ms: that was the round trip the kernel measured. */
const PEER_TAKES_US = 45 * MILLISECOND;

function established(rig: Rig): Rig {
  rig.call({ kind: "listen" }).peer("S", 0, null);
  rig.runUntil(rig.now + PEER_TAKES_US);
  return rig.peer(".", 1, 1);
}

const WAYS: Readonly<Record<string, (rig: Rig) => Rig>> = {
  CLOSED: (rig) => rig,
  LISTEN: (rig) => rig.call({ kind: "listen" }),
  "SYN-SENT": (rig) => rig.call({ kind: "connect" }),
  "SYN-RECEIVED(passive)": (rig) => rig.call({ kind: "listen" }).peer("S", 0, null),
  "SYN-RECEIVED(active)": (rig) => rig.call({ kind: "connect" }).peer("S", 0, null),
  ESTABLISHED: established,
  "ESTABLISHED(active)": (rig) => rig.call({ kind: "connect" }).peer("S.", 0, 1),
  "FIN-WAIT-1": (rig) => established(rig).call({ kind: "shutdown" }),
  "FIN-WAIT-1(orphan)": (rig) => established(rig).call({ kind: "close" }),
  "FIN-WAIT-2": (rig) => established(rig).call({ kind: "shutdown" }).peer(".", 1, 2),
  "FIN-WAIT-2(orphan)": (rig) => established(rig).call({ kind: "close" }).peer(".", 1, 2),
  "CLOSE-WAIT": (rig) => established(rig).peer("F.", 1, 1),
  CLOSING: (rig) => established(rig).call({ kind: "shutdown" }).peer("F.", 1, 1),
  "LAST-ACK": (rig) => established(rig).peer("F.", 1, 1).call({ kind: "shutdown" }),
  "TIME-WAIT": (rig) => established(rig).call({ kind: "close" }).peer(".", 1, 2).peer("F.", 1, 2),
};
