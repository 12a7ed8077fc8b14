import { arrive, expire } from "#lib/tcp/host/arrival.ts";
import { createMachine, type Machine, nextDue, type Outcome } from "#lib/tcp/host/machine.ts";
import { numbersFrom } from "#lib/tcp/host/numbers.ts";
import type { Profile } from "#lib/tcp/profile.ts";
import { type Segment, segmentOf } from "#lib/tcp/segment.ts";
import { add, distance } from "#lib/tcp/sequence.ts";
import type { Micros } from "#lib/tcp/time.ts";
import { flagsOfLetters } from "./letters.ts";

const ISS = 1_000_000;
const PEER_ISS = 5_000_000;

export const PEER = { host: "client", port: 9090 };
export const PORT = 80;

/** A host with a scripted peer, as the recorders in data/record have it. */
export class Bench {
  now: Micros = 0;
  readonly machine: Machine;
  /** What the host has sent, in order. */
  readonly sent: Segment[] = [];

  constructor(profile: Profile) {
    const numbers = { ...numbersFrom(0, profile), iss: () => ISS };
    this.machine = createMachine("server", profile, numbers);
  }

  /** A segment of the peer; its numbers relative to the initial ones. */
  peer(flags: string, seq: number, ack: number, parts: Partial<Segment> = {}): void {
    const segment = segmentOf({
      ...flagsOfLetters(flags),
      seq: add(PEER_ISS, seq),
      ack: flags.includes(".") ? add(ISS, ack) : null,
      ...parts,
    });
    this.note(arrive(this.machine, { from: PEER, to: { host: "server", port: PORT }, segment }, this.now));
  }

  /** Lets time pass, and the timers fire that are due by then. */
  runUntil(until: Micros): void {
    for (let next = nextDue(this.machine); next?.due && next.due.atUs <= until; next = nextDue(this.machine)) {
      this.now = next.due.atUs;
      this.note(expire(this.machine, next, next.due.timer, this.now));
    }
    this.now = until;
  }

  note(outcome: Outcome): Outcome {
    for (const { packet } of outcome.sent) this.sent.push(packet.segment);
    return outcome;
  }

  /** The numbers of what the host sent, relative; "absolute 0" where a reset has none. */
  static numbersOf({ seq, ack }: Segment): { seq: number | "absolute 0"; ack: number | null } {
    return { seq: seq === 0 ? "absolute 0" : distance(ISS, seq), ack: ack === null ? null : distance(PEER_ISS, ack) };
  }
}
