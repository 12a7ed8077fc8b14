import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "wrong",
  notes: [{ note: "001", heading: "4、TIME_WAIT" }],
  claim: {
    en: "Switching the socket’s LINGER option off avoids TIME_WAIT.",
    zh: "关掉套接字的 LINGER 选项，就可以避免 TIME_WAIT。",
  },
  statement: {
    en: "It is the other way round. Off is the default, and the side that closes first then goes through TIME-WAIT. What skips it is SO_LINGER on with a time of 0: close() sends RST instead of FIN and forgets the connection at once (the ABORT of RFC 9293 §3.10.5). Data not yet sent is thrown away, lost data is not sent again, and the peer sees an error (on Linux ECONNRESET) instead of an orderly end. On with a time above 0 only makes close() wait until the data and the FIN are acknowledged, at most for that time; TIME-WAIT follows all the same.",
    zh: "恰好相反。LINGER 默认就是关闭的，先关闭的一方照样进入 TIME-WAIT。能跳过它的，是打开 SO_LINGER 并把时间设为 0：close() 不发 FIN，而发 RST，并立刻忘掉连接（即 RFC 9293 §3.10.5 的 ABORT）。还没发出的数据就此丢弃，丢失的不再重传，对端看到的是错误（Linux 上为 ECONNRESET），而不是正常结束。打开而时间大于 0，只是让 close() 等数据和 FIN 得到确认，最多等这么久，TIME-WAIT 一样会有。",
  },
  sources: [
    { label: "RFC 9293 §3.10.5", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.5" },
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "Linux 6.18: socket option SO_LINGER; recorded trace linger-zero" },
  ],
  claimed: [
    { kind: "never", host: "client", state: "TIME-WAIT" },
    { kind: "state", host: "client", state: "CLOSED", atUs: 240_000 },
  ],
  simulation: {
    scenario: {
      profile: "rfc9293",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 10_000, rules: [{ from: "client", of: "DATA", nth: 1, fate: "drop" }] },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 230_000, call: { kind: "send", len: 5 } },
        { host: "client", atUs: 240_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 1, ack: 1, len: 5, sentAtUs: 230_000, nature: "first" },
          { seq: 1, ack: 1, len: 5, sentAtUs: 1_230_000, nature: "resent" },
        ],
      },
      { kind: "delivered", host: "server", bytes: 5 },
      { kind: "fails", host: "server", failure: null },
      { kind: "segments", from: "client", flags: ["RST"], are: [] },
      { kind: "segments", from: "client", flags: ["RST", "ACK"], are: [] },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 1_250_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 241_249_999 },
      { kind: "ends", host: "client", state: "CLOSED" },
      { kind: "ends", host: "server", state: "CLOSED" },
    ],
    contrast: {
      label: {
        en: "As claimed, but with LINGER on, and 0 s: RST, and the lost data stays lost",
        zh: "按说法，但须打开 LINGER 并设为 0 秒：发 RST，丢了的数据不再重传",
      },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 230_000, call: { kind: "send", len: 5 } },
          { host: "client", atUs: 240_000, call: { kind: "abort" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
