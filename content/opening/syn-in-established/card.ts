import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 85,
  level: "senior",
  keyPoints: ["three-origins", "challenge", "state-stays", "honest-peer", "half-open", "not-rst"],
  exercise: {
    kind: "predict",
    before: { arrival: { from: "client", of: "SYN", nth: 1, ghost: true } },
    vary: { len: [50, 900] },
  },
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      andThen: [
        { host: "client", atUs: 300_000, call: { kind: "send", len: 200 } },
        { host: "server", atUs: 500_000, call: { kind: "send", len: 400 } },
      ],
      ghosts: [{ from: "client", arrivesAtUs: 900_000, flags: ["SYN"], seq: 2100 }],
    },
    shows: [
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 201, sentAtUs: 350_000 },
          { seq: 401, ack: 201, sentAtUs: 900_000 },
        ],
      },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ sentAtUs: 50_000 }] },
      { kind: "segments", from: "server", flags: ["RST"], are: [] },
      { kind: "segments", from: "client", flags: ["RST"], are: [] },
      { kind: "connections", host: "server", atUs: 950_000, count: 1 },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "The client has really crashed", zh: "客户端真的崩溃过" },
      change: {
        ghosts: [],
        andThen: [
          { host: "client", atUs: 800_000, call: { kind: "crash" } },
          { host: "client", atUs: 850_000, call: { kind: "boot" } },
          { host: "client", atUs: 850_000, call: { kind: "connect", from: 40_000 } },
        ],
      },
      shows: [
        { kind: "segments", from: "client", flags: ["RST"], are: [{ sentAtUs: 950_000 }] },
        { kind: "state", host: "server", state: "CLOSED", atUs: 1_000_000 },
        { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ sentAtUs: 50_000 }, { seq: 0, ack: 1 }] },
      ],
    },
  },
  requires: ["opening/three-segments", "opening/why-three"],
  followUps: [
    { card: "resets/half-open", probes: "half-open" },
    { card: "resets/blind-reset", probes: "not-rst" },
    { own: "challenge-limit" },
  ],
  sources: [
    { label: "RFC 9293 §3.10.7.4, fourth step", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 5961 §4 and §7", url: "https://www.rfc-editor.org/rfc/rfc5961#section-4" },
    { label: "RFC 9293 §3.5.1, figure 9", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.1" },
    { label: "Linux 6.18: recorded trace duplicate-syn-established; tcp_invalid_ratelimit = 500 ms" },
    { label: "CVE-2016-5696", url: "https://nvd.nist.gov/vuln/detail/CVE-2016-5696" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
