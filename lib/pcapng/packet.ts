import type { Segment } from "#lib/tcp/segment.ts";
import type { Micros } from "#lib/tcp/time.ts";

/** One packet as it is captured. */
export interface CapturedPacket {
  /** Virtual time since the start. */
  readonly atUs: Micros;
  readonly from: Socket;
  readonly to: Socket;
  readonly segment: Segment;
  /** It was damaged on its way: its TCP checksum is wrong on purpose. */
  readonly isCorrupt?: boolean;
  /** What Wireshark shows beside the packet: why it was sent, or what became of it. */
  readonly comment: string;
}

/** An address and a port: one end of a connection (RFC 9293, 3.3.1). */
export interface Socket {
  /** IPv4, dotted: "10.0.0.1". */
  readonly address: string;
  readonly port: number;
}
