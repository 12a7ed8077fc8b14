import type { GalleryEntry } from "#lib/content/schema.ts";

/** Three forged RSTs reach the client in SYN-SENT: without ACK, with a wrong one, and with the right one. */
export default {
  order: 70,
  group: "resets",
  title: { en: "RSTs in SYN-SENT", zh: "哪个 RST 算数" },
  summary: {
    en: "Without an ACK, or with a wrong one, a RST is ignored here; only the one that acknowledges the SYN makes connect() fail.",
    zh: "RST 没有 ACK，或者确认号不对，都不作数；只有确认了 SYN 的那个让 connect() 失败。",
  },
  scenario: {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
    ],
    ghosts: [
      { from: "server", arrivesAtUs: 30_000, flags: ["RST"], seq: 300 },
      { from: "server", arrivesAtUs: 40_000, flags: ["RST", "ACK"], seq: 0, ack: 102 },
      { from: "server", arrivesAtUs: 45_000, flags: ["RST", "ACK"], seq: 0, ack: 101 },
    ],
  },
  shows: [
    { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 0, sentAtUs: 5000, nature: "ghost" }] },
    {
      kind: "segments",
      from: "server",
      flags: ["RST", "ACK"],
      are: [
        { seq: -300, ack: 2, sentAtUs: 15_000, nature: "ghost" },
        { seq: -300, ack: 1, sentAtUs: 20_000, nature: "ghost" },
      ],
    },
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 1, sentAtUs: 100_000 }] },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 40_000 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 45_000 },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 149_999 },
    { kind: "state", host: "server", state: "LISTEN", atUs: 150_000 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "LISTEN" },
  ],
} satisfies GalleryEntry;
