import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 30,
  level: "mid",
  keyPoints: ["request-not-socket", "what-it-holds", "how-long", "when-full-socket", "before-proof", "cookies"],
  simulation: {
    scenario: {
      profile: "linux-6.18",
      hosts: [{ name: "stranger" }],
      iss: { client: 100, server: 300 },
      wire: { delayUs: 10_000 },
      script: [
        { host: "stranger", atUs: 0, call: { kind: "crash" } },
        { host: "server", atUs: 0, call: { kind: "listen", backlog: 16 } },
        { host: "client", atUs: 200_000, call: { kind: "connect" } },
      ],
      ghosts: [
        {
          from: "stranger",
          to: "server",
          by: "stranger",
          fromPort: 5000,
          arrivesAtUs: 10_000,
          flags: ["SYN"],
          seq: 7000,
        },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { sentAtUs: 10_000, nature: "first" },
          { sentAtUs: 210_000, nature: "first" },
          { sentAtUs: 1_010_000, nature: "resent" },
          { sentAtUs: 3_010_000, nature: "resent" },
          { sentAtUs: 7_010_000, nature: "resent" },
          { sentAtUs: 15_010_000, nature: "resent" },
          { sentAtUs: 31_010_000, nature: "resent" },
        ],
      },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 229_999, count: 2 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 230_000, count: 1 },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 63_009_999, count: 1 },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 63_010_000, count: 0 },
    ],
    contrast: {
      label: { en: "SYN cookies for every SYN", zh: "对每个 SYN 都用 cookie" },
      change: { settings: { synCookies: 2 } },
      shows: [
        { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 229_999, count: 0 },
        {
          kind: "segments",
          from: "server",
          flags: ["SYN", "ACK"],
          are: [{ sentAtUs: 10_000 }, { sentAtUs: 210_000 }],
        },
      ],
    },
  },
  requires: ["listening/two-queues"],
  followUps: [
    { card: "listening/syn-flood", probes: "before-proof" },
    { card: "listening/syn-cookies", probes: "cookies" },
    { own: "reflection", probes: "how-long" },
    { own: "costs-the-client" },
  ],
  sources: [
    { label: "RFC 4987 §2, §3.5 (SYN cache)", url: "https://www.rfc-editor.org/rfc/rfc4987#section-2" },
    { label: "RFC 9293 §3.3.1 (the TCB)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.3.1" },
    { label: "Linux 6.18, x86-64: object sizes in /proc/slabinfo (request_sock_TCP 320, TCP 2368 bytes)" },
    { label: "Linux 6.18: tcp_synack_retries = 5; recorded traces handshake-normal, handshake-giveup-default" },
  ],
  provenance: {
    questions: ["Q17"],
    claims: ["A20", "A33"],
    notes: [
      { note: "001", heading: "2.为什么需要第三次握手" },
      { note: "002", heading: "（2）第二次握手" },
    ],
  },
} satisfies CardSpec;
