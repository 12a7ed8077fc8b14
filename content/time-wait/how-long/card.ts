import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 20,
  level: "mid",
  keyPoints: ["rfc", "linux", "not-fin-timeout", "not-rtt", "end-early"],
  exercise: {
    kind: "choice",
    options: ["rfc-four-minutes", "linux-constant", "fin-timeout", "two-round-trips", "thirty-seconds"],
    right: ["rfc-four-minutes", "linux-constant"],
  },
  simulation: {
    scenario: { like: "open-and-close", profile: "linux-6.18", settings: { finWait2Us: 5_000_000 } },
    shows: [
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 600_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 60_599_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 60_600_000 },
      { kind: "never", host: "server", state: "TIME-WAIT" },
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 400_000 }] },
    ],
    contrast: {
      label: { en: "By the letter of RFC 9293", zh: "严格按 RFC 9293" },
      change: { profile: "rfc9293" },
      shows: [{ kind: "state", host: "client", state: "TIME-WAIT", atUs: 240_599_999 }],
    },
  },
  requires: ["closing/time-wait"],
  followUps: [
    { card: "closing/fin-wait-2", probes: "not-fin-timeout" },
    { card: "time-wait/late-fin", probes: "end-early" },
    { card: "time-wait/reuse-sysctls" },
    { own: "why-shorter" },
  ],
  sources: [
    { label: "RFC 9293 §3.4.2: MSL is 2 minutes", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.2" },
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "Linux 6.18: TCP_TIMEWAIT_LEN = 60 s (include/net/tcp.h)" },
    { label: "Linux 6.18: recorded trace time-wait-duration (tcp_fin_timeout = 5)" },
    { label: "FreeBSD: net.inet.tcp.msl = 30 s by default (TCPTV_MSL, sys/netinet/tcp_timer.h)" },
    { label: "Windows 2000: TcpTimedWaitDelay, 240 s by default (Microsoft, cc938217)" },
  ],
  provenance: {
    questions: ["Q9"],
    claims: ["A16", "A17", "A18"],
    notes: [
      { note: "000", heading: "为什么客户端最后还要等待2MSL？…" },
      { note: "001", heading: "4.四次挥手" },
      { note: "004", heading: "为什么TIME_WAIT状态需要经过2MSL…" },
    ],
  },
} satisfies CardSpec;
