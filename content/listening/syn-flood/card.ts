import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 50,
  level: "mid",
  keyPoints: ["what", "why-it-works", "effect", "not-prevented", "defences", "notice"],
  simulation: {
    scenario: {
      like: "syn-flood-without-cookies",
      settings: { synCookies: 0 },
      script: [
        { host: "attacker", atUs: 0, call: { kind: "crash" } },
        { host: "server", atUs: 0, call: { kind: "listen", backlog: 3 } },
        { host: "client", atUs: 220_000, call: { kind: "connect" } },
      ],
    },
    shows: [
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 24_000, count: 4 },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 67_239_999 },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 63_009_999, count: 4 },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 63_016_000, count: 0 },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 67_240_000 },
      {
        kind: "segments",
        from: "client",
        flags: ["SYN"],
        are: [
          { sentAtUs: 220_000, nature: "first" },
          { sentAtUs: 1_220_000, nature: "resent" },
          { sentAtUs: 2_220_000, nature: "resent" },
          { sentAtUs: 3_220_000, nature: "resent" },
          { sentAtUs: 4_220_000, nature: "resent" },
          { sentAtUs: 5_220_000, nature: "resent" },
          { sentAtUs: 7_220_000, nature: "resent" },
          { sentAtUs: 11_220_000, nature: "resent" },
          { sentAtUs: 19_220_000, nature: "resent" },
          { sentAtUs: 35_220_000, nature: "resent" },
          { sentAtUs: 67_220_000, nature: "resent" },
        ],
      },
      { kind: "segments", from: "server", flags: ["RST"], are: [] },
    ],
    contrast: {
      label: { en: "With SYN cookies, the default", zh: "启用 SYN cookie（默认）" },
      change: { settings: { synCookies: 1 }, untilUs: 70_000_000 },
      shows: [
        { kind: "state", host: "client", state: "ESTABLISHED", atUs: 240_000 },
        { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 250_000, count: 1 },
      ],
    },
  },
  requires: ["listening/what-a-syn-costs"],
  followUps: [
    { card: "listening/syn-cookies", probes: "defences" },
    { card: "listening/syn-ack-gives-up", probes: "why-it-works" },
    { own: "real-addresses", probes: "not-prevented" },
    { own: "bandwidth" },
  ],
  sources: [
    { label: "RFC 4987 §2, §3", url: "https://www.rfc-editor.org/rfc/rfc4987#section-3" },
    { label: "RFC 2827 (ingress filtering)", url: "https://www.rfc-editor.org/rfc/rfc2827" },
    { label: "Linux 6.18: tcp_syncookies = 1, tcp_synack_retries = 5, somaxconn = 4096" },
    { label: "Linux 6.18: reqsk_timer_handler() drops old requests early while the SYN queue is more than half full" },
    { label: "Linux 6.18: recorded traces syn-queue-full-no-cookies, syn-cookies-flood" },
  ],
  provenance: {
    questions: ["Q17"],
    claims: ["A20", "A33"],
    notes: [
      { note: "001", heading: "3.握手过程中可以携带数据吗？为什么？" },
      { note: "002", heading: "（2）第二次握手" },
    ],
  },
} satisfies CardSpec;
