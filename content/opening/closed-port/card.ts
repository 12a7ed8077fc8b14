import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 75,
  level: "junior",
  keyPoints: ["rst-at-once", "numbers", "refused", "silence", "who-refused"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "client", of: "SYN", nth: 1 }, states: ["client", "server"] },
      {
        segment: { from: "server", of: "RST", nth: 1 },
        fields: ["flags", "seq", "ack"],
        states: ["server", "client"],
      },
    ],
    vary: { iss: "small", delayMs: [10, 200] },
  },
  simulation: {
    scenario: { like: "syn-to-closed-port" },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
      { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ seq: 0, ack: 1, len: 0, sentAtUs: 10_000 }] },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 19_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 20_000 },
      { kind: "fails", host: "client", failure: "connection refused" },
      { kind: "never", host: "server", state: "SYN-RECEIVED" },
      { kind: "ends", host: "client", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "A firewall drops the SYN instead", zh: "换成防火墙丢弃 SYN" },
      change: { rules: [{ from: "client", of: "SYN", nth: "every", fate: "drop" }] },
      shows: [
        { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [] },
        { kind: "state", host: "client", state: "SYN-SENT", atUs: 130_999_999 },
        { kind: "fails", host: "client", failure: "timed out" },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "resets/numbers-of-a-reset", probes: "numbers" },
    { card: "opening/lost-syn", probes: "silence" },
    { card: "sockets/what-connect-returns", probes: "refused" },
    { card: "listening/accept-queue-overflow" },
  ],
  sources: [
    { label: "RFC 9293 §3.5.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.2" },
    { label: "RFC 9293 §3.10.7.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1" },
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "RFC 9293 §3.9.2.2 (ICMP)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.9.2.2" },
    { label: "RFC 5461 §4 (ICMP errors while connecting)", url: "https://www.rfc-editor.org/rfc/rfc5461#section-4" },
    { label: "Linux 6.18: recorded traces syn-to-closed-port, syn-no-answer-default" },
    {
      label: "Linux 6.18: tcp_syn_retries = 6, tcp_syn_linear_timeouts = 4",
      url: "https://docs.kernel.org/networking/ip-sysctl.html",
    },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
