import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 10,
  level: "mid",
  keyPoints: ["no-connection", "not-synchronized", "synchronized", "never-for-rst", "application"],
  exercise: {
    kind: "choice",
    options: ["closed-port", "old-fin", "wrong-ack", "outside-window", "stray-rst", "second-syn"],
    right: ["closed-port", "old-fin", "wrong-ack"],
  },
  simulation: {
    scenario: {
      like: "open",
      ghosts: [
        { from: "client", fromPort: 41_000, toPort: 81, arrivesAtUs: 300_000, flags: ["SYN"], seq: 7000 },
        {
          from: "client",
          fromPort: 41_000,
          toPort: 80,
          arrivesAtUs: 600_000,
          flags: ["FIN", "ACK"],
          seq: 7200,
          ack: 5300,
        },
        { from: "client", fromPort: 41_000, toPort: 80, arrivesAtUs: 900_000, flags: ["RST"], seq: 7300 },
        { from: "client", arrivesAtUs: 1_200_000, flags: ["PSH", "ACK"], seq: 1_000_101, ack: 301, len: 5 },
      ],
    },
    shows: [
      { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ seq: 0, ack: 6901, sentAtUs: 300_000 }] },
      { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 5000, sentAtUs: 600_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 1_200_000 }] },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ nature: "ghost" }] },
      { kind: "delivered", host: "server", bytes: 0 },
      { kind: "ends", host: "client", state: "ESTABLISHED" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "The same strays, with the RST flag set", zh: "同样的报文段，但都置了 RST" },
      change: {
        ghosts: [
          { from: "client", fromPort: 41_000, toPort: 81, arrivesAtUs: 300_000, flags: ["SYN", "RST"], seq: 7000 },
          {
            from: "client",
            fromPort: 41_000,
            toPort: 80,
            arrivesAtUs: 600_000,
            flags: ["RST", "ACK"],
            seq: 7200,
            ack: 5300,
          },
          { from: "client", fromPort: 41_000, toPort: 80, arrivesAtUs: 900_000, flags: ["RST"], seq: 7300 },
          { from: "client", arrivesAtUs: 1_200_000, flags: ["RST", "ACK"], seq: 1_000_101, ack: 301 },
        ],
      },
      shows: [
        { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [] },
        { kind: "segments", from: "server", flags: ["RST"], are: [] },
        { kind: "segments", from: "server", flags: ["ACK"], are: [] },
      ],
    },
  },
  requires: ["opening/closed-port"],
  followUps: [
    { card: "resets/numbers-of-a-reset", probes: "no-connection" },
    { card: "resets/blind-reset", probes: "synchronized" },
    { card: "resets/unread-text", probes: "application" },
    { own: "why-not-for-a-rst" },
  ],
  sources: [
    { label: "RFC 9293 §3.5.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.2" },
    { label: "RFC 9293 §3.10.7.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1" },
    { label: "RFC 5961 §4.2", url: "https://www.rfc-editor.org/rfc/rfc5961#section-4.2" },
    { label: "Linux 6.18: recorded trace stray-segments-to-closed-port" },
    { label: "Linux 6.18: recorded trace time-wait-missing" },
  ],
  provenance: {
    questions: [],
    claims: ["A44"],
    notes: [{ note: "001", heading: "5.为什么要等待2MSL？" }],
  },
} satisfies CardSpec;
