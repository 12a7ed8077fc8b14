import { type OptionItem, optionItems } from "#lib/tcp/options.ts";
import { type Flag, flagsOf, type Segment } from "#lib/tcp/segment.ts";
import { add } from "#lib/tcp/sequence.ts";
import { join, type Octets, type Piece, u8, u16, u32 } from "./bytes.ts";
import { internetChecksum } from "./checksum.ts";
import { pseudoHeader } from "./ipv4.ts";
import type { CapturedPacket } from "./packet.ts";

/** The segment with its header, its options and its text; a row here is a row of the drawing in RFC 9293, 3.1. */
export function tcpSegment(packet: CapturedPacket): Octets {
  const { from, to, segment } = packet;
  const options = join(optionItems(segment.options).map(optionOctets));
  const dataOffset = 5 + options.length / 4;
  const urgentPointer = u16(0);
  const withChecksum = (checksum: number) => {
    const rows = [
      [u16(from.port), u16(to.port)],
      [u32(segment.seq)],
      [u32(segment.ack ?? 0)],
      [u8(dataOffset << 4), u8(flagBits(segment)), u16(segment.wnd)],
      [u16(checksum), urgentPointer],
      [options],
      [text(segment)],
    ];
    return join(rows.flat());
  };
  const blank = withChecksum(0);
  const checksum = internetChecksum(join([pseudoHeader(packet, blank.length), blank]));
  // One bit off is wrong whatever the sum; all bits off may not be: 0x0000 and 0xffff are the same ones' complement.
  return withChecksum(packet.isCorrupt ? checksum ^ 1 : checksum);
}

/** Kinds and lengths: RFC 9293, 3.2; RFC 7323, 2.2 and 3.2; RFC 2018, 2 and 3; RFC 7413, 4.1.1. */
function optionOctets(item: OptionItem): Piece {
  switch (item.kind) {
    case "nop":
      return u8(1);
    case "mss":
      return option(2, u16(item.value));
    case "ws":
      return option(3, u8(item.shift));
    case "sackOK":
      return option(4, []);
    case "sack": {
      const edges = item.blocks.flatMap(({ left, right }) => [u32(left), u32(right)]);
      return option(5, edges.flat());
    }
    case "ts":
      return option(8, [...u32(item.value), ...u32(item.echo)]);
    case "tfo":
      return option(34, hexadecimal(item.cookie));
  }
}

/** Here, other than in pcapng, the length counts the two octets before the value too. */
function option(kind: number, value: readonly number[]): Piece {
  return [...u8(kind), ...u8(value.length + 2), ...value];
}

function hexadecimal(digits: string): number[] {
  return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

const FLAG_BITS = { FIN: 1, SYN: 2, RST: 4, PSH: 8, ACK: 16 } as const satisfies Record<Flag, number>;

function flagBits(segment: Segment): number {
  return flagsOf(segment).reduce((bits, flag) => bits | FLAG_BITS[flag], 0);
}

/** Each letter follows from its own sequence number: text that is sent again is the same, however it is cut. */
function text({ seq, syn, len }: Segment): Piece {
  const first = add(seq, syn ? 1 : 0);
  return Uint8Array.from({ length: len }, (_, i) => LETTER_A + (add(first, i) % 26));
}

const LETTER_A = "a".charCodeAt(0);
