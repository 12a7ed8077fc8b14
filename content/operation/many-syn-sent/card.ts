import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 30,
  level: "mid",
  keyPoints: ["nobody-answers", "rst-is-quick", "131-seconds", "one-or-many", "scan"],
  simulation: {
    scenario: {
      profile: "linux-6.18",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 10_000, rules: [{ from: "client", of: "SYN", nth: "every", fate: "drop" }] },
      script: [
        { host: "client", atUs: 0, call: { kind: "connect", port: 81 } },
        { host: "client", atUs: 100_000, call: { kind: "connect", port: 82 } },
        { host: "client", atUs: 200_000, call: { kind: "connect", port: 83 } },
      ],
    },
    shows: [
      { kind: "connections", host: "client", state: "SYN-SENT", atUs: 1_000_000, count: 3 },
      { kind: "connections", host: "client", state: "SYN-SENT", atUs: 130_999_999, count: 3 },
      { kind: "connections", host: "client", state: "SYN-SENT", atUs: 131_100_000, count: 1 },
      { kind: "fails", host: "client", failure: "timed out" },
      { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [] },
      { kind: "ends", host: "client", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "The SYNs arrive, at closed ports", zh: "SYN 能到达，但端口关着" },
      change: { rules: [] },
      shows: [
        { kind: "connections", host: "client", state: "SYN-SENT", atUs: 1_000_000, count: 0 },
        { kind: "fails", host: "client", failure: "connection refused" },
        {
          kind: "segments",
          from: "server",
          flags: ["RST", "ACK"],
          are: [{ sentAtUs: 10_000 }, { sentAtUs: 110_000 }, { sentAtUs: 210_000 }],
        },
      ],
    },
  },
  requires: ["opening/lost-syn", "opening/closed-port"],
  followUps: [
    { card: "opening/lost-syn", probes: "131-seconds" },
    { card: "listening/accept-queue-overflow", probes: "one-or-many" },
    { own: "syn-recv-there" },
  ],
  sources: [
    { label: "RFC 9293 §3.3.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.3.2" },
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "Linux 6.18: tcp_syn_retries = 6, tcp_syn_linear_timeouts = 4" },
    { label: "Linux 6.18: recorded trace syn-no-answer-default" },
    { label: "Linux 6.18: recorded trace syn-to-closed-port" },
  ],
  provenance: {
    questions: ["Q11"],
    claims: ["A31"],
    notes: [{ note: "001", heading: "5、SYN_SENT状态" }],
  },
} satisfies CardSpec;
