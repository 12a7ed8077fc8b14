import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 40,
  level: "senior",
  keyPoints: ["meaning", "fin-or-rst", "no-rfc-timer", "orphans", "late-fin", "not-time-wait"],
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      andThen: [
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 90_000_000, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 504_000 },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 60_503_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 60_504_000 },
      { kind: "never", host: "client", state: "TIME-WAIT" },
      { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 90_449_999 },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 90_450_000 }] },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 2, sentAtUs: 90_500_000 }] },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 90_549_999 },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "shutdown(SHUT_WR) instead of close()", zh: "改用 shutdown(SHUT_WR)" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "shutdown" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 90_000_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 90_499_999 },
        { kind: "state", host: "client", state: "TIME-WAIT", atUs: 90_500_000 },
        { kind: "segments", from: "client", flags: ["RST"], are: [] },
      ],
    },
  },
  requires: ["closing/half-close"],
  followUps: [
    { card: "operation/close-wait-leak", probes: "meaning" },
    { card: "time-wait/how-long", probes: "not-time-wait" },
    { card: "resets/keepalive" },
  ],
  sources: [
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.10.7.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    {
      label: "Linux 6.18: tcp_fin_timeout = 60 s, orphans only",
      url: "https://docs.kernel.org/networking/ip-sysctl.html",
    },
    { label: "Linux 6.18: TCP_TIMEWAIT_LEN = 60 s (include/net/tcp.h)" },
    { label: "Linux 6.18: recorded traces fin-wait-2-timeout-default, data-after-full-close, time-wait-duration" },
    { label: "Linux 6.18, measured: a socket still held is in FIN-WAIT-2 after 130 s" },
  ],
  provenance: {
    questions: ["Q8"],
    claims: ["A13", "A26"],
    notes: [
      { note: "000", heading: "为什么TCP挥手每两次中间有一个 FIN-WAIT2等待时间？" },
      { note: "001", heading: "4.四次挥手" },
    ],
  },
} satisfies CardSpec;
