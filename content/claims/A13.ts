import type { ClaimSpec } from "#lib/content/schema.ts";

/** The server’s host dies before its FIN. In one film the client still holds the socket, in the other it has closed it. */
export default {
  verdict: "imprecise",
  notes: [{ note: "000", heading: "为什么TCP挥手每两次中间有一个 FIN-WAIT2等待时间？" }],
  claim: {
    en: "FIN-WAIT-2 has a timer: if the peer’s FIN has not come when it fires, the connection is freed.",
    zh: "FIN-WAIT-2 有定时器：到时仍没等到对端的 FIN，就直接释放连接。",
  },
  statement: {
    en: "TCP itself has no such timer: by RFC 9293 FIN-WAIT-2 lasts until a FIN or a RST comes. Linux adds one for orphans only, sockets that the application has closed: tcp_fin_timeout, 60 s, unless the socket sets its own time with TCP_LINGER2. A socket half-closed with shutdown() and still held waits for ever, as in the film. When the timer has fired, no TIME-WAIT follows, and a FIN that comes late gets a RST. The same setting does not shorten TIME-WAIT.",
    zh: "TCP 本身没有这个定时器：按 RFC 9293，FIN-WAIT-2 一直持续到对端的 FIN 或 RST 到来。Linux 加了一个，但只管「孤儿」，即应用已经 close() 的套接字：tcp_fin_timeout，60 秒；单个套接字可用 TCP_LINGER2 另设时间。若只用 shutdown() 半关闭、套接字还留着，就会像片中那样一直等下去。定时器到时之后没有 TIME-WAIT，迟到的 FIN 换来 RST。另外，这个参数并不缩短 TIME-WAIT。",
  },
  sources: [
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "Linux 6.18: tcp_fin_timeout = 60 s", url: "https://docs.kernel.org/networking/ip-sysctl.html" },
    {
      label: "Linux 6.18: recorded trace fin-wait-2-timeout-default; a held socket, measured: still there after 130 s",
    },
  ],
  claimed: [
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 60_503_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 60_504_000 },
  ],
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      andThen: [
        { host: "client", atUs: 400_000, call: { kind: "shutdown" } },
        { host: "server", atUs: 1_000_000, call: { kind: "crash" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 400_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 454_000 }] },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 504_000 },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 60_504_000 },
      { kind: "ends", host: "client", state: "FIN-WAIT-2" },
      { kind: "fails", host: "client", failure: null },
    ],
    contrast: {
      label: {
        en: "As claimed: the application has closed the socket",
        zh: "按说法：应用已经关闭套接字",
      },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 400_000, call: { kind: "close" } },
          { host: "server", atUs: 1_000_000, call: { kind: "crash" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
