import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [
    { note: "000", heading: "三次握手四次挥手" },
    { note: "001", heading: "1.简述tcp的三次握手" },
    { note: "004", heading: "TCP三次握手与四次挥手" },
  ],
  claim: {
    en: "Each side begins with a sequence number that it draws at random.",
    zh: "双方的起始序列号，都是各自在本地随机生成的。",
  },
  statement: {
    en: "It only looks random from outside. ISN = a clock + a keyed hash of addresses and ports (RFC 9293 §3.4.1; RFC 6528). The hash makes it unguessable for anyone without the key; the clock lets it rise from one connection to the next of the same four-tuple: one step in about 4 µs in the RFC, in 64 ns in Linux 6.18. That is why a host in TIME-WAIT can tell a new SYN, with its higher number, from an old one and open the next connection at once. A number drawn anew would be below the old one half the time. SYN cookies are an exception.",
    zh: "只是在外人看来随机。ISN 等于时钟加上对地址和端口的带密钥散列（RFC 9293 §3.4.1；RFC 6528）。有散列，没有密钥的人就猜不出来；有时钟，同一四元组的前后两条连接，编号就逐次上升：RFC 规定约 4 微秒加 1，Linux 6.18 是 64 纳秒。所以处于 TIME-WAIT 的主机看到编号更大，就知道这个 SYN 是新的，可以马上建立下一条连接。若每次另抽一个数，约有一半会落在旧编号之下。SYN cookie 是例外。",
  },
  sources: [
    { label: "RFC 9293 §3.4.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "RFC 9293 §3.6.1 (MAY-2)", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 6528 §3", url: "https://www.rfc-editor.org/rfc/rfc6528#section-3" },
    { label: "Linux 6.18: ISN clock of 64 ns (measured); recorded trace time-wait-new-syn-higher-isn" },
  ],
  claimed: [
    { kind: "state", host: "server", state: "TIME-WAIT", atUs: 4_304_967 },
    { kind: "segments", from: "client", flags: ["RST"], are: [{ sentAtUs: 4_314_967 }] },
  ],
  simulation: {
    scenario: {
      profile: "linux-6.18",
      settings: { timestamps: false },
      iss: { client: 100, server: 300 },
      wire: { delayUs: 10_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "server", atUs: 230_000, call: { kind: "close" } },
        { host: "client", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
        // In the contrast, where a step takes 1 ns, the clock is then 296 steps short of a full round.
        { host: "client", atUs: 4_294_967, call: { kind: "connect", from: 40_000 } },
        { host: "client", atUs: 5_000_000, call: { kind: "send", len: 5 } },
      ],
      untilUs: 6_000_000,
    },
    shows: [
      {
        kind: "segments",
        from: "client",
        flags: ["SYN"],
        are: [
          { seq: 0, sentAtUs: 0 },
          { seq: 0, sentAtUs: 4_294_967 },
        ],
      },
      { kind: "state", host: "server", state: "TIME-WAIT", atUs: 4_304_966 },
      { kind: "state", host: "server", state: "SYN-RECEIVED", atUs: 4_304_967 },
      { kind: "segments", from: "client", flags: ["RST"], are: [] },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 4_324_967 },
      { kind: "delivered", host: "server", bytes: 5 },
    ],
    contrast: {
      label: {
        en: "As claimed: a number out of the blue, here 296 below the old one",
        zh: "按说法：凭空抽一个数，这里比旧的小 296",
      },
      change: { settings: { timestamps: false, issTickNs: 1 } },
    },
  },
} satisfies ClaimSpec;
