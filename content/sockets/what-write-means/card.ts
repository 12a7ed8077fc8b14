import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 40,
  level: "mid",
  keyPoints: ["copied", "how-many", "ack-is-kernel", "only-an-answer", "later-call"],
  simulation: {
    scenario: {
      profile: "linux-6.18",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 50_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen", options: { reads: "on-call" } } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 40 } },
        { host: "server", on: "ESTABLISHED", afterUs: 550_000, call: { kind: "close" } },
        { host: "client", on: "ESTABLISHED", afterUs: 800_000, call: { kind: "send", len: 10 } },
        { host: "client", on: "ESTABLISHED", afterUs: 1_000_000, call: { kind: "send", len: 10 } },
      ],
    },
    shows: [
      { kind: "call", host: "client", call: "send", nth: 1, errno: null },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [{ seq: 1, ack: 1, len: 40, sentAtUs: 400_000 }],
      },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 41, sentAtUs: 450_000 }] },
      { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ seq: 1, ack: 41, sentAtUs: 700_000 }] },
      { kind: "state", host: "client", state: "CLOSED", atUs: 750_000 },
      { kind: "call", host: "client", call: "send", nth: 2, errno: "ECONNRESET" },
      { kind: "call", host: "client", call: "send", nth: 3, errno: "EPIPE" },
    ],
    contrast: {
      label: { en: "The server's application reads, and answers", zh: "服务器的应用读了数据，并作出回答" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen", options: { reads: "on-call" } } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", on: "ESTABLISHED", afterUs: 300_000, call: { kind: "send", len: 40 } },
          { host: "server", on: "ESTABLISHED", afterUs: 500_000, call: { kind: "receive" } },
          { host: "server", on: "ESTABLISHED", afterUs: 510_000, call: { kind: "send", len: 20 } },
          { host: "server", on: "ESTABLISHED", afterUs: 550_000, call: { kind: "close" } },
          { host: "client", on: "ESTABLISHED", afterUs: 800_000, call: { kind: "close" } },
        ],
      },
      shows: [
        { kind: "delivered", host: "client", bytes: 20 },
        { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [] },
        { kind: "fails", host: "client", failure: null },
      ],
    },
  },
  requires: ["resets/unread-text", "resets/errors-told"],
  followUps: [
    { card: "resets/unread-text", probes: "ack-is-kernel" },
    { card: "resets/errors-told", probes: "later-call" },
    { card: "sockets/linger" },
    { own: "no-answer" },
  ],
  sources: [
    { label: "send(2)", url: "https://man7.org/linux/man-pages/man2/send.2.html" },
    { label: "tcp(7): SIOCOUTQ", url: "https://man7.org/linux/man-pages/man7/tcp.7.html" },
    { label: "RFC 9293 §3.9.1.2, SEND", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.9.1.2" },
    { label: "RFC 793 §2.6, what an acknowledgment means", url: "https://www.rfc-editor.org/rfc/rfc793#section-2.6" },
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "Linux 6.18: recorded traces close-with-unread-data, data-never-acked-give-up" },
  ],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
