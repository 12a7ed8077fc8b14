import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 60,
  level: "mid",
  keyPoints: ["who", "rate-times-60", "cheap", "ports", "remedies", "not-these"],
  simulation: {
    scenario: {
      profile: "linux-6.18",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 10_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 1_000_000, call: { kind: "connect" } },
        { host: "client", atUs: 2_000_000, call: { kind: "connect" } },
        { host: "server", connection: 1, atUs: 500_000, call: { kind: "close" } },
        { host: "client", connection: 1, atUs: 600_000, call: { kind: "close" } },
        { host: "server", connection: 2, atUs: 1_500_000, call: { kind: "close" } },
        { host: "client", connection: 2, atUs: 1_600_000, call: { kind: "close" } },
        { host: "server", connection: 3, atUs: 2_500_000, call: { kind: "close" } },
        { host: "client", connection: 3, atUs: 2_600_000, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "connections", host: "server", state: "TIME-WAIT", atUs: 700_000, count: 1 },
      { kind: "connections", host: "server", state: "TIME-WAIT", atUs: 3_000_000, count: 3 },
      { kind: "connections", host: "client", state: "TIME-WAIT", atUs: 3_000_000, count: 0 },
      { kind: "connections", host: "server", state: "TIME-WAIT", atUs: 60_610_000, count: 2 },
      { kind: "connections", host: "server", state: "TIME-WAIT", atUs: 61_610_000, count: 1 },
      { kind: "connections", host: "server", state: "TIME-WAIT", atUs: 62_610_000, count: 0 },
      { kind: "never", host: "client", state: "TIME-WAIT" },
    ],
    contrast: {
      label: { en: "The client closes first", zh: "客户端先关闭" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 1_000_000, call: { kind: "connect" } },
          { host: "client", atUs: 2_000_000, call: { kind: "connect" } },
          { host: "client", connection: 1, atUs: 500_000, call: { kind: "close" } },
          { host: "server", connection: 1, atUs: 600_000, call: { kind: "close" } },
          { host: "client", connection: 2, atUs: 1_500_000, call: { kind: "close" } },
          { host: "server", connection: 2, atUs: 1_600_000, call: { kind: "close" } },
          { host: "client", connection: 3, atUs: 2_500_000, call: { kind: "close" } },
          { host: "server", connection: 3, atUs: 2_600_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "connections", host: "client", state: "TIME-WAIT", atUs: 3_000_000, count: 3 },
        { kind: "connections", host: "server", state: "TIME-WAIT", atUs: 3_000_000, count: 0 },
      ],
    },
  },
  requires: ["closing/time-wait", "time-wait/who-waits", "time-wait/how-long"],
  followUps: [
    { card: "operation/ports-run-out", probes: "ports" },
    { card: "time-wait/reuse-sysctls", probes: "not-these" },
    { card: "operation/http-keep-alive", probes: "remedies" },
    { own: "same-client-port" },
  ],
  sources: [
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 6191 §1", url: "https://www.rfc-editor.org/rfc/rfc6191#section-1" },
    { label: "Linux 6.18: TCP_TIMEWAIT_LEN = 60 s; ip_local_port_range 32768 to 60999; tcp_max_tw_buckets" },
    { label: "Linux 6.18, x86-64: slab tw_sock_TCP, 256 bytes each (/proc/slabinfo)" },
    { label: "Linux 6.18: recorded traces time-wait-duration, time-wait-new-syn-timestamps" },
  ],
  provenance: {
    questions: ["Q11", "Q12"],
    claims: ["A28", "A29"],
    notes: [{ note: "001", heading: "4.四次挥手" }],
  },
} satisfies CardSpec;
