import type { Call } from "#lib/tcp/endpoint/calls.ts";
import type { Endpoint } from "#lib/tcp/endpoint/control-block.ts";
import { type Errno, errnoOf } from "#lib/tcp/endpoint/errno.ts";
import { arrive, expire } from "#lib/tcp/host/arrival.ts";
import { type ConnectOptions, callOn, connect, listen, unlisten } from "#lib/tcp/host/calls.ts";
import type { Connection } from "#lib/tcp/host/connection.ts";
import type { ListenOptions } from "#lib/tcp/host/listener.ts";
import { createMachine, type Machine, nextDue, type Outcome } from "#lib/tcp/host/machine.ts";
import { type Numbers, numbersFrom } from "#lib/tcp/host/numbers.ts";
import type { Profile } from "#lib/tcp/profile.ts";
import { type Flag, flagsOf, type Segment, segmentOf } from "#lib/tcp/segment.ts";
import { add, distance } from "#lib/tcp/sequence.ts";
import type { State } from "#lib/tcp/state.ts";
import { type Micros, SECOND } from "#lib/tcp/time.ts";

/** Two numbers that are far apart and far from zero: the cases count from them. */
export const ISS = 1_000_000;
const PEER_ISN = 5_000_000;

const DEVICE = { host: "device", port: 80 };
const PEER = { host: "peer", port: 40_000 };

/** What a peer sends; its numbers relative to the initial ones. */
export interface PeerSegment {
  readonly flags: readonly Flag[];
  readonly seq: number;
  readonly ack?: number | null;
  readonly len?: number;
  readonly tsval?: number | null;
}

/** Something happened to the device: what it sent, and how it stood afterwards. */
export interface CaseMoment {
  readonly atUs: Micros;
  readonly by: "call" | "arrival" | "timeout";
  readonly sent: readonly Segment[];
  readonly state: State;
  readonly delivered: number;
  /** What the call reported. */
  readonly errno: Errno | null;
}

interface RigOptions {
  readonly peerIsn?: number;
  /** Left out: every connection begins at ISS. */
  readonly numbers?: Numbers;
}

/** One device under test with a peer that does what it is told. */
export class CaseRig {
  readonly machine: Machine;
  readonly moments: CaseMoment[] = [];
  now: Micros = 0;
  /** The window that the peer writes. */
  peerWnd = 65_535;
  private readonly peerIsn: number;

  constructor(profile: Profile, { peerIsn = PEER_ISN, numbers }: RigOptions = {}) {
    this.peerIsn = peerIsn;
    this.machine = createMachine(DEVICE.host, profile, numbers ?? this.fixedNumbers(profile));
  }

  listen(options: ListenOptions = {}): this {
    return this.note("call", listen(this.machine, DEVICE.port, options, this.now));
  }

  unlisten(): this {
    return this.note("call", unlisten(this.machine, DEVICE.port, this.now));
  }

  connect(options: ConnectOptions = {}): this {
    return this.note("call", connect(this.machine, DEVICE, PEER, options, this.now));
  }

  /** The application asks something of its newest connection. */
  call(call: Call): this {
    return this.note("call", callOn(this.machine, this.connection, call, this.now));
  }

  peer({ flags, seq, ack = null, len = 0, tsval = null }: PeerSegment, port = PEER.port): this {
    const segment = segmentOf({
      syn: flags.includes("SYN"),
      fin: flags.includes("FIN"),
      rst: flags.includes("RST"),
      psh: flags.includes("PSH"),
      seq: add(this.peerIsn, seq),
      ack: flags.includes("ACK") ? add(ISS, ack ?? 0) : null,
      len,
      wnd: this.peerWnd,
      options: tsval === null ? {} : { timestamps: { value: tsval, echo: this.lastStamp() } },
    });
    const packet = { from: { ...PEER, port }, to: DEVICE, segment };
    return this.note("arrival", arrive(this.machine, packet, this.now));
  }

  /** Lets time pass, and the timers fire that are due by then. */
  advance(byUs: Micros): this {
    const until = this.now + byUs;
    for (let next = nextDue(this.machine); next?.due && next.due.atUs <= until; next = nextDue(this.machine)) {
      const { atUs, timer } = next.due;
      this.now = atUs;
      this.note("timeout", expire(this.machine, next, timer, atUs));
    }
    this.now = until;
    return this;
  }

  /** Waits until no ACK is delayed any more. */
  settle(): this {
    for (let due = nextDue(this.machine)?.due; due?.timer === "delayedAck"; due = nextDue(this.machine)?.due) {
      this.advance(due.atUs - this.now);
    }
    return this;
  }

  /** The connection's state; LISTEN where it fell back to the listener, or there never was one. */
  get state(): State {
    const newest = this.machine.born.at(-1);
    if (newest !== undefined && this.machine.connections.includes(newest)) return newest.endpoint.state;
    if (newest?.endpoint.state === "CLOSED") return "CLOSED";
    return this.machine.listeners.has(DEVICE.port) ? "LISTEN" : "CLOSED";
  }

  get endpoint(): Endpoint {
    return this.machine.born.at(-1)?.endpoint ?? this.machine.idle;
  }

  /** What SO_ERROR says. */
  get errno(): Errno | null {
    return errnoOf(this.endpoint);
  }

  /** Everything that was sent from moment `first` on, and when. */
  sentSince(first: number): { readonly atUs: Micros; readonly segment: Segment }[] {
    return this.moments.slice(first).flatMap(({ atUs, sent }) => sent.map((segment) => ({ atUs, segment })));
  }

  /** The variables that the cases speak of, as they stand now. */
  variables(): Readonly<Record<string, number>> {
    const { snd, rcv } = this.endpoint;
    return {
      "SND.NXT": distance(ISS, snd.nxt),
      "RCV.NXT": distance(this.peerIsn, rcv.nxt),
      "RCV.WND": rcv.wnd,
    };
  }

  /** "SYN,ACK seq=0 ack=1 len=0". */
  tell(segment: Segment): string {
    const seq = segment.seq === 0 ? "absolute 0" : distance(ISS, segment.seq);
    const ack = segment.ack === null ? null : distance(this.peerIsn, segment.ack);
    return line(flagsOf(segment), seq, ack, segment.len);
  }

  private get connection(): Connection {
    const newest = this.machine.born.at(-1);
    if (newest === undefined) throw new Error("a call needs a connection, but there never was one");
    return newest;
  }

  private note(by: CaseMoment["by"], { sent, errno }: Outcome): this {
    const segments = sent.map(({ packet }) => packet.segment);
    const { delivered } = this.endpoint;
    this.moments.push({ atUs: this.now, by, sent: segments, state: this.state, delivered, errno });
    return this;
  }

  private lastStamp(): number {
    return this.sentSince(0).at(-1)?.segment.options.timestamps?.value ?? 0;
  }

  /** A cookie depends on the number it answers, so that it is not good for another. */
  private fixedNumbers(profile: Profile): Numbers {
    const synCookie = (_local: unknown, _remote: unknown, irs: number) => add(ISS, distance(this.peerIsn, irs));
    return { ...numbersFrom(0, profile), iss: () => ISS, synCookie };
  }
}

/** A segment in one line, its flags in one order. */
export function line(flags: readonly Flag[], seq: number | string, ack: number | string | null, len: number): string {
  return `${[...flags].sort().join(",") || "(no flags)"} seq=${seq} ack=${ack} len=${len}`;
}

export function seconds(us: Micros): number {
  return us / SECOND;
}
