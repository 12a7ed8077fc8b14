import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 80,
  level: "senior",
  keyPoints: ["until-text", "stays-request", "client-unaware", "time-is-up", "what-for", "not-for"],
  simulation: {
    scenario: {
      like: "defer-accept",
      script: [
        { host: "server", atUs: 0, call: { kind: "listen", deferAcceptS: 5 } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 100_000, call: { kind: "connect" } },
        { host: "client", connection: 1, atUs: 2_000_000, call: { kind: "send", len: 20 } },
      ],
      untilUs: 10_000_000,
    },
    shows: [
      { kind: "connections", host: "client", state: "ESTABLISHED", atUs: 120_000, count: 2 },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 1_900_000, count: 2 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 2_010_000, count: 1 },
      { kind: "connections", host: "server", state: "SYN-RECEIVED", atUs: 7_100_000, count: 1 },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [{ sentAtUs: 10_000 }, { sentAtUs: 110_000 }, { sentAtUs: 7_110_000 }],
      },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 7_130_000, count: 2 },
    ],
    contrast: {
      label: { en: "Without TCP_DEFER_ACCEPT", zh: "没有设 TCP_DEFER_ACCEPT" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 100_000, call: { kind: "connect" } },
          { host: "client", connection: 1, atUs: 2_000_000, call: { kind: "send", len: 20 } },
        ],
      },
      shows: [
        { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 130_000, count: 2 },
        {
          kind: "segments",
          from: "server",
          flags: ["SYN", "ACK"],
          are: [{ sentAtUs: 10_000 }, { sentAtUs: 110_000 }],
        },
      ],
    },
  },
  requires: ["listening/two-queues", "listening/before-accept"],
  followUps: [
    { card: "opening/first-text", probes: "until-text" },
    { card: "listening/syn-ack-gives-up", probes: "time-is-up" },
    { own: "health-check" },
    { own: "slow-clients", probes: "what-for" },
  ],
  sources: [
    { label: "Linux tcp(7), TCP_DEFER_ACCEPT", url: "https://man7.org/linux/man-pages/man7/tcp.7.html" },
    {
      label:
        "Linux 6.18: tcp_check_req (net/ipv4/tcp_minisocks.c), syn_ack_recalc (inet_connection_sock.c), secs_to_retrans (tcp.c)",
    },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "nginx: listen … deferred", url: "https://nginx.org/en/docs/http/ngx_http_core_module.html#listen" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
