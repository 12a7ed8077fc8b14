import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 70,
  level: "mid",
  keyPoints: ["at-syn", "at-ack", "client-deceived", "recovers", "abort", "cause"],
  exercise: {
    kind: "predict",
    before: { arrival: { from: "client", of: "DATA", nth: 3 } },
    vary: { len: [1, 999] },
  },
  simulation: {
    scenario: {
      like: "accept-queue-overflow-ack",
      script: [
        { host: "server", atUs: 0, call: { kind: "listen", backlog: 1 } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 120_000, call: { kind: "connect" } },
        { host: "client", atUs: 121_000, call: { kind: "connect" } },
        { host: "client", connection: 3, atUs: 350_000, call: { kind: "send", len: 5 } },
        { host: "server", atUs: 650_000, call: { kind: "accept" } },
      ],
    },
    shows: [
      { kind: "connections", host: "client", state: "ESTABLISHED", atUs: 300_000, count: 3 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 300_000, count: 2 },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 300_000, count: 1 },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, ack: 1, len: 5, sentAtUs: 350_000, nature: "first" },
          { seq: 1, ack: 1, len: 5, sentAtUs: 570_000, nature: "resent" },
          { seq: 1, ack: 1, len: 5, sentAtUs: 790_000, nature: "resent" },
        ],
      },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 6, sentAtUs: 800_000 }] },
      { kind: "segments", from: "server", flags: ["RST"], are: [] },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 799_999 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 800_000 },
      { kind: "delivered", host: "server", bytes: 5 },
    ],
    contrast: {
      label: { en: "A backlog of 2: there is room", zh: "backlog 为 2，有空位" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen", backlog: 2 } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 120_000, call: { kind: "connect" } },
          { host: "client", atUs: 121_000, call: { kind: "connect" } },
          { host: "client", connection: 3, atUs: 350_000, call: { kind: "send", len: 5 } },
          { host: "server", atUs: 650_000, call: { kind: "accept" } },
        ],
      },
      shows: [
        { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 300_000, count: 3 },
        { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 6, sentAtUs: 360_000 }] },
      ],
    },
  },
  requires: ["listening/two-queues"],
  followUps: [
    { card: "listening/syn-ack-gives-up", probes: "recovers" },
    { own: "why-syn-ack-at-all", probes: "at-ack" },
    { own: "tell-from-outside", probes: "cause" },
    { card: "operation/many-syn-sent" },
  ],
  sources: [
    { label: "Linux 6.18: tcp_abort_on_overflow = 0, tcp_synack_retries = 5; tcp_conn_request(), tcp_check_req()" },
    { label: "Linux ip-sysctl", url: "https://docs.kernel.org/networking/ip-sysctl.html" },
    {
      label:
        "Linux 6.18: recorded traces backlog-overflow-final-ack-dropped, backlog-overflow-syn-ignored (a backlog of 1)",
    },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
  ],
  provenance: {
    questions: ["Q4"],
    claims: ["A8", "A9"],
    notes: [{ note: "000", heading: "TCP三次握手中，最后一次回复丢失…" }],
  },
} satisfies CardSpec;
