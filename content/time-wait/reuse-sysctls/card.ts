import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 70,
  level: "senior",
  keyPoints: ["tw-reuse", "needs-timestamps", "recycle-gone", "buckets", "fin-timeout"],
  exercise: {
    kind: "choice",
    options: ["reuse-outgoing", "reuse-accepting", "recycle", "buckets", "fin-timeout"],
    right: ["reuse-outgoing", "buckets"],
  },
  simulation: {
    scenario: { like: "same-port-again" },
    shows: [
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 459_999 },
      { kind: "call", host: "client", call: "connect", nth: 2, errno: null },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 460_000 },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 480_000 },
      { kind: "delivered", host: "server", bytes: 5 },
    ],
    contrast: {
      label: { en: "Without timestamps", zh: "没有时间戳" },
      change: {
        settings: { timestamps: false },
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 130_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
          { host: "client", atUs: 460_000, call: { kind: "connect", from: 40_000 } },
        ],
      },
      shows: [
        { kind: "call", host: "client", call: "connect", nth: 2, errno: "EADDRNOTAVAIL" },
        { kind: "state", host: "client", state: "TIME-WAIT", atUs: 460_000 },
        { kind: "state", host: "client", state: "TIME-WAIT", atUs: 60_149_999 },
      ],
    },
  },
  requires: ["time-wait/many", "time-wait/how-long", "numbers/paws"],
  followUps: [
    { card: "time-wait/new-syn", probes: "tw-reuse" },
    { card: "numbers/paws", probes: "needs-timestamps" },
    { card: "operation/nat-and-proxies", probes: "recycle-gone" },
    { own: "why-loopback" },
  ],
  sources: [
    { label: "RFC 6191 §2", url: "https://www.rfc-editor.org/rfc/rfc6191#section-2" },
    { label: "RFC 7323 §5: PAWS", url: "https://www.rfc-editor.org/rfc/rfc7323#section-5" },
    {
      label: "Linux: tcp_tw_reuse (2 since 4.19), tcp_max_tw_buckets, tcp_fin_timeout",
      url: "https://docs.kernel.org/networking/ip-sysctl.html",
    },
    { label: "Linux 4.12: tcp_tw_recycle removed" },
    { label: "Linux 6.18: tcp_tw_reuse_delay = 1000 ms (tcp_twsk_unique, net/ipv4/tcp_ipv4.c)" },
    { label: "Linux 6.18: recorded traces time-wait-same-port-explicit-bind, time-wait-duration" },
  ],
  provenance: { questions: ["Q12"], claims: [], notes: [{ note: "001", heading: "4.四次挥手" }] },
} satisfies CardSpec;
