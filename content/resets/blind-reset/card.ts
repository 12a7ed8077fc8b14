import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 50,
  level: "senior",
  keyPoints: ["exact", "in-window", "outside", "real-peer", "odds"],
  exercise: {
    kind: "predict",
    before: { arrival: { from: "client", of: "RST", nth: 2, ghost: true } },
    vary: { iss: "small", len: [10, 900] },
  },
  simulation: {
    scenario: {
      profile: "linux-6.18",
      iss: { client: 5000, server: 300 },
      wire: { delayUs: 10_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 300_000, call: { kind: "send", len: 200 } },
        { host: "client", atUs: 3_000_000, call: { kind: "send", len: 100 } },
      ],
      ghosts: [
        { from: "client", arrivesAtUs: 1_000_000, flags: ["RST"], seq: 4001 },
        { from: "client", arrivesAtUs: 2_000_000, flags: ["RST"], seq: 6001 },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["RST"],
        are: [
          { seq: -999, nature: "ghost" },
          { seq: 1001, nature: "ghost" },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 201, sentAtUs: 310_000 },
          { seq: 1, ack: 201, sentAtUs: 2_000_000 },
          { seq: 1, ack: 301, sentAtUs: 3_010_000 },
        ],
      },
      { kind: "delivered", host: "server", bytes: 300 },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "The second RST has exactly the number expected", zh: "第二个 RST 的序列号恰好对上" },
      change: {
        ghosts: [
          { from: "client", arrivesAtUs: 1_000_000, flags: ["RST"], seq: 4001 },
          { from: "client", arrivesAtUs: 2_000_000, flags: ["RST"], seq: 5201 },
        ],
      },
      shows: [
        { kind: "state", host: "server", state: "CLOSED", atUs: 2_000_000 },
        { kind: "fails", host: "server", failure: "connection reset" },
        { kind: "delivered", host: "server", bytes: 200 },
      ],
    },
  },
  requires: ["numbers/window-check", "resets/numbers-of-a-reset"],
  followUps: [
    { card: "resets/numbers-of-a-reset", probes: "real-peer" },
    { card: "opening/syn-in-established", probes: "in-window" },
    { own: "on-the-path" },
    { own: "why-throttled" },
  ],
  sources: [
    { label: "RFC 5961 §3.2", url: "https://www.rfc-editor.org/rfc/rfc5961#section-3.2" },
    { label: "RFC 5961 §7", url: "https://www.rfc-editor.org/rfc/rfc5961#section-7" },
    { label: "RFC 9293 §3.5.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.3" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: tcp_validate_incoming(), tcp_reset_check(); tcp_invalid_ratelimit = 500 ms" },
    { label: "Linux 6.18: recorded trace rst-in-window-not-exact" },
    { label: "Linux 6.18: recorded trace rst-out-of-window" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
