import type { GalleryEntry } from "#lib/content/schema.ts";

/** Two forged RSTs, 1000 below and one million above the number expected. */
export default {
  order: 50,
  group: "resets",
  title: { en: "RSTs outside the window", zh: "窗口之外的 RST" },
  summary: {
    en: "One RST lies below the window, one far above it: both are dropped without any answer.",
    zh: "两个 RST，一个低于窗口，一个远在窗口之上：都被丢弃，没有任何回应。",
  },
  scenario: {
    profile: "linux-6.18",
    iss: { client: 5000, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "send", len: 5 } },
      { host: "client", atUs: 2_050_000, call: { kind: "send", len: 5 } },
    ],
    ghosts: [
      { from: "client", arrivesAtUs: 453_000, flags: ["RST"], seq: 4006 },
      { from: "client", arrivesAtUs: 1_253_000, flags: ["RST"], seq: 1_005_006 },
    ],
  },
  shows: [
    {
      kind: "segments",
      from: "client",
      flags: ["RST"],
      are: [
        { seq: -994, sentAtUs: 448_000, nature: "ghost" },
        { seq: 1_000_006, sentAtUs: 1_248_000, nature: "ghost" },
      ],
    },
    {
      kind: "segments",
      from: "server",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 6, sentAtUs: 240_000 },
        { seq: 1, ack: 11, sentAtUs: 2_060_000 },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["PSH", "ACK"],
      are: [
        { seq: 1, ack: 1, len: 5, sentAtUs: 230_000 },
        { seq: 6, ack: 1, len: 5, sentAtUs: 2_050_000 },
      ],
    },
    { kind: "delivered", host: "server", bytes: 10 },
    { kind: "ends", host: "client", state: "ESTABLISHED" },
    { kind: "ends", host: "server", state: "ESTABLISHED" },
  ],
  trace: "rst-out-of-window",
} satisfies GalleryEntry;
