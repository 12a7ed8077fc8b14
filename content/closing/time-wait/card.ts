import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 50,
  level: "mid",
  keyPoints: ["answer-the-fin", "restart", "old-segments", "durations", "no-proof", "first-closer"],
  simulation: {
    scenario: {
      like: "open-and-close",
      profile: "linux-6.18",
      rules: [{ from: "client", of: "ACK", nth: 2, fate: "drop" }],
    },
    shows: [
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 600_000 },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 949_999 },
      {
        kind: "segments",
        from: "server",
        flags: ["FIN", "ACK"],
        are: [
          { seq: 1, ack: 2, sentAtUs: 550_000, nature: "first" },
          { seq: 1, ack: 2, sentAtUs: 850_000, nature: "resent" },
        ],
      },
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 2, ack: 2, sentAtUs: 600_000 },
          { seq: 2, ack: 2, sentAtUs: 900_000 },
        ],
      },
      { kind: "state", host: "server", state: "CLOSED", atUs: 950_000 },
      { kind: "never", host: "server", state: "TIME-WAIT" },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 60_600_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 60_899_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 60_900_000 },
    ],
    contrast: {
      label: { en: "A TIME-WAIT of only 0.1 s", zh: "TIME-WAIT 只有 0.1 秒" },
      change: { hosts: [{ name: "client", settings: { timeWaitUs: 100_000 } }] },
      shows: [
        { kind: "state", host: "client", state: "CLOSED", atUs: 700_000 },
        { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 2, sentAtUs: 900_000 }] },
      ],
    },
  },
  requires: ["closing/four-segments"],
  followUps: [
    { card: "time-wait/late-fin", probes: "restart" },
    { card: "time-wait/old-text", probes: "old-segments" },
    { card: "time-wait/who-waits", probes: "first-closer" },
    { card: "time-wait/many" },
  ],
  sources: [
    { label: "RFC 9293 §3.4.2: MSL is 2 minutes", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.2" },
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: TCP_TIMEWAIT_LEN = 60 s (include/net/tcp.h)" },
    { label: "Linux 6.18: recorded traces lost-last-ack, time-wait-missing, time-wait-duration" },
    { label: "FreeBSD: net.inet.tcp.msl = 30 s by default (TCPTV_MSL, sys/netinet/tcp_timer.h)" },
  ],
  provenance: {
    questions: ["Q9"],
    claims: ["A14", "A15", "A16", "A18", "A19"],
    notes: [
      { note: "000", heading: "为什么客户端最后还要等待2MSL？…" },
      { note: "001", heading: "5.为什么要等待2MSL？" },
      { note: "004", heading: "为什么TIME_WAIT状态需要经过2MSL…" },
    ],
  },
} satisfies CardSpec;
