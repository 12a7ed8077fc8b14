import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [{ note: "001", heading: "5.为什么要等待2MSL？" }],
  claim: {
    en: "If the client did not wait, the repeated FIN would find no connection, and things would be thrown into confusion.",
    zh: "客户端若不等待，重发的 FIN 就找不到对应的连接，造成混乱。",
  },
  statement: {
    en: "Nothing is confused: a segment that fits no connection gets a RST (RFC 9293 §3.10.7.1), and the sender of the FIN goes from LAST-ACK to CLOSED, which it wanted anyway. By the RFC its application hears nothing. Linux 6.18 reports ECONNRESET, but only if the application still holds the socket, after shutdown() say: then an orderly close looks like a failure. That is worth avoiding, but the weightier reason for TIME-WAIT is old data in the next connection with the same ports (see A45). In the film the client’s host restarts, which loses its TIME-WAIT.",
    zh: "谈不上混乱：报文段对不上任何连接，就会得到 RST（RFC 9293 §3.10.7.1）；发 FIN 的一方从 LAST-ACK 转入 CLOSED，这本来也是它要的结果。按 RFC，它的应用什么也不会察觉。Linux 6.18 会报 ECONNRESET，但仅限应用还持有套接字的时候，例如用的是 shutdown()：这时正常关闭看上去像出了错。这种情况值得避免，却只是设 TIME-WAIT 的次要理由；更要紧的是，旧数据可能混进端口相同的下一条连接（见 A45）。片中客户端主机重启，TIME-WAIT 随之丢失。",
  },
  sources: [
    { label: "RFC 9293 §3.10.7.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1" },
    { label: "RFC 9293 §3.10.7.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4" },
    { label: "Linux 6.18: recorded trace time-wait-missing" },
  ],
  claimed: [
    { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 2, sentAtUs: 670_000 }] },
    { kind: "fails", host: "server", failure: "connection reset" },
  ],
  simulation: {
    scenario: {
      like: "time-wait-missing",
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 230_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "close" } },
        { host: "client", atUs: 460_000, call: { kind: "crash" } },
        { host: "client", atUs: 480_000, call: { kind: "boot" } },
      ],
    },
    shows: [
      {
        kind: "segments",
        from: "server",
        flags: ["FIN", "ACK"],
        are: [
          { seq: 1, ack: 2, sentAtUs: 440_000, nature: "first" },
          { seq: 1, ack: 2, sentAtUs: 660_000, nature: "resent" },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: 2, sentAtUs: 670_000 }] },
      { kind: "state", host: "server", state: "LAST-ACK", atUs: 679_999 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 680_000 },
      { kind: "fails", host: "server", failure: null },
    ],
    contrast: {
      label: {
        en: "As claimed: the application still holds its socket and sees an error",
        zh: "按说法：应用还持有套接字，看到一个错误",
      },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 230_000, call: { kind: "close" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 200_000, call: { kind: "shutdown" } },
          { host: "client", atUs: 460_000, call: { kind: "crash" } },
          { host: "client", atUs: 480_000, call: { kind: "boot" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
