import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "correct",
  notes: [
    { note: "001", heading: "4、TIME_WAIT" },
    { note: "001", heading: "5、SYN_SENT状态" },
  ],
  claim: {
    en: "The side that closes first gets the TIME_WAIT, so a busy server should let its clients close first.",
    zh: "先关闭的一方承担 TIME_WAIT，所以繁忙的服务器最好让客户端先关。",
  },
  statement: {
    en: "“First” means: its own FIN left before it had seen the peer’s. If the FINs cross, both sides pass through CLOSING into TIME-WAIT; if a RST ends the connection, neither does. TIME-WAIT begins when the peer’s FIN arrives; the ACK of its own FIN takes a side only to FIN-WAIT-2. The advice saves the server some memory but is no rule: some clients never close, so a server needs idle timeouts anyway, and TIME-WAIT costs it little. It hurts on the side that connects, where ports run out.",
    zh: "「先」的意思是：发出自己的 FIN 时，还没收到对端的 FIN。两个 FIN 若在途中交错，双方都经 CLOSING 进入 TIME-WAIT；若以 RST 结束，双方都不进入。要进入它，必须收到对端的 FIN；只收到对自己 FIN 的确认，还停在 FIN-WAIT-2。让客户端先关，可以为服务器省些内存，但并非铁律：有的客户端始终不关，空闲超时总得有，而 TIME-WAIT 对服务器代价很小。真正吃紧的是发起连接的一端，端口会用尽。",
  },
  sources: [
    { label: "RFC 9293 §3.6, figures 12 and 13", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6" },
    { label: "RFC 9293 §3.3.2, figure 5", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.3.2" },
    { label: "Linux 6.18: recorded traces time-wait-duration and simultaneous-close" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 360_000 },
    { kind: "never", host: "server", state: "TIME-WAIT" },
    { kind: "state", host: "server", state: "CLOSED", atUs: 360_000 },
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
        { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
      ],
    },
    shows: [
      { kind: "segments", from: "client", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 230_000 }] },
      { kind: "segments", from: "server", flags: ["FIN", "ACK"], are: [{ seq: 1, ack: 2, sentAtUs: 340_000 }] },
      { kind: "state", host: "client", state: "FIN-WAIT-2", atUs: 254_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 350_000 },
      { kind: "state", host: "server", state: "CLOSED", atUs: 360_000 },
      { kind: "never", host: "server", state: "TIME-WAIT" },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 60_349_999 },
      { kind: "ends", host: "client", state: "CLOSED" },
    ],
    contrast: {
      label: { en: "The server closes first", zh: "服务器先关闭" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "server", atUs: 230_000, call: { kind: "close" } },
          { host: "client", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
