import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 40,
  level: "mid",
  keyPoints: ["asymmetry", "server-repeats", "backoff", "data-completes", "give-up"],
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      rules: [{ from: "client", of: "ACK", nth: 1, fate: "drop" }],
    },
    shows: [
      { kind: "state", host: "client", state: "ESTABLISHED", atUs: 100_000 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 1_149_999 },
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: 1, sentAtUs: 50_000, nature: "first" },
          { seq: 0, ack: 1, sentAtUs: 1_050_000, nature: "resent" },
        ],
      },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
  },
  sources: [
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "RFC 6298 §5", url: "https://www.rfc-editor.org/rfc/rfc6298#section-5" },
    { label: "Linux 6.18: tcp_synack_retries = 5" },
  ],
  provenance: {
    questions: ["Q4"],
    claims: ["A6", "A7", "A8", "A9"],
    notes: [{ note: "000", heading: "最后一次回复丢失" }],
  },
} satisfies CardSpec;
