import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 50,
  level: "senior",
  keyPoints: ["many-requests", "either-closes", "the-race", "retry", "shorter-timeout", "two-keepalives"],
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 200_000, call: { kind: "send", len: 120 } },
        { host: "server", atUs: 300_000, call: { kind: "send", len: 400 } },
        { host: "server", atUs: 5_300_000, call: { kind: "close" } },
        { host: "client", atUs: 5_320_000, call: { kind: "send", len: 120 } },
        { host: "client", atUs: 5_500_000, call: { kind: "connect" } },
        { host: "client", atUs: 5_700_000, call: { kind: "send", len: 120 } },
        { host: "server", atUs: 5_800_000, call: { kind: "send", len: 400 } },
      ],
      untilUs: 10_000_000,
    },
    shows: [
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 401, ack: 121, sentAtUs: 5_300_000 }] },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 5_320_000 },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, ack: 1, len: 120, sentAtUs: 200_000 },
          { seq: 121, ack: 401, len: 120, sentAtUs: 5_320_000 },
          { seq: 1, ack: 1, len: 120, sentAtUs: 5_700_000 },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["RST"],
        are: [
          { seq: 401, sentAtUs: 5_370_000 },
          { seq: 402, sentAtUs: 5_440_000 },
        ],
      },
      { kind: "fails", host: "client", failure: "broken pipe" },
      { kind: "connections", host: "client", state: "ESTABLISHED", atUs: 6_000_000, count: 1 },
    ],
    contrast: {
      label: { en: "The client drops idle connections after 4 s", zh: "客户端空闲 4 秒就关闭" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 200_000, call: { kind: "send", len: 120 } },
          { host: "server", atUs: 300_000, call: { kind: "send", len: 400 } },
          { host: "client", atUs: 4_300_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
          { host: "client", atUs: 5_320_000, call: { kind: "connect" } },
          { host: "client", atUs: 5_520_000, call: { kind: "send", len: 120 } },
          { host: "server", atUs: 5_620_000, call: { kind: "send", len: 400 } },
        ],
      },
      shows: [
        { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 121, ack: 401, sentAtUs: 4_300_000 }] },
        { kind: "segments", from: "server", flags: ["RST"], are: [] },
        { kind: "fails", host: "client", failure: null },
        { kind: "connections", host: "client", state: "TIME-WAIT", atUs: 6_000_000, count: 1 },
      ],
    },
  },
  requires: ["time-wait/who-waits", "resets/when-sent", "resets/keepalive"],
  followUps: [
    { card: "operation/nat-and-proxies", probes: "shorter-timeout" },
    { card: "resets/keepalive", probes: "two-keepalives" },
    { own: "sporadic-502", probes: "the-race" },
    { own: "http2-goaway" },
  ],
  sources: [
    { label: "RFC 9112 §9.3 (persistence)", url: "https://www.rfc-editor.org/rfc/rfc9112#section-9.3" },
    { label: "RFC 9112 §9.3.1 (retrying requests)", url: "https://www.rfc-editor.org/rfc/rfc9112#section-9.3.1" },
    { label: "RFC 9112 §9.5 (failures and timeouts)", url: "https://www.rfc-editor.org/rfc/rfc9112#section-9.5" },
    { label: "RFC 9110 §9.2.2 (idempotent methods)", url: "https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2" },
    { label: "RFC 9113 §6.8 (GOAWAY)", url: "https://www.rfc-editor.org/rfc/rfc9113#section-6.8" },
    { label: "RFC 9293 §3.6.1 and §3.8.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "Linux 6.18: net/ipv4/tcp_input.c, tcp_rcv_state_process and tcp_reset" },
  ],
  provenance: {
    questions: ["Q12"],
    claims: ["A43"],
    notes: [{ note: "004", heading: "HTTP之三次握手与四次挥手" }],
  },
} satisfies CardSpec;
