import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 60,
  level: "senior",
  keyPoints: ["store-nothing", "in-the-isn", "when", "no-repeat", "options-lost", "client-unaware"],
  exercise: {
    kind: "choice",
    options: ["no-repeat", "options-lost", "mss-rounded", "client-support", "extra-round-trip"],
    right: ["no-repeat", "options-lost", "mss-rounded"],
  },
  simulation: {
    scenario: { like: "syn-flood-with-cookies" },
    shows: [
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 235_000, count: 5 },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 240_000 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 249_999, count: 0 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 250_000, count: 1 },
      { kind: "delivered", host: "server", bytes: 5 },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { sentAtUs: 10_000, nature: "first" },
          { sentAtUs: 12_000, nature: "first" },
          { sentAtUs: 14_000, nature: "first" },
          { sentAtUs: 16_000, nature: "first" },
          { sentAtUs: 18_000, nature: "first" },
          { sentAtUs: 20_000, nature: "first" },
          { sentAtUs: 22_000, nature: "first" },
          { sentAtUs: 24_000, nature: "first" },
          { sentAtUs: 230_000, nature: "first" },
          { sentAtUs: 1_010_000, nature: "resent" },
          { sentAtUs: 1_012_000, nature: "resent" },
          { sentAtUs: 1_014_000, nature: "resent" },
          { sentAtUs: 1_016_000, nature: "resent" },
          { sentAtUs: 1_018_000, nature: "resent" },
        ],
      },
    ],
    contrast: {
      label: { en: "The SYN queue has room", zh: "半连接队列有空位" },
      change: {
        script: [
          { host: "attacker", atUs: 0, call: { kind: "crash" } },
          { host: "server", atUs: 0, call: { kind: "listen", backlog: 16 } },
          { host: "client", atUs: 220_000, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 10_000, call: { kind: "send", len: 5 } },
        ],
      },
      shows: [{ kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 235_000, count: 9 }],
    },
  },
  requires: ["listening/syn-flood", "numbers/options-on-syn"],
  followUps: [
    { own: "forged-ack", probes: "in-the-isn" },
    { own: "lost-third-segment", probes: "no-repeat" },
    { own: "why-not-always", probes: "when" },
    { card: "listening/accept-queue-overflow" },
  ],
  sources: [
    { label: "RFC 4987 §3.6, appendix A", url: "https://www.rfc-editor.org/rfc/rfc4987#section-3.6" },
    { label: "Linux ip-sysctl: tcp_syncookies", url: "https://docs.kernel.org/networking/ip-sysctl.html" },
    { label: "Linux 6.18: net/ipv4/syncookies.c (msstab, COOKIEBITS 24, MAX_SYNCOOKIE_AGE 2)" },
    { label: "Linux 6.18: recorded trace syn-cookies-flood" },
  ],
  provenance: {
    questions: ["Q17"],
    claims: ["A33"],
    notes: [{ note: "002", heading: "（2）第二次握手" }],
  },
} satisfies CardSpec;
