import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 95,
  level: "senior",
  keyPoints: ["repeats-and-stops", "orphan-limits", "silent-end", "peer-unaware", "what-stays-for-ever"],
  simulation: {
    scenario: { like: "fin-gives-up", hosts: [] },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["FIN", "ACK"],
        are: [
          { seq: 1, sentAtUs: 230_000, nature: "first" },
          { seq: 1, sentAtUs: 450_000, nature: "resent" },
          { seq: 1, sentAtUs: 670_000, nature: "resent" },
          { seq: 1, sentAtUs: 1_110_000, nature: "resent" },
          { seq: 1, sentAtUs: 1_990_000, nature: "resent" },
          { seq: 1, sentAtUs: 3_750_000, nature: "resent" },
          { seq: 1, sentAtUs: 7_270_000, nature: "resent" },
          { seq: 1, sentAtUs: 14_310_000, nature: "resent" },
          { seq: 1, sentAtUs: 28_390_000, nature: "resent" },
          { seq: 1, sentAtUs: 56_550_000, nature: "resent" },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [] },
      { kind: "segments", from: "client", flags: ["RST", "ACK"], are: [] },
      { kind: "state", host: "client", state: "FIN-WAIT-1", atUs: 112_869_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 112_870_000 },
      { kind: "never", host: "client", state: "TIME-WAIT" },
      { kind: "never", host: "server", state: "CLOSE-WAIT" },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "Only the first FIN is lost", zh: "只丢第一个 FIN" },
      change: {
        rules: [{ from: "client", of: "FIN", nth: 1, fate: "drop" }],
        andThen: [{ host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "close" } }],
      },
      shows: [
        { kind: "state", host: "client", state: "TIME-WAIT", atUs: 670_000 },
        { kind: "ends", host: "server", state: "CLOSED" },
      ],
    },
  },
  requires: ["closing/lost-fin", "closing/fin-wait-2"],
  followUps: [
    { card: "resets/keepalive", probes: "peer-unaware" },
    { card: "operation/close-wait-leak", probes: "what-stays-for-ever" },
    { card: "resets/half-open" },
    { own: "ack-but-no-fin", probes: "orphan-limits" },
  ],
  sources: [
    { label: "RFC 9293 §3.8.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.3" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    {
      label: "Linux 6.18: tcp_orphan_retries, tcp_retries2, tcp_fin_timeout",
      url: "https://docs.kernel.org/networking/ip-sysctl.html",
    },
    { label: "Linux 6.18: recorded trace fin-never-acked (with 4 repeats)" },
    { label: "Linux 6.18, measured: an unanswered FIN of a socket still held is given up after 973 s" },
  ],
  provenance: {
    questions: ["Q8"],
    claims: ["A26"],
    notes: [{ note: "001", heading: "4.四次挥手" }],
  },
} satisfies CardSpec;
