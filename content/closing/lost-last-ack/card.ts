import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 80,
  level: "mid",
  keyPoints: ["nobody-repeats-an-ack", "fin-again", "time-wait-answers", "restart", "without-it"],
  exercise: {
    kind: "predict",
    before: { arrival: { from: "server", of: "FIN", nth: 2 } },
    vary: {
      len: [1, 1000],
      rules: [
        [{ from: "client", of: "ACK", nth: 3, fate: "drop" }],
        [
          { from: "client", of: "ACK", nth: 3, fate: "drop" },
          { from: "client", of: "ACK", nth: 4, fate: "drop" },
        ],
      ],
    },
  },
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 200_000, call: { kind: "send", len: 20 } },
        { host: "server", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 30 } },
        { host: "client", on: "ESTABLISHED", afterUs: 1_000_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "close" } },
      ],
      rules: [{ from: "client", of: "ACK", nth: 3, fate: "drop" }],
    },
    shows: [
      {
        kind: "segments",
        from: "server",
        flags: ["FIN", "ACK"],
        are: [
          { seq: 31, ack: 22, sentAtUs: 1_350_000, nature: "first" },
          { seq: 31, ack: 22, sentAtUs: 1_650_000, nature: "resent" },
        ],
      },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 21, ack: 31, sentAtUs: 500_000 },
          { seq: 22, ack: 32, sentAtUs: 1_400_000 },
          { seq: 22, ack: 32, sentAtUs: 1_700_000 },
        ],
      },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 1_400_000 },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 1_749_999 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 1_750_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 61_699_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 61_700_000 },
    ],
    contrast: {
      label: { en: "The last ACK arrives", zh: "最后的 ACK 送达" },
      change: { rules: [] },
      shows: [
        { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 31, ack: 22, sentAtUs: 1_350_000 }] },
        { kind: "state", host: "server", state: "CLOSED", atUs: 1_450_000 },
        { kind: "state", host: "client", state: "CLOSED", atUs: 61_400_000 },
      ],
    },
  },
  requires: ["closing/time-wait", "closing/lost-fin"],
  followUps: [
    { card: "time-wait/late-fin", probes: "restart" },
    { card: "closing/fin-gives-up", probes: "fin-again" },
    { own: "how-does-the-client-know" },
  ],
  sources: [
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 9293 §3.4.2: MSL is 2 minutes", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.2" },
    { label: "Linux 6.18: TCP_TIMEWAIT_LEN = 60 s (include/net/tcp.h)" },
    { label: "Linux 6.18: recorded traces lost-last-ack, time-wait-missing" },
  ],
  provenance: {
    questions: ["Q9"],
    claims: ["A14"],
    notes: [
      { note: "000", heading: "为什么客户端最后还要等待2MSL？…" },
      { note: "001", heading: "5.为什么要等待2MSL？" },
      { note: "004", heading: "为什么TIME_WAIT状态需要经过2MSL…" },
    ],
  },
} satisfies CardSpec;
