import { NO_OPTIONS, type Options } from "./options.ts";
import { add, distance, type Seq } from "./sequence.ts";

/** What travels. The names are those of RFC 9293, 3.3.1, without the prefix SEG. */
export interface Segment {
  readonly seq: Seq;
  /** SEG.ACK; null when the ACK bit is off. */
  readonly ack: Seq | null;
  readonly syn: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  readonly psh: boolean;
  /** Bytes of text. SYN and FIN are not counted here: see `segmentLength`. */
  readonly len: number;
  /** The window field as it is written, 16 bits; what it means is shifted by what both sides agreed on (RFC 7323, 2.3). */
  readonly wnd: number;
  readonly options: Options;
}

/** A segment with nothing in it; what is given replaces its parts. */
export function segmentOf(parts: Partial<Segment>): Segment {
  return { ...EMPTY, ...parts };
}

const EMPTY: Segment = {
  seq: 0,
  ack: null,
  syn: false,
  fin: false,
  rst: false,
  psh: false,
  len: 0,
  wnd: 65_535,
  options: NO_OPTIONS,
};

export type Flag = "SYN" | "FIN" | "RST" | "PSH" | "ACK";

/** SEG.LEN: the room a segment takes in sequence space, SYN and FIN included (RFC 9293, 3.4). */
export function segmentLength(segment: Segment): number {
  return segment.len + (segment.syn ? 1 : 0) + (segment.fin ? 1 : 0);
}

/** The first sequence number behind the segment. */
export function segmentEnd(segment: Segment): Seq {
  return add(segment.seq, segmentLength(segment));
}

/** The flags that are on, in the order in which people say them: SYN,ACK and FIN,ACK. */
export function flagsOf(segment: Segment): Flag[] {
  const flags: Flag[] = [];
  if (segment.syn) flags.push("SYN");
  if (segment.fin) flags.push("FIN");
  if (segment.rst) flags.push("RST");
  if (segment.psh) flags.push("PSH");
  if (segment.ack !== null) flags.push("ACK");
  return flags;
}

/** What a segment is for, in one word: how a wire rule or a promise names it. */
export type SegmentKind = "SYN" | "SYN-ACK" | "ACK" | "DATA" | "FIN" | "RST";

export function kindOf(segment: Segment): SegmentKind {
  if (segment.rst) return "RST";
  if (segment.syn) return segment.ack === null ? "SYN" : "SYN-ACK";
  if (segment.fin) return "FIN";
  return segment.len > 0 ? "DATA" : "ACK";
}

/** Where sequence numbers are counted from: the ISN of the sender and that of its peer. */
export interface Base {
  readonly seq: Seq;
  readonly ack: Seq;
}

export const ABSOLUTE: Base = { seq: 0, ack: 0 };

/** "SYN,ACK seq=300 ack=101 len=5"; len only where there is text. Relative to `base`, as tcpdump and Wireshark show it. */
export function describeSegment(segment: Segment, base: Base = ABSOLUTE): string {
  const seq = base === ABSOLUTE ? segment.seq : distance(base.seq, segment.seq);
  const parts = [flagsOf(segment).join(",") || "(no flags)", `seq=${seq}`];
  if (segment.ack !== null) parts.push(`ack=${base === ABSOLUTE ? segment.ack : distance(base.ack, segment.ack)}`);
  if (segment.len > 0) parts.push(`len=${segment.len}`);
  return parts.join(" ");
}
