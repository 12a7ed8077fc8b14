import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 40,
  level: "senior",
  keyPoints: ["four-tuple", "in-window", "isn-ahead", "outrun", "time-wait", "timestamps"],
  simulation: {
    scenario: {
      profile: "rfc9293",
      settings: { timeWaitUs: 0, mss: 8000 },
      iss: { client: 1000, server: 5000 },
      wire: { delayUs: 5_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 10_000, call: { kind: "send", len: 16_000 } },
        { host: "client", atUs: 20_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
        { host: "client", atUs: 32_000, call: { kind: "connect", from: 40_000 } },
      ],
      ghosts: [{ from: "client", arrivesAtUs: 65_000, flags: ["PSH", "ACK"], seq: 9001, ack: 5001, len: 8000 }],
      untilUs: 1_000_000,
    },
    shows: [
      { kind: "state", host: "client", state: "CLOSED", atUs: 30_000 },
      { kind: "call", host: "client", call: "connect", nth: 2, errno: null },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 8001, ack: 1, len: 8000, nature: "ghost" },
          { seq: 8001, ack: 1, len: 8000, sentAtUs: 10_000, nature: "first" },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1, sentAtUs: 5_000 },
          { seq: 0, ack: 1, sentAtUs: 37_000 },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 8001, sentAtUs: 15_000 },
          { seq: 1, ack: 16_001, sentAtUs: 15_000 },
          { seq: 1, ack: 16_002, sentAtUs: 25_000 },
          { seq: 1, ack: 8001, sentAtUs: 65_000 },
          { seq: 1, ack: 8001, sentAtUs: 75_000 },
        ],
      },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "With TIME-WAIT", zh: "有 TIME-WAIT" },
      change: { settings: { mss: 8000 } },
      shows: [
        { kind: "state", host: "client", state: "TIME-WAIT", atUs: 30_000 },
        { kind: "call", host: "client", call: "connect", nth: 2, errno: "EADDRNOTAVAIL" },
        { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 1, sentAtUs: 65_000 }] },
        { kind: "ends", host: "server", state: "CLOSED" },
      ],
    },
  },
  requires: ["closing/time-wait", "numbers/isn", "numbers/window-check"],
  followUps: [
    { card: "numbers/four-tuple", probes: "four-tuple" },
    { card: "numbers/isn", probes: "isn-ahead" },
    { card: "numbers/paws", probes: "timestamps" },
    { card: "time-wait/new-syn" },
  ],
  sources: [
    {
      label: "RFC 9293 §3.4: the test of the sequence number",
      url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4",
    },
    { label: "RFC 9293 §3.4.1: the ISN clock", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "RFC 9293 §3.4.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.3" },
    { label: "RFC 7323 §5: PAWS", url: "https://www.rfc-editor.org/rfc/rfc7323#section-5" },
    { label: "RFC 1337, hazard H1", url: "https://www.rfc-editor.org/rfc/rfc1337" },
    { label: "Linux 6.18: the ISN clock ticks every 64 ns (net/core/secure_seq.c)" },
  ],
  provenance: {
    questions: ["Q9"],
    claims: ["A15", "A45"],
    notes: [
      { note: "001", heading: "5.为什么要等待2MSL？" },
      { note: "000", heading: "为什么客户端最后还要等待2MSL？…" },
    ],
  },
} satisfies CardSpec;
