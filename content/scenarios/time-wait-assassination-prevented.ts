import type { GalleryEntry } from "#lib/content/schema.ts";

/** The same late copy; the client has tcp_rfc1337 = 1. */
export default {
  order: 50,
  group: "time-wait",
  title: { en: "Assassination prevented", zh: "暗杀未遂" },
  summary: {
    en: "The same late copy draws the same RST, but with tcp_rfc1337 the client ignores it and waits its 60 s, counted from the copy.",
    zh: "同样的副本引来同样的 RST；设了 tcp_rfc1337，客户端不予理会，从副本到达时算起等满 60 秒。",
  },
  scenario: { like: "time-wait-assassination", settings: { ignoresResetInTimeWait: true } },
  shows: [
    {
      kind: "segments",
      from: "server",
      flags: ["PSH", "ACK"],
      are: [
        { seq: 1, ack: 1, len: 5, sentAtUs: 300_000, nature: "first" },
        { seq: 1, ack: 1, len: 5, sentAtUs: 300_000, nature: "copy" },
      ],
    },
    {
      kind: "segments",
      from: "client",
      flags: ["ACK"],
      are: [
        { seq: 1, ack: 1, sentAtUs: 100_000 },
        { seq: 1, ack: 6, sentAtUs: 350_000 },
        { seq: 2, ack: 7, sentAtUs: 700_000 },
        { seq: 2, ack: 7, sentAtUs: 2_350_000 },
      ],
    },
    { kind: "segments", from: "server", flags: ["RST"], are: [{ seq: 7, sentAtUs: 2_400_000 }] },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 700_000 },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 62_349_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 62_350_000 },
    { kind: "delivered", host: "client", bytes: 5 },
    { kind: "ends", host: "client", state: "CLOSED" },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
} satisfies GalleryEntry;
