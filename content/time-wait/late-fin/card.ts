import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 30,
  level: "mid",
  keyPoints: ["last-ack-repeats", "same-ack", "restart", "full-wait", "too-late"],
  exercise: {
    kind: "predict",
    before: { arrival: { from: "server", of: "FIN", nth: 2 } },
    vary: {
      iss: "small",
      delayMs: [20, 80],
      len: [1, 999],
      rules: [
        [{ from: "client", of: "ACK", nth: 3, fate: "drop" }],
        [
          { from: "client", of: "ACK", nth: 3, fate: "drop" },
          { from: "client", of: "ACK", nth: 4, fate: "drop" },
        ],
      ],
      profile: ["linux-6.18", "rfc9293"],
    },
  },
  simulation: {
    scenario: {
      profile: "linux-6.18",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 50_000, rules: [{ from: "client", of: "ACK", nth: 3, fate: "drop" }] },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "server", on: "ESTABLISHED", afterUs: 100_000, call: { kind: "send", len: 40 } },
        { host: "client", on: "ESTABLISHED", afterUs: 800_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "server",
        flags: ["FIN", "ACK"],
        are: [
          { seq: 41, ack: 2, sentAtUs: 1_050_000, nature: "first" },
          { seq: 41, ack: 2, sentAtUs: 1_350_000, nature: "resent" },
        ],
      },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 1, ack: 41, sentAtUs: 300_000 },
          { seq: 2, ack: 42, sentAtUs: 1_100_000 },
          { seq: 2, ack: 42, sentAtUs: 1_400_000 },
        ],
      },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 1_100_000 },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 1_449_999 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 1_450_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 61_399_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 61_400_000 },
    ],
    contrast: {
      label: { en: "The last ACK arrives", zh: "最后的 ACK 送达" },
      change: { rules: [] },
      shows: [
        { kind: "state", host: "server", state: "CLOSED", atUs: 1_150_000 },
        { kind: "state", host: "client", state: "CLOSED", atUs: 61_100_000 },
      ],
    },
  },
  requires: ["closing/time-wait", "time-wait/who-waits"],
  followUps: [
    { card: "closing/lost-last-ack", probes: "last-ack-repeats" },
    { card: "time-wait/how-long", probes: "full-wait" },
    { card: "time-wait/assassination" },
    { own: "what-else-restarts" },
  ],
  sources: [
    { label: "RFC 9293 §3.10.7.4, TIME-WAIT", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "Linux 6.18: recorded traces lost-last-ack, time-wait-missing" },
    { label: "Linux 6.18: tcp_timewait_state_process (net/ipv4/tcp_minisocks.c)" },
  ],
  provenance: {
    questions: ["Q9"],
    claims: ["A14", "A19"],
    notes: [
      { note: "000", heading: "为什么客户端最后还要等待2MSL？…" },
      { note: "001", heading: "5.为什么要等待2MSL？" },
      { note: "004", heading: "为什么TIME_WAIT状态需要经过2MSL…" },
    ],
  },
} satisfies CardSpec;
