import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 20,
  level: "mid",
  keyPoints: ["peer-closed", "no-timer", "not-the-network", "cost", "fix"],
  simulation: {
    scenario: { like: "close-wait-leak" },
    shows: [
      { kind: "connections", host: "server", state: "CLOSE-WAIT", atUs: 3_000_000, count: 3 },
      { kind: "connections", host: "client", state: "FIN-WAIT-2", atUs: 3_000_000, count: 3 },
      { kind: "connections", host: "server", state: "CLOSE-WAIT", atUs: 62_524_000, count: 3 },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [] },
      { kind: "never", host: "server", state: "LAST-ACK" },
      { kind: "never", host: "client", state: "TIME-WAIT" },
      { kind: "ends", host: "client", state: "CLOSED" },
      { kind: "ends", host: "server", state: "CLOSE-WAIT" },
    ],
    contrast: {
      label: { en: "The server's application closes as well", zh: "服务器的应用也关闭" },
      change: {
        andThen: [
          { host: "server", connection: 1, atUs: 600_000, call: { kind: "close" } },
          { host: "server", connection: 2, atUs: 1_600_000, call: { kind: "close" } },
          { host: "server", connection: 3, atUs: 2_600_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "connections", host: "server", state: "CLOSE-WAIT", atUs: 3_000_000, count: 0 },
        { kind: "connections", host: "client", state: "TIME-WAIT", atUs: 3_000_000, count: 3 },
        { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1 }, { seq: 1 }, { seq: 1 }] },
      ],
    },
  },
  requires: ["closing/four-segments", "sockets/read-zero"],
  followUps: [
    { card: "closing/fin-wait-2", probes: "peer-closed" },
    { card: "resets/half-open", probes: "not-the-network" },
    { own: "write-in-close-wait" },
    { own: "keepalive-helps" },
  ],
  sources: [
    { label: "RFC 9293 §3.3.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.3.2" },
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "Linux 6.18: tcp_fin_timeout = 60, for orphans in FIN-WAIT-2" },
  ],
  provenance: {
    questions: ["Q11"],
    claims: ["A27"],
    notes: [{ note: "001", heading: "3、CLOSE_WAIT" }],
  },
} satisfies CardSpec;
