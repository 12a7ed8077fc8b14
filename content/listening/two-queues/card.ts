import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 10,
  level: "mid",
  keyPoints: ["syn-queue", "accept-queue", "move-on-ack", "backlog", "when-full", "ss"],
  simulation: {
    scenario: {
      like: "accept-queue-overflow",
      rules: [{ from: "client", of: "ACK", nth: 3, fate: "drop" }],
      script: [
        { host: "server", atUs: 0, call: { kind: "listen", backlog: 2 } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 100_000, call: { kind: "connect" } },
        { host: "client", atUs: 200_000, call: { kind: "connect" } },
        { host: "server", atUs: 500_000, call: { kind: "accept" } },
        { host: "server", atUs: 600_000, call: { kind: "accept" } },
      ],
      untilUs: 1_500_000,
    },
    shows: [
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 29_999, count: 1 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 30_000, count: 1 },
      { kind: "connections", host: "client", state: "ESTABLISHED", atUs: 300_000, count: 3 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 300_000, count: 2 },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 300_000, count: 1 },
      { kind: "call", host: "server", call: "accept", nth: 1, errno: null },
      { kind: "call", host: "server", call: "accept", nth: 2, errno: null },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 1_229_999, count: 1 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 1_230_000, count: 3 },
    ],
    contrast: {
      label: { en: "The third ACK is not lost", zh: "第三条连接的 ACK 没有丢" },
      change: { rules: [] },
      shows: [{ kind: "connections", host: "server", state: "ESTABLISHED", atUs: 300_000, count: 3 }],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "listening/what-a-syn-costs", probes: "syn-queue" },
    { card: "listening/accept-queue-overflow", probes: "when-full" },
    { own: "backlog-too-small", probes: "backlog" },
    { card: "listening/syn-cookies" },
  ],
  sources: [
    { label: "RFC 9293 §3.10.7.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2" },
    { label: "RFC 4987 §2.1 (the backlog)", url: "https://www.rfc-editor.org/rfc/rfc4987#section-2.1" },
    { label: "Linux listen(2)", url: "https://man7.org/linux/man-pages/man2/listen.2.html" },
    { label: "Linux ss(8)", url: "https://man7.org/linux/man-pages/man8/ss.8.html" },
    { label: "Linux 6.18: somaxconn = 4096 (128 before 5.4); tcp_max_syn_backlog; tcp_conn_request()" },
    { label: "Linux 6.18: recorded traces backlog-overflow-syn-ignored, syn-cookies-flood" },
  ],
  provenance: {
    questions: [],
    claims: ["A33"],
    notes: [{ note: "002", heading: "（2）第二次握手" }],
  },
} satisfies CardSpec;
