import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 30,
  level: "mid",
  keyPoints: ["cannot-tell", "client-resets", "back-to-listen", "phantom", "isn-unconfirmed"],
  simulation: {
    scenario: {
      profile: "rfc9293",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 50_000 },
      script: [{ host: "server", atUs: 0, call: { kind: "listen" } }],
      ghosts: [{ from: "client", arrivesAtUs: 50_000, flags: ["SYN"], seq: 90 }],
    },
    shows: [
      { kind: "state", host: "client", state: "CLOSED", atUs: 50_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 50_000 },
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: -10, nature: "ghost" }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: -9, sentAtUs: 50_000 }] },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: -9, sentAtUs: 100_000, nature: "first" }] },
      { kind: "segments", from: "client", flags: ["ACK"], are: [] },
      { kind: "state", host: "server", state: "LISTEN", atUs: 150_000 },
      { kind: "never", host: "server", state: "ESTABLISHED" },
      { kind: "never", host: "client", state: "SYN-SENT" },
      { kind: "ends", host: "server", state: "LISTEN" },
      { kind: "ends", host: "client", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "The client has just sent the SYN itself", zh: "SYN 是客户端刚发的" },
      change: { ghosts: [], andThen: [{ host: "client", atUs: 0, call: { kind: "connect" } }] },
      shows: [
        { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 100_000 }] },
        { kind: "segments", from: "client", flags: ["RST"], are: [] },
        { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
      ],
    },
  },
  requires: ["opening/why-three"],
  followUps: [
    { card: "opening/client-checks", probes: "client-resets" },
    { card: "numbers/isn", probes: "isn-unconfirmed" },
    { own: "when-two-would-do" },
    { card: "opening/fast-open" },
  ],
  sources: [
    { label: "RFC 9293 §3.4.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "RFC 9293 §3.5, figure 8", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.10.7.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1" },
    { label: "RFC 1337, hazard H1 (old data in a new connection)", url: "https://www.rfc-editor.org/rfc/rfc1337" },
    { label: "RFC 6298 §2.1", url: "https://www.rfc-editor.org/rfc/rfc6298#section-2" },
    { label: "Linux 6.18: recorded trace old-duplicate-syn; tcp_synack_retries = 5" },
    { label: "RFC 1644 (T/TCP)", url: "https://www.rfc-editor.org/rfc/rfc1644" },
    { label: "RFC 6247 (T/TCP is historic)", url: "https://www.rfc-editor.org/rfc/rfc6247" },
  ],
  provenance: {
    questions: ["Q3"],
    claims: ["A4", "A5", "A35"],
    notes: [
      { note: "000", heading: "两次握手不行吗？…" },
      { note: "001", heading: "2.为什么需要第三次握手" },
      { note: "002", heading: "为什么不是两次握手？为什么要三次？" },
      { note: "003", heading: "1.1 三次握手为啥不能是两次" },
    ],
  },
} satisfies CardSpec;
