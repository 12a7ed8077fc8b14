import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [
    { note: "001", heading: "4.四次挥手" },
    { note: "003", heading: "2.四次挥手" },
  ],
  claim: {
    en: "Each direction is closed on its own: after one side’s FIN, data can still come the other way.",
    zh: "两个方向分别关闭：一方发出 FIN 之后，另一方向上的数据还能继续传。",
  },
  statement: {
    en: "Right, as long as the side that sent the FIN still wants to receive. shutdown(SHUT_WR) gives up sending only: the side waits in FIN-WAIT-2, goes on receiving and acknowledging, and the peer in CLOSE-WAIT may send as much and as long as it likes (RFC 9293 §3.6.1). close() gives up both: the FIN on the wire is the same, but data that comes afterwards has no reader, and Linux 6.18 answers it with RST. From the FIN alone the peer cannot tell which of the two it was.",
    zh: "成立，前提是发 FIN 的一方还愿意接收。shutdown(SHUT_WR) 只放弃发送：它停在 FIN-WAIT-2，继续接收并确认；对端处于 CLOSE-WAIT，发多少、发多久都可以（RFC 9293 §3.6.1）。close() 则把接收也一并放弃：线路上的 FIN 完全一样，但之后到达的数据没有人读，Linux 6.18 回以 RST。单看这个 FIN，对端分不清调用的是哪一个。",
  },
  sources: [
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "Linux 6.18: recorded traces half-close-with-data and data-after-full-close" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 1_050_000 },
    { kind: "delivered", host: "client", bytes: 26 },
    { kind: "segments", from: "client", flags: ["RST"], are: [] },
  ],
  simulation: {
    scenario: { like: "half-close-with-text" },
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
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 302_000 },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 252_000 },
      { kind: "delivered", host: "client", bytes: 26 },
      { kind: "fails", host: "server", failure: null },
      { kind: "ends", host: "client", state: "TIME-WAIT" },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "close() instead of shutdown()", zh: "不用 shutdown()，用 close()" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 230_000, call: { kind: "send", len: 7 } },
          { host: "client", atUs: 242_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 800_000, call: { kind: "send", len: 8 } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
