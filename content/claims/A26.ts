import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [{ note: "001", heading: "4.四次挥手" }],
  claim: {
    en: "If one of the four segments of the close is missing, the connection hangs half dead and what it occupies is never released.",
    zh: "四次挥手只要缺了一步，连接就会假死，占用的资源再也收不回来。",
  },
  statement: {
    en: "A lost segment is made good: a FIN is sent again, and a repeated FIN is acknowledged again. If the other side is gone for good, timers end what the application has closed: on Linux 6.18 a FIN without answer is given up after about 2 minutes (tcp_orphan_retries), and FIN-WAIT-2 after 60 s (tcp_fin_timeout). A RST ends it at once, and three segments are enough when ACK and FIN travel together. What hangs for ever is a socket that the application still holds: CLOSE-WAIT without close(), or FIN-WAIT-2 after shutdown(). RFC 9293 itself has no timer for FIN-WAIT-2.",
    zh: "丢一个报文段可以补上：FIN 丢了会重传；ACK 丢了，对方重传 FIN，就再确认一次。对端若一去不返，应用已经关闭的连接由定时器了结：Linux 6.18 上，得不到应答的 FIN 约 2 分钟后放弃（tcp_orphan_retries），FIN-WAIT-2 过 60 秒结束（tcp_fin_timeout）。收到 RST 则立即结束；ACK 与 FIN 合在一起时，三个报文段就够了。真会一直留着的，是应用仍持有的套接字：CLOSE-WAIT 里迟迟不 close()，或者 shutdown() 之后的 FIN-WAIT-2。RFC 9293 本身没有给 FIN-WAIT-2 规定定时器。",
  },
  sources: [
    { label: "RFC 9293 §3.6", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.8.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.3" },
    { label: "Linux 6.18: net.ipv4.tcp_fin_timeout (60), net.ipv4.tcp_orphan_retries (0, which means 8)" },
    { label: "Linux 6.18: recorded traces fin-wait-2-timeout-default, fin-never-acked and close-three-segments" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 60_000_000 },
    { kind: "ends", host: "client", state: "FIN-WAIT-2" },
  ],
  simulation: {
    scenario: {
      profile: "linux-6.18",
      iss: { client: 100, server: 300 },
      wire: { delayUs: 10_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 230_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "crash" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 230_000 }] },
      { kind: "segments", from: "server", flags: ["ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 244_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [] },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 254_000 },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 60_253_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 60_254_000 },
      { kind: "never", host: "client", state: "TIME-WAIT" },
      { kind: "ends", host: "client", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "As claimed: the application keeps its socket open", zh: "按说法：应用一直持有套接字，不关闭" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 230_000, call: { kind: "shutdown" } },
          { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "crash" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
