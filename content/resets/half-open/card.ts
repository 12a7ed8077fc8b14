import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 30,
  level: "mid",
  keyPoints: ["silent", "by-text", "by-syn", "repeated-syn", "nobody-sends"],
  exercise: { kind: "order", vary: { iss: "small", delayMs: [20, 200], len: [10, 500] } },
  simulation: {
    scenario: {
      profile: "rfc9293",
      iss: { client: 1000, server: 3000 },
      wire: { delayUs: 50_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 1_000_000, call: { kind: "send", len: 20 } },
        { host: "client", atUs: 2_000_000, call: { kind: "crash" } },
        { host: "client", atUs: 3_000_000, call: { kind: "boot" } },
        { host: "client", atUs: 4_000_000, call: { kind: "connect", from: 40_000 } },
      ],
    },
    shows: [
      { kind: "state", host: "client", state: "CLOSED", atUs: 2_000_000 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 4_149_999 },
      {
        kind: "segments",
        from: "client",
        flags: ["SYN"],
        are: [
          { seq: 0, sentAtUs: 0 },
          { seq: 0, sentAtUs: 4_000_000, nature: "first" },
          { seq: 0, sentAtUs: 5_000_000, nature: "resent" },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 21 },
          { seq: 1, sentAtUs: 4_050_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ sentAtUs: 4_100_000 }] },
      { kind: "state", host: "server", state: "CLOSED", atUs: 4_150_000 },
      { kind: "fails", host: "server", failure: "connection reset" },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "The rebooted client sends nothing", zh: "客户端重启后什么也不发" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 1_000_000, call: { kind: "send", len: 20 } },
          { host: "client", atUs: 2_000_000, call: { kind: "crash" } },
          { host: "client", atUs: 3_000_000, call: { kind: "boot" } },
        ],
      },
      shows: [
        { kind: "fails", host: "server", failure: null },
        { kind: "segments", from: "client", flags: ["RST"], are: [] },
        { kind: "ends", host: "client", state: "CLOSED" },
      ],
    },
  },
  requires: ["opening/syn-in-established", "resets/when-sent"],
  followUps: [
    { card: "resets/keepalive", probes: "nobody-sends" },
    { card: "resets/numbers-of-a-reset", probes: "by-text" },
    { own: "process-not-host" },
    { own: "stays-down" },
  ],
  sources: [
    { label: "RFC 9293 §3.5.1, figures 9 and 10", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.1" },
    { label: "RFC 5961 §4.2", url: "https://www.rfc-editor.org/rfc/rfc5961#section-4.2" },
    { label: "Linux 6.18: tcp_retries2 = 15" },
    { label: "Linux 6.18: recorded trace half-open-crash" },
    { label: "Linux 6.18: recorded trace synack-wrong-ack-in-syn-sent" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
