import type { GalleryEntry } from "#lib/content/schema.ts";

/** An old SYN arrives while the new one is still on its way (figure 8 of RFC 9293). */
export default {
  order: 100,
  group: "opening",
  title: { en: "An old SYN comes first", zh: "旧 SYN 抢先到达" },
  summary: {
    en: "The listener answers the old SYN in good faith; the client finds a wrong ack and sends RST, and the real SYN then opens the connection.",
    zh: "监听者照常回应旧 SYN；客户端发现 ack 不对，以 RST 拒绝，随后真正的 SYN 建立了连接。",
  },
  scenario: {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    wire: { delayUs: 50_000, rules: [{ from: "client", of: "SYN", nth: 1, fate: "delay", byUs: 200_000 }] },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
    ],
    ghosts: [{ from: "client", arrivesAtUs: 30_000, flags: ["SYN"], seq: 90 }],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["SYN"],
      are: [
        { seq: -10, sentAtUs: 5000, nature: "ghost" },
        { seq: 0, sentAtUs: 0, nature: "first" },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["SYN", "ACK"],
      are: [
        { seq: 0, ack: -9, sentAtUs: 30_000 },
        { seq: 0, ack: 1, sentAtUs: 250_000 },
      ],
    },
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: -9, sentAtUs: 80_000 }] },
    { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 129_999 },
    { kind: "state", host: "server", state: "LISTEN", atUs: 130_000 },
    { kind: "state", host: "client", state: "SYN-SENT", atUs: 299_999 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 350_000 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
} satisfies GalleryEntry;
