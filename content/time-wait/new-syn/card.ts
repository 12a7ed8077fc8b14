import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 50,
  level: "senior",
  keyPoints: ["compare", "timestamp-or-number", "new-iss", "old-gets-ack", "rst-then-again"],
  exercise: {
    kind: "fill",
    blanks: [{ segment: { from: "server", of: "any", nth: 5 }, fields: ["flags", "ack"], states: ["server"] }],
    vary: { iss: "small", len: [2000, 18_000] },
  },
  simulation: {
    scenario: {
      profile: "rfc9293",
      settings: { mss: 65_495 },
      iss: { client: 1000, server: 5000 },
      wire: { delayUs: 5_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 3000 } },
        { host: "server", on: "ESTABLISHED", afterUs: 5_000, call: { kind: "close" } },
        { host: "client", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
        { host: "client", atUs: 40_000, call: { kind: "connect", from: 40_000 } },
      ],
      untilUs: 1_042_000,
    },
    shows: [
      { kind: "state", host: "server", state: "TIME-WAIT", atUs: 44_999 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 45_000 },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1, sentAtUs: 5_000 },
          { seq: 0, ack: 1, sentAtUs: 45_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [] },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 55_000 },
    ],
    contrast: {
      label: { en: "The old connection sent more than the ISN moved on", zh: "旧连接发得比 ISN 前移得多" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 12_000 } },
          { host: "server", on: "ESTABLISHED", afterUs: 5_000, call: { kind: "close" } },
          { host: "client", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
          { host: "client", atUs: 40_000, call: { kind: "connect", from: 40_000 } },
        ],
        untilUs: 2_000_000,
      },
      shows: [
        { kind: "state", host: "server", state: "TIME-WAIT", atUs: 45_000 },
        { kind: "segments", from: "client", flags: ["RST"], are: [{ sentAtUs: 50_000 }] },
        { kind: "state", host: "server", state: "CLOSED", atUs: 55_000 },
        {
          kind: "segments",
          from: "server",
          flags: ["SYN", "ACK"],
          are: [{ sentAtUs: 5_000 }, { ack: 1, sentAtUs: 1_045_000 }],
        },
      ],
    },
  },
  requires: ["closing/time-wait", "numbers/isn", "time-wait/old-text"],
  followUps: [
    { card: "numbers/isn", probes: "compare" },
    { card: "time-wait/reuse-sysctls", probes: "timestamp-or-number" },
    { card: "time-wait/assassination", probes: "rst-then-again" },
    { own: "second-condition" },
  ],
  sources: [
    { label: "RFC 9293 §3.6.1, MAY-2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 6191 §2", url: "https://www.rfc-editor.org/rfc/rfc6191#section-2" },
    { label: "RFC 9293 §3.10.7.4, TIME-WAIT", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    {
      label:
        "Linux 6.18: recorded traces time-wait-new-syn-timestamps, time-wait-new-syn-higher-isn, old-duplicate-syn-time-wait",
    },
    { label: "Linux 6.18: tcp_timewait_state_process (net/ipv4/tcp_minisocks.c)" },
  ],
  provenance: {
    questions: [],
    claims: [],
    notes: [],
  },
} satisfies CardSpec;
