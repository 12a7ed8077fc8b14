import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 40,
  level: "mid",
  keyPoints: ["off-by-default", "times", "the-probe", "three-outcomes", "kernel-not-application"],
  exercise: {
    kind: "fill",
    blanks: [
      { segment: { from: "client", of: "ACK", nth: 2 }, fields: ["seq", "ack", "len"] },
      { segment: { from: "server", of: "ACK", nth: 2 }, fields: ["seq", "ack"] },
      { segment: { from: "client", of: "ACK", nth: 3 }, fields: ["seq"] },
      { segment: { from: "client", of: "RST", nth: 1 }, fields: ["seq"], states: ["client"] },
    ],
    vary: { iss: "small", delayMs: [20, 200], len: [10, 500] },
  },
  simulation: {
    scenario: {
      like: "keepalive-finds-the-dead",
      iss: { client: 1000, server: 3000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect", options: { keepalive: true } } },
        { host: "client", on: "ESTABLISHED", afterUs: 1_000_000, call: { kind: "send", len: 20 } },
        { host: "server", atUs: 90_000_000, call: { kind: "crash" } },
        { host: "client", atUs: 160_000_000, call: { kind: "send", len: 20 } },
      ],
      untilUs: 200_000_000,
    },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 1, sentAtUs: 100_000 },
          { seq: 20, ack: 1, len: 0, sentAtUs: 61_200_000 },
          { seq: 20, ack: 1, len: 0, sentAtUs: 121_300_000 },
          { seq: 20, ack: 1, len: 0, sentAtUs: 131_300_000 },
          { seq: 20, ack: 1, len: 0, sentAtUs: 141_300_000 },
        ],
      },
      {
        kind: "segments",
        from: "server",
        flags: ["ACK"],
        are: [
          { seq: 1, ack: 21, sentAtUs: 1_150_000 },
          { seq: 1, ack: 21, sentAtUs: 61_250_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST", "ACK"], are: [{ seq: 21, ack: 1, sentAtUs: 151_300_000 }] },
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 151_299_999 },
      { kind: "call", host: "client", call: "send", nth: 2, errno: "ETIMEDOUT" },
      { kind: "ends", host: "client", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "Keepalive is off", zh: "没有打开保活" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 1_000_000, call: { kind: "send", len: 20 } },
          { host: "server", atUs: 90_000_000, call: { kind: "crash" } },
        ],
      },
      shows: [
        { kind: "ends", host: "client", state: "ESTABLISHED" },
        { kind: "fails", host: "client", failure: null },
        { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1 }] },
      ],
    },
  },
  requires: ["resets/half-open"],
  followUps: [
    { card: "operation/http-keep-alive", probes: "kernel-not-application" },
    { card: "operation/nat-and-proxies", probes: "times" },
    { own: "finds-a-reboot", probes: "three-outcomes" },
    { own: "unacknowledged-text" },
  ],
  sources: [
    { label: "RFC 9293 §3.8.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.4" },
    { label: "Linux 6.18: tcp_keepalive_time = 7200, tcp_keepalive_intvl = 75, tcp_keepalive_probes = 9" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
