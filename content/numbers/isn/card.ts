import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 10,
  level: "mid",
  keyPoints: ["what", "old-segments", "off-path", "clock-plus-hash", "not-purely-random", "not-on-path"],
  simulation: {
    scenario: {
      like: "open",
      iss: { client: 1_000_000_000, server: 3_000_000_000 },
      ghosts: [
        { from: "client", arrivesAtUs: 300_000, flags: ["RST"], seq: 1 },
        { from: "client", arrivesAtUs: 500_000, flags: ["RST"], seq: 1_000_030_001 },
        { from: "client", arrivesAtUs: 700_000, flags: ["RST"], seq: 1_000_000_001 },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["RST"],
        are: [
          { seq: -999_999_999, nature: "ghost" },
          { seq: 30_001, nature: "ghost" },
          { seq: 1, nature: "ghost" },
        ],
      },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 500_000 }] },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 699_999 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 700_000 },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "ISNs that begin at 0", zh: "ISN 从 0 开始" },
      change: { iss: { client: 0, server: 3_000_000_000 } },
      shows: [
        { kind: "state", host: "server", state: "CLOSED", atUs: 300_000 },
        { kind: "segments", from: "server", flags: ["ACK"], are: [] },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "time-wait/new-syn", probes: "not-purely-random" },
    { card: "resets/blind-reset", probes: "off-path" },
    { card: "time-wait/old-text", probes: "old-segments" },
    { card: "listening/syn-cookies" },
  ],
  sources: [
    { label: "RFC 6528 §3", url: "https://www.rfc-editor.org/rfc/rfc6528#section-3" },
    { label: "RFC 9293 §3.4.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "RFC 6191 §2", url: "https://www.rfc-editor.org/rfc/rfc6191#section-2" },
    { label: "RFC 5961 §3", url: "https://www.rfc-editor.org/rfc/rfc5961#section-3" },
    { label: "Linux 6.18: net/core/secure_seq.c, a tick of 64 ns (measured: 15.6 per µs)" },
  ],
  provenance: {
    questions: ["Q10"],
    claims: ["A42"],
    notes: [
      { note: "000", heading: "其它" },
      { note: "001", heading: "1.简述tcp的三次握手" },
      { note: "004", heading: "TCP三次握手与四次挥手" },
    ],
  },
} satisfies CardSpec;
