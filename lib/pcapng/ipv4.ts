import { join, type Octets, type Piece, u8, u16 } from "./bytes.ts";
import { internetChecksum } from "./checksum.ts";
import type { CapturedPacket } from "./packet.ts";

const HEADER_LENGTH = 20;
const DONT_FRAGMENT = 0x4000;
const TIME_TO_LIVE = 64;
const PROTOCOL_TCP = 6;

/** The payload in the nth IPv4 datagram, without options; a row here is a row of the drawing in RFC 791, 3.1. */
export function datagram({ from, to }: CapturedPacket, nth: number, payload: Piece): Octets {
  const identification = u16(nth % 0x1_0000);
  const versionAndWords = u8((4 << 4) | (HEADER_LENGTH / 4));
  const typeOfService = u8(0);
  const withChecksum = (checksum: number) => {
    const rows = [
      [versionAndWords, typeOfService, u16(HEADER_LENGTH + payload.length)],
      [identification, u16(DONT_FRAGMENT)],
      [u8(TIME_TO_LIVE), u8(PROTOCOL_TCP), u16(checksum)],
      [address(from.address)],
      [address(to.address)],
    ];
    return join(rows.flat());
  };
  return join([withChecksum(internetChecksum(withChecksum(0))), payload]);
}

/** What TCP's checksum covers of the layer below: a segment at the wrong address must not pass (RFC 9293, 3.1). */
export function pseudoHeader({ from, to }: CapturedPacket, length: number): Octets {
  return join([address(from.address), address(to.address), u8(0), u8(PROTOCOL_TCP), u16(length)]);
}

function address(dotted: string): Piece {
  const parts = dotted.split(".");
  if (parts.length !== 4) throw new Error(`${dotted} is not an IPv4 address`);
  return parts.flatMap((part) => u8(Number(part)));
}
