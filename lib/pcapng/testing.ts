import { type Segment, segmentOf } from "#lib/tcp/segment.ts";
import type { CapturedPacket } from "./packet.ts";
import { pcapng } from "./pcapng.ts";

/** An ACK at the beginning of time, and whatever is different this time. */
export function packet(change: Partial<Segment> = {}, rest: Partial<CapturedPacket> = {}): CapturedPacket {
  return {
    atUs: 0,
    from: { address: "10.0.0.1", port: 49_152 },
    to: { address: "10.0.0.2", port: 80 },
    segment: segmentOf({ seq: 1000, ack: 2000, ...change }),
    comment: "",
    ...rest,
  };
}

/** What a reader finds who knows the formats, and nothing of how the file was written. */
export function read(packets: readonly CapturedPacket[]) {
  const [section, networkInterface, ...rest] = blocks(pcapng(packets));
  return { section, networkInterface, packets: rest.map(capture) };
}

export function blocks(file: Uint8Array) {
  const found = [];
  for (let at = 0; at < file.length; ) {
    const length = view(file).getUint32(at + 4);
    const body = file.slice(at + 8, at + length - 4);
    found.push({ type: view(file).getUint32(at), length, lengthAgain: view(file).getUint32(at + length - 4), body });
    at += length;
  }
  return found;
}

function capture({ body }: { body: Uint8Array }) {
  const length = view(body).getUint32(12);
  const ip = body.slice(20, 20 + length);
  const tcp = ip.slice(20);
  const headerLength = (view(tcp).getUint8(12) >> 4) * 4;
  return {
    interfaceId: view(body).getUint32(0),
    ns: view(body).getBigUint64(4),
    originalLength: view(body).getUint32(16),
    padding: [...body.slice(20 + length, 20 + Math.ceil(length / 4) * 4)],
    comments: blockOptions(body.slice(20 + Math.ceil(length / 4) * 4)),
    ip,
    tcp,
    pseudo: Uint8Array.of(...ip.slice(12, 20), 0, 6, tcp.length >> 8, tcp.length & 0xff),
    options: [...tcp.slice(20, headerLength)],
    text: new TextDecoder().decode(tcp.slice(headerLength)),
  };
}

/** As [code, value]; the end of the options is the end of the block, or the reader stumbles. */
export function blockOptions(octets: Uint8Array): [number, string][] {
  const code = view(octets).getUint16(0);
  const length = view(octets).getUint16(2);
  if (code === 0 && length === 0 && octets.length === 4) return [];
  const value = new TextDecoder("utf-8", { fatal: true }).decode(octets.slice(4, 4 + length));
  return [[code, value], ...blockOptions(octets.slice(4 + Math.ceil(length / 4) * 4))];
}

/** RFC 1071, as a receiver uses it: with a right checksum inside, the words add up to 0xffff. */
export function onesComplementSum(...parts: Uint8Array[]): number {
  const octets = parts.flatMap((part) => [...part]);
  if (octets.length % 2 === 1) octets.push(0);
  let sum = 0;
  for (let i = 0; i < octets.length; i += 2) {
    sum += view(Uint8Array.from(octets.slice(i, i + 2))).getUint16(0);
    if (sum > 0xffff) sum -= 0xffff;
  }
  return sum;
}

export function view(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
}
