import type { GalleryEntry } from "#lib/content/schema.ts";

/** The client shuts its sending side down and keeps reading; its host forgets orphans in FIN-WAIT-2 after 1 s. */
export default {
  order: 70,
  group: "closing",
  title: { en: "Half-close, then more data", zh: "半关闭后继续接收" },
  summary: {
    en: "After its FIN the client still receives and acknowledges; the limit of 1 s for FIN-WAIT-2 does not count while the application holds the socket.",
    zh: "发出 FIN 之后，客户端照样接收和确认；应用还留着套接字，FIN-WAIT-2 的 1 秒时限就不起作用。",
  },
  scenario: {
    profile: "linux-6.18",
    hosts: [{ name: "client", settings: { finWait2Us: 1_000_000 } }],
    iss: { client: 100, server: 300 },
    wire: { delayUs: 10_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", atUs: 230_000, call: { kind: "send", len: 7 } },
      { host: "client", atUs: 242_000, call: { kind: "shutdown" } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 800_000, call: { kind: "send", len: 8 } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 1_610_000, call: { kind: "send", len: 8 } },
      { host: "server", on: "CLOSE-WAIT", afterUs: 2_420_000, call: { kind: "send", len: 10 } },
      { host: "client", atUs: 2_695_000, call: { kind: "send", len: 8 } },
      { host: "server", atUs: 2_695_000, call: { kind: "close" } },
    ],
    untilUs: 4_000_000,
  },
  shows: [
    { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 8, ack: 1, sentAtUs: 242_000 }] },
    {
      kind: "segments",
      from: "server",
      flags: ["PSH", "ACK"],
      are: [
        { seq: 1, ack: 9, len: 8, sentAtUs: 1_052_000 },
        { seq: 9, ack: 9, len: 8, sentAtUs: 1_862_000 },
        { seq: 17, ack: 9, len: 10, sentAtUs: 2_672_000 },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 20_000 },
        { seq: 9, ack: 9, sentAtUs: 1_062_000 },
        { seq: 9, ack: 17, sentAtUs: 1_872_000 },
        { seq: 9, ack: 27, sentAtUs: 2_682_000 },
        { seq: 9, ack: 28, sentAtUs: 2_705_000 },
      ],
    },
    { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 27, ack: 9, sentAtUs: 2_695_000 }] },
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 302_000 },
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 2_704_999 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 2_705_000 },
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 2_694_999 },
    { kind: "segments", from: "client", flags: ["RST"], are: [] },
    { kind: "delivered", host: "client", bytes: 26 },
    { kind: "delivered", host: "server", bytes: 7 },
    { kind: "ends", host: "client", state: "TIME-WAIT" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  trace: "half-close-with-data",
} satisfies GalleryEntry;
