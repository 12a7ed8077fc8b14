import type { ClaimSpec } from "#lib/content/schema.ts";

/** Both sides get an answer to what they sent, in both films; only in one of them is there a connection. */
export default {
  verdict: "imprecise",
  notes: [
    { note: "000", heading: "为什么要三次握手？" },
    { note: "003", heading: "1.1 三次握手为啥不能是两次" },
  ],
  claim: {
    en: "The handshake exists so that each side learns that both can send and receive; three segments that arrive are what that takes.",
    zh: "握手是为了让双方都确认自己和对方能发、能收；三个报文段都送达，目的就达到了。",
  },
  statement: {
    en: "That both directions have worked once is a true side effect, but not the purpose. The handshake has each side send its initial sequence number and see it acknowledged, and it keeps old duplicate SYNs from opening connections; RFC 9293 §3.5 calls the latter the principal reason. In the film three segments arrive, each side has been answered, and still there is no connection: the SYN was an old one, and the third segment is a RST.",
    zh: "「两个方向都通过一次」确实成立，但那是附带结果，不是目的。握手要做的是：双方各自送出初始序列号并得到确认；同时不让陈旧的重复 SYN 建立连接，RFC 9293 §3.5 把后者称为首要原因。片中三个报文段全都送达，双方都收到了对自己报文段的回应，连接却没有建成：那个 SYN 是旧的，第三个报文段是 RST。",
  },
  sources: [
    { label: "RFC 9293 §3.5, figure 8", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { label: "RFC 9293 §3.4.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1" },
    { label: "Linux 6.18: recorded trace old-duplicate-syn" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "ESTABLISHED", atUs: 100_000 },
    { kind: "state", host: "server", state: "ESTABLISHED", atUs: 150_000 },
  ],
  simulation: {
    scenario: {
      like: "open",
      rules: [{ from: "client", of: "any", nth: 1, fate: "drop" }],
      ghosts: [{ from: "client", arrivesAtUs: 50_000, flags: ["SYN"], seq: 90 }],
    },
    shows: [
      {
        kind: "segments",
        from: "server",
        flags: ["SYN", "ACK"],
        are: [
          { seq: 0, ack: -9, sentAtUs: 50_000 },
          { seq: 0, ack: 1, sentAtUs: 1_050_000 },
        ],
      },
      { kind: "segments", from: "client", flags: ["RST"], are: [{ seq: -9, sentAtUs: 100_000 }] },
      { kind: "state", host: "client", state: "SYN-SENT", atUs: 100_000 },
      { kind: "state", host: "server", state: "LISTEN", atUs: 150_000 },
      { kind: "segments", from: "client", flags: ["ACK"], are: [{ seq: 1, ack: 1, sentAtUs: 1_100_000 }] },
      { kind: "ends", host: "server", state: "ESTABLISHED" },
    ],
    contrast: {
      label: {
        en: "As claimed: three segments arrive, and the SYN was the client’s own",
        zh: "按说法：三个报文段都送达，而且 SYN 正是客户端刚发的",
      },
      change: { rules: [], ghosts: [] },
    },
  },
} satisfies ClaimSpec;
