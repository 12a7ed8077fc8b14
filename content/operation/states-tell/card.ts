import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 10,
  level: "mid",
  keyPoints: ["rate-times-time", "who-is-waited-for", "syn-states", "close-wait", "fin-states", "time-wait"],
  simulation: {
    scenario: {
      profile: "linux-6.18",
      iss: { client: 100, server: 300 },
      wire: {
        delayUs: 10_000,
        rules: [
          { from: "client", of: "SYN", nth: 4, fate: "drop" },
          { from: "client", of: "SYN", nth: 5, fate: "drop" },
          { from: "client", of: "SYN", nth: 6, fate: "drop" },
        ],
      },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 100_000, call: { kind: "connect" } },
        { host: "client", atUs: 200_000, call: { kind: "connect" } },
        { host: "client", atUs: 300_000, call: { kind: "connect" } },
        { host: "client", connection: 1, atUs: 500_000, call: { kind: "close" } },
        { host: "server", connection: 1, atUs: 600_000, call: { kind: "close" } },
        { host: "client", connection: 2, atUs: 700_000, call: { kind: "close" } },
      ],
      untilUs: 3_000_000,
    },
    shows: [
      { kind: "connections", host: "client", atUs: 2_500_000, count: 4 },
      { kind: "connections", host: "client", state: "TIME-WAIT", atUs: 2_500_000, count: 1 },
      { kind: "connections", host: "client", state: "FIN-WAIT-2", atUs: 2_500_000, count: 1 },
      { kind: "connections", host: "client", state: "ESTABLISHED", atUs: 2_500_000, count: 1 },
      { kind: "connections", host: "client", state: "SYN-SENT", atUs: 2_500_000, count: 1 },
      { kind: "connections", host: "server", atUs: 2_500_000, count: 2 },
      { kind: "connections", host: "server", state: "CLOSE-WAIT", atUs: 2_500_000, count: 1 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 2_500_000, count: 1 },
    ],
    contrast: {
      label: { en: "The server closes the second one too", zh: "第二条连接，服务器也关闭" },
      change: { andThen: [{ host: "server", connection: 2, atUs: 900_000, call: { kind: "close" } }] },
      shows: [
        { kind: "connections", host: "server", state: "CLOSE-WAIT", atUs: 2_500_000, count: 0 },
        { kind: "connections", host: "client", state: "FIN-WAIT-2", atUs: 2_500_000, count: 0 },
        { kind: "connections", host: "client", state: "TIME-WAIT", atUs: 2_500_000, count: 2 },
      ],
    },
  },
  requires: ["opening/three-segments", "closing/four-segments"],
  followUps: [
    { card: "operation/close-wait-leak", probes: "close-wait" },
    { card: "operation/many-syn-sent", probes: "syn-states" },
    { card: "time-wait/many", probes: "time-wait" },
    { own: "established-pile" },
  ],
  sources: [
    { label: "RFC 9293 §3.3.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.3.2" },
    { label: "Linux 6.18: tcp_fin_timeout = 60, TCP_TIMEWAIT_LEN = 60 s, tcp_synack_retries = 5" },
    { label: "Linux 6.18: tcp_syn_retries = 6, tcp_syn_linear_timeouts = 4" },
  ],
  provenance: {
    questions: ["Q11"],
    claims: [],
    notes: [
      { note: "001", heading: "1、LISTENING状态" },
      { note: "001", heading: "2、ESTABLISHED状态" },
      { note: "001", heading: "3、CLOSE_WAIT" },
      { note: "001", heading: "4、TIME_WAIT" },
      { note: "001", heading: "5、SYN_SENT状态" },
    ],
  },
} satisfies CardSpec;
