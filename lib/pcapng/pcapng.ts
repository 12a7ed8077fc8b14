import { join, type Octets, type Piece, padded, u8, u16, u32 } from "./bytes.ts";
import { datagram } from "./ipv4.ts";
import type { CapturedPacket } from "./packet.ts";
import { tcpSegment } from "./tcp.ts";

/**
 * The packets, in the order given, as a file that Wireshark and tcpdump open (draft-ietf-opsawg-pcapng). Its numbers are
 * in network order, which the format leaves to the writer (3.6.1): the file and what it captured then share one way
 * to write a number.
 */
export function pcapng(packets: readonly CapturedPacket[]): Octets {
  return join([sectionHeader(), interfaceDescription(), ...packets.map(enhancedPacket)]);
}

/** Section 4.1. The magic number tells the reader the byte order; a length of -1 leaves the counting to the reader. */
function sectionHeader(): Octets {
  const byteOrderMagic = u32(0x1a2b3c4d);
  const version = [...u16(1), ...u16(0)];
  const sectionLength = [...u32(0xffff_ffff), ...u32(0xffff_ffff)];
  return block(0x0a0d0d0a, [byteOrderMagic, version, sectionLength]);
}

/** LINKTYPE_RAW: a packet begins with its IP header; there is no Ethernet here to make up. */
const LINKTYPE_RAW = 101;

/** if_tsresol: timestamps count units of 10^-9 seconds. */
const NANOSECONDS = option(9, u8(9));

const END_OF_OPTIONS = option(0, []);

/** Section 4.2. A snapshot length of 0 is no limit. */
function interfaceDescription(): Octets {
  const reserved = u16(0);
  const snapLength = u32(0);
  return block(1, [u16(LINKTYPE_RAW), reserved, snapLength, NANOSECONDS, END_OF_OPTIONS]);
}

/** Section 4.3. */
function enhancedPacket(packet: CapturedPacket, index: number): Octets {
  const interfaceId = u32(0);
  const captured = datagram(packet, index + 1, tcpSegment(packet));
  const length = u32(captured.length);
  const comment = option(1, new TextEncoder().encode(packet.comment));
  return block(6, [interfaceId, timestamp(packet), length, length, padded(captured), comment, END_OF_OPTIONS]);
}

/** Virtual time begins at 0, but a capture needs a date: every one begins at midnight, 2000-01-01 UTC. */
const EPOCH_US = BigInt(Date.UTC(2000, 0, 1)) * 1000n;

/** Nanoseconds since 1970, the upper 32 bits first; they are more than a double counts exactly. */
function timestamp({ atUs }: CapturedPacket): Piece {
  const ns = (EPOCH_US + BigInt(atUs)) * 1000n;
  return [...u32(Number(ns >> 32n)), ...u32(Number(ns & 0xffff_ffffn))];
}

/** Section 3.1: the length, of all of the block, stands at both ends, so that a reader can walk backwards too. */
function block(type: number, body: readonly Piece[]): Octets {
  const content = join(body);
  const totalLength = u32(content.length + 12);
  return join([u32(type), totalLength, content, totalLength]);
}

/** Section 3.5: the length is that of the value; the padding behind it is not counted. */
function option(code: number, value: Piece): Octets {
  return join([u16(code), u16(value.length), padded(value)]);
}
