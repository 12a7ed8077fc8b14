import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [{ note: "001", heading: "3、CLOSE_WAIT" }],
  claim: {
    en: "A connection gets into CLOSE_WAIT when the peer closes it or the network fails; our own application must then call close().",
    zh: "对端关闭连接，或者网络出了故障，我方就会进入 CLOSE_WAIT，这时要由我方应用调用 close()。",
  },
  statement: {
    en: "The remedy is right, the second cause is not. Only a FIN leads to CLOSE-WAIT; our own close() (or exit), or an error such as a RST, leads out. The state has no timer of its own, so sockets that pile up there are a leak in our program. A peer that vanishes sends no FIN: the connection stays ESTABLISHED until data goes unacknowledged for too long (tcp_retries2), keepalive fails, or a RST arrives. With nothing to send and no keepalive, it stays so for ever.",
    zh: "补救办法说对了，第二个原因不对。只有收到 FIN 才会进入 CLOSE-WAIT；离开它，要靠我方 close()（或进程退出），或者出错，例如收到 RST。这个状态本身没有定时器，套接字在这里越积越多，就是我方程序在泄漏。对端断电或断网时发不出 FIN，连接仍是 ESTABLISHED，直到数据太久得不到确认（tcp_retries2）、保活（keepalive）失败，或者收到 RST；若没有数据要发，又没开保活，就一直如此。",
  },
  sources: [
    { label: "RFC 9293 §3.3.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.3.2" },
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.8.4", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.4" },
    { label: "Linux 6.18: net.ipv4.tcp_retries2 (15), tcp_keepalive_time (7200)" },
    { label: "Linux 6.18: recorded trace half-open-crash" },
  ],
  claimed: [
    { kind: "state", host: "server", state: "CLOSE-WAIT", atUs: 1_000_000 },
    { kind: "state", host: "server", state: "LAST-ACK", atUs: 2_000_000 },
    { kind: "ends", host: "server", state: "CLOSED" },
  ],
  simulation: {
    scenario: {
      like: "open",
      profile: "linux-6.18",
      delayUs: 10_000,
      andThen: [{ host: "client", atUs: 500_000, call: { kind: "crash" } }],
    },
    shows: [
      { kind: "state", host: "client", state: "CLOSED", atUs: 500_000 },
      { kind: "never", host: "server", state: "CLOSE-WAIT" },
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [] },
      { kind: "fails", host: "server", failure: null },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: { en: "As claimed: a FIN has come, and close() answers it", zh: "按说法：收到了 FIN，再用 close() 回应" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 500_000, call: { kind: "close" } },
          { host: "server", atUs: 2_000_000, call: { kind: "close" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
