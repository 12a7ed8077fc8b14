import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 60,
  level: "senior",
  keyPoints: ["forgets", "nobody-told", "drop-or-reset", "below-idle", "proxy-two", "one-address"],
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      rules: [{ from: "client", of: "DATA", nth: "every", fate: "drop" }],
      andThen: [
        { host: "server", atUs: 1_000_000, call: { kind: "send", len: 40 } },
        { host: "client", atUs: 400_000_000, call: { kind: "send", len: 20 } },
        { host: "client", atUs: 1_400_000_000, call: { kind: "send", len: 20 } },
      ],
      untilUs: 1_500_000_000,
    },
    shows: [
      { kind: "segments", from: "server", flags: ["PSH", "ACK"], are: [{ seq: 1, ack: 1, len: 40 }] },
      { kind: "call", host: "client", call: "send", nth: 1, errno: null },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 1_300_000_000 },
      { kind: "call", host: "client", call: "send", nth: 2, errno: "ETIMEDOUT" },
      { kind: "fails", host: "client", failure: "timed out" },
      { kind: "delivered", host: "server", bytes: 0 },
      { kind: "ends", host: "client", state: "CLOSED" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "A keepalive probe every 100 s keeps the entry", zh: "每 100 秒一次保活探测，记录没有过期" },
      change: {
        settings: { keepaliveIdleUs: 100_000_000 },
        rules: [],
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect", options: { keepalive: true } } },
          { host: "server", atUs: 1_000_000, call: { kind: "send", len: 40 } },
          { host: "client", atUs: 400_000_000, call: { kind: "send", len: 20 } },
        ],
        untilUs: 420_000_000,
      },
      shows: [
        {
          kind: "segments",
          from: "client",
          flags: ["ACK"],
          are: [
            { seq: 1, ack: 1 },
            { seq: 1, ack: 41 },
            { seq: 0, ack: 41, sentAtUs: 101_050_000 },
            { seq: 0, ack: 41, sentAtUs: 201_150_000 },
            { seq: 0, ack: 41, sentAtUs: 301_250_000 },
          ],
        },
        { kind: "delivered", host: "server", bytes: 20 },
        { kind: "fails", host: "client", failure: null },
      ],
    },
  },
  requires: ["resets/half-open", "resets/keepalive", "numbers/four-tuple"],
  followUps: [
    { card: "time-wait/reuse-sysctls", probes: "one-address" },
    { card: "operation/http-keep-alive", probes: "proxy-two" },
    { own: "bound-the-wait", probes: "below-idle" },
    { own: "server-pushes" },
  ],
  sources: [
    { label: "RFC 5382 §5 (REQ-5)", url: "https://www.rfc-editor.org/rfc/rfc5382#section-5" },
    { label: "RFC 9293 §3.8.3 and §3.8.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.4" },
    {
      label: "AWS NAT gateway: idle timeout of 350 s",
      url: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html",
    },
    {
      label: "Azure Load Balancer: TCP reset and idle timeout",
      url: "https://learn.microsoft.com/en-us/azure/load-balancer/load-balancer-tcp-reset",
    },
    {
      label:
        "Linux 6.18: nf_conntrack_tcp_timeout_established = 432000 s, tcp_keepalive_time = 7200, tcp_retries2 = 15",
    },
    { label: "Linux: tcp_tw_recycle removed in 4.12" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
