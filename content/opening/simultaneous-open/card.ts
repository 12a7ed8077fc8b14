import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 80,
  level: "senior",
  keyPoints: ["crossing", "syn-received", "same-isn", "one-connection", "four-tuple"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "client", of: "SYN", nth: 1 }, states: ["client", "server"] },
      { segment: { from: "client", of: "SYN-ACK", nth: 1 }, fields: ["seq", "ack"], states: ["client", "server"] },
      { segment: { from: "server", of: "SYN-ACK", nth: 1 }, fields: ["flags", "seq", "ack"], states: ["client"] },
      { segment: { from: "client", of: "ACK", nth: 1 }, fields: ["seq"] },
    ],
    vary: { iss: "small", delayMs: [20, 200] },
  },
  simulation: {
    scenario: {
      like: "simultaneous-open",
      script: [
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "server", atUs: 0, call: { kind: "connect" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
      { kind: "segments", from: "server", flags: ["SYN"], are: [{ seq: 0, sentAtUs: 0 }] },
      { kind: "state", host: "client", state: "SYN-RECEIVED", atUs: 50_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 50_000 },
      { kind: "segments", from: "client", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ seq: 0, ack: 1, sentAtUs: 50_000 }] },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 100_000 },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 100_000 },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 100_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 100_000 }] },
      { kind: "connections", host: "server", atUs: 150_000, count: 1 },
      { kind: "never", host: "server", state: "LISTEN" },
    ],
    contrast: {
      label: { en: "The other side listens instead", zh: "另一端改为监听" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
        ],
      },
      shows: [
        { kind: "never", host: "client", state: "SYN-RECEIVED" },
        { kind: "segments", from: "server", flags: ["SYN"], are: [] },
        { kind: "segments", from: "client", flags: ["SYN", "ACK"], are: [] },
      ],
    },
  },
  requires: ["opening/three-segments"],
  followUps: [
    { card: "closing/simultaneous-close" },
    { card: "numbers/four-tuple", probes: "four-tuple" },
    { own: "closed-port-first" },
  ],
  sources: [
    { label: "RFC 9293 §3.5, figure 7 and MUST-10", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "RFC 5382 §4.1, REQ-2 (NATs)", url: "https://www.rfc-editor.org/rfc/rfc5382#section-4.1" },
    { label: "Linux 6.18: recorded trace simultaneous-open" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
