import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 10,
  level: "mid",
  keyPoints: ["syn-ack", "in-progress", "refused", "timed-out", "unreachable", "not-accepted"],
  exercise: {
    kind: "choice",
    options: ["at-syn-ack", "at-accept", "in-progress", "writable-is-connected", "refused-after-retries", "silence"],
    right: ["at-syn-ack", "in-progress", "silence"],
  },
  simulation: {
    scenario: {
      profile: "linux-6.18",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 50_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen", backlog: 16, options: { reads: "on-call" } } },
        { host: "client", atUs: 0, call: { kind: "connect", port: 81 } },
        { host: "client", atUs: 500_000, call: { kind: "connect" } },
        { host: "server", atUs: 900_000, call: { kind: "accept" } },
      ],
    },
    shows: [
      { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 99_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 100_000 },
      { kind: "fails", host: "client", failure: "connection refused" },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 599_999 },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 600_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 649_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 650_000 },
      { kind: "call", host: "server", call: "accept", nth: 1, errno: null },
      { kind: "segments", from: "server", flags: ["ACK"], are: [] },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "A firewall drops every SYN", zh: "防火墙丢弃所有 SYN" },
      change: { rules: [{ from: "client", of: "SYN", nth: "every", fate: "drop" }] },
      shows: [
        { kind: "never", host: "client", state: "ESTABLISHED" },
        { kind: "connections", host: "client", state: "SYN-SENT", atUs: 130_999_999, count: 2 },
        { kind: "fails", host: "client", failure: "timed out" },
      ],
    },
  },
  requires: ["opening/closed-port", "opening/lost-syn", "listening/before-accept"],
  followUps: [
    { card: "opening/lost-syn", probes: "timed-out" },
    { card: "listening/accept-queue-overflow", probes: "not-accepted" },
    { card: "resets/errors-told" },
    { own: "interrupted" },
  ],
  sources: [
    { label: "connect(2)", url: "https://man7.org/linux/man-pages/man2/connect.2.html" },
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "RFC 9293 §3.9.2.2, soft errors", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.9.2.2" },
    { label: "RFC 5461, soft errors during the opening", url: "https://www.rfc-editor.org/rfc/rfc5461#section-4" },
    { label: "Linux 6.18: tcp_syn_retries = 6, tcp_syn_linear_timeouts = 4 (since 6.5)" },
    {
      label:
        "Linux 6.18: recorded traces handshake-normal, established-before-accept, syn-to-closed-port, syn-no-answer-default",
    },
  ],
  provenance: {
    questions: ["Q15"],
    claims: ["A9"],
    notes: [{ note: "000", heading: "TCP三次握手中，最后一次回复丢失…" }],
  },
} satisfies CardSpec;
