import { expect, test } from "vitest";
import { internetChecksum } from "./checksum.ts";
import { datagram } from "./ipv4.ts";
import { pcapng } from "./pcapng.ts";
import { blockOptions, blocks, onesComplementSum, packet, read, view } from "./testing.ts";

const hex = (octets: Iterable<number>) => [...octets].map((octet) => octet.toString(16).padStart(2, "0")).join(" ");

/** Numbers that look random and are the same in every run. */
const noise = (seed: number, below: number) => (Math.imul(seed + 1, 0x9e37_79b1) >>> 0) % below;

test("a file is a section, one interface and a block for each packet, and no packet is an empty capture", () => {
  const types = (count: number) => blocks(pcapng(Array(count).fill(packet()))).map(({ type }) => type);
  expect(types(0)).toEqual([0x0a0d0d0a, 1]);
  expect(types(3)).toEqual([0x0a0d0d0a, 1, 6, 6, 6]);
  expect(read([packet()]).packets[0]?.interfaceId).toBe(0);
});

test("every block tells its length at both ends, in words of 32 bits, whatever the text and the comment", () => {
  for (let n = 0; n < 9; n++) {
    for (const block of blocks(pcapng([packet({ len: n }, { comment: "x".repeat(n % 5) })]))) {
      expect(block.lengthAgain).toBe(block.length);
      expect(block.length % 4).toBe(0);
    }
    expect(read([packet({ len: n })]).packets[0]?.padding).toEqual(Array(-n & 3).fill(0));
  }
});

test("the section is in network order, and the interface has raw IP, all of it, in nanoseconds", () => {
  const { section, networkInterface } = read([]);
  expect(hex(section?.body ?? [])).toBe("1a 2b 3c 4d 00 01 00 00 ff ff ff ff ff ff ff ff");
  expect(hex(networkInterface?.body.slice(0, 8) ?? [])).toBe("00 65 00 00 00 00 00 00");
  expect(blockOptions(networkInterface?.body.slice(8) ?? new Uint8Array())).toEqual([[9, "\u0009"]]);
});

test("virtual time begins on 2000-01-01, to the microsecond, and does not run over in a long run", () => {
  const atUs = [0, 1, 1_000_000, 60 * 86_400 * 1_000_000 + 7];
  const { packets } = read(atUs.map((at) => packet({}, { atUs: at })));
  const since2000 = packets.map(({ ns }) => ns - BigInt(Date.parse("2000-01-01T00:00:00Z")) * 1_000_000n);
  expect(since2000).toEqual([0n, 1_000n, 1_000_000_000n, 5_184_000_000_007_000n]);
});

test("a comment comes back as it was written, in any language and of any length", () => {
  const comments = ["", "a", "ab", "abc", "abcd", "Verbindung geöffnet → ESTABLISHED", "漢字 🙂", "two\nlines"];
  const { packets } = read(comments.map((comment) => packet({}, { comment })));
  expect(packets.map((p) => p.comments)).toEqual(comments.map((comment) => [[1, comment]]));
});

test("the IPv4 header is whole, may not be fragmented, and counts the packets", () => {
  const { packets } = read([packet(), packet({ len: 3 })]);
  expect(packets.map(({ ip }) => hex([...ip.slice(0, 10), ...ip.slice(12, 20)]))).toEqual([
    "45 00 00 28 00 01 40 00 40 06 0a 00 00 01 0a 00 00 02",
    "45 00 00 2b 00 02 40 00 40 06 0a 00 00 01 0a 00 00 02",
  ]);
  expect(packets.map(({ ip, originalLength }) => ip.length === originalLength)).toEqual([true, true]);
});

test("after 65 535 packets their identification begins again", () => {
  const identifications = [65_535, 65_536, 65_537].map((nth) => view(datagram(packet(), nth, [])).getUint16(4));
  expect(identifications).toEqual([65_535, 0, 1]);
});

test("the TCP header has each field in its place", () => {
  const segment = { seq: 0xfedc_ba98, ack: 0x8000_0001, wnd: 0x1234 };
  const { packets } = read([packet(segment), packet({ ...segment, ack: null, rst: true })]);
  expect(packets.map(({ tcp }) => hex([...tcp.slice(0, 16), ...tcp.slice(18)]))).toEqual([
    "c0 00 00 50 fe dc ba 98 80 00 00 01 50 10 12 34 00 00",
    "c0 00 00 50 fe dc ba 98 00 00 00 00 50 04 12 34 00 00",
  ]);
});

test("each flag has its bit", () => {
  const flags = [{ fin: true }, { syn: true }, { rst: true }, { psh: true }, { ack: 1 }];
  const { packets } = read(flags.map((flag) => packet({ ack: null, ...flag })));
  expect(packets.map(({ tcp }) => view(tcp).getUint8(13))).toEqual([1, 2, 4, 8, 16]);
});

test("options are written as in Linux, aligned, and behind them the text begins", () => {
  const timestamps = { value: 0xffff_fffe, echo: 7 };
  const sack = [0, 1, 2].map((i) => ({ left: 0x100 * i + 1, right: 0x100 * i + 5 }));
  const { packets } = read([
    packet({ syn: true, options: { mss: 1460, windowScale: 7, sackPermitted: true, timestamps } }),
    packet({ options: { timestamps, sack } }),
    packet({ syn: true, len: 2, options: { fastOpen: "0123456789abcdef" } }),
    packet({ syn: true, options: { sackPermitted: true, fastOpen: "" } }),
  ]);
  expect(packets.map(({ options, text }) => hex(options) + text)).toEqual([
    "02 04 05 b4 04 02 08 0a ff ff ff fe 00 00 00 07 01 03 03 07",
    "01 01 08 0a ff ff ff fe 00 00 00 07 01 01 05 1a " +
      "00 00 00 01 00 00 00 05 00 00 01 01 00 00 01 05 00 00 02 01 00 00 02 05",
    "22 0a 01 23 45 67 89 ab cd ef 01 01no",
    "01 01 04 02 22 02 01 01",
  ]);
});

test("the checksum is that of the example in RFC 1071, 3, of an odd number of octets, of a carry that carries", () => {
  expect(internetChecksum(Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7))).toBe(0xddf2 ^ 0xffff);
  expect(internetChecksum(Uint8Array.of(0x12))).toBe(0x1200 ^ 0xffff);
  expect(internetChecksum(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x00, 0x01))).toBe(0x0001 ^ 0xffff);
});

test("five hundred packets pass their checksums, and the corrupt ones fail that of TCP alone", () => {
  const packets = Array.from({ length: 500 }, (_, i) => {
    const segment = { seq: noise(i, 2 ** 32), ack: noise(i + 500, 2 ** 32), len: noise(i, 100), wnd: noise(i, 65_536) };
    return packet(segment, { isCorrupt: i % 7 === 0 });
  });
  for (const [i, { ip, pseudo, tcp }] of read(packets).packets.entries()) {
    expect(onesComplementSum(ip.slice(0, 20))).toBe(0xffff);
    expect(onesComplementSum(pseudo, tcp) === 0xffff).toBe(i % 7 !== 0);
  }
});

test("text that is sent again has the same letters, however it is cut, a SYN before it or not", () => {
  const segments = [{ len: 26 }, { len: 26 }, { seq: 1013, len: 26 }, { seq: 999, syn: true, len: 26 }];
  const [first, again, half, early] = read(segments.map((segment) => packet(segment))).packets.map(({ text }) => text);
  expect(first).toBe("mnopqrstuvwxyzabcdefghijkl");
  expect(again).toBe(first);
  expect(half?.slice(0, 13)).toBe(first?.slice(13));
  expect(early).toBe(first);
});

test("text that crosses 2^32 goes on as the text behind it begins", () => {
  const { packets } = read([packet({ seq: 2 ** 32 - 4, len: 8 }), packet({ seq: 0, len: 4 })]);
  expect(packets.map(({ text }) => text)).toEqual(["stuvabcd", "abcd"]);
});

test("what does not fit its field is not cut in silence", () => {
  expect(() => pcapng([packet({ wnd: 65_536 })])).toThrow("65536 does not fit a field of 16 bits");
  expect(() => pcapng([packet({ len: 65_535 })])).toThrow("does not fit a field of 16 bits");
  expect(() => pcapng([packet({ options: { fastOpen: "00".repeat(42) } })])).toThrow("256 does not fit");
  expect(() => pcapng([packet({}, { from: { address: "10.0.1", port: 1 } })])).toThrow("not an IPv4 address");
});
