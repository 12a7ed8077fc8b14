import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [
    { note: "001", heading: "4、TIME_WAIT" },
    { note: "001", heading: "5、SYN_SENT状态" },
  ],
  claim: {
    en: "The kernel does not take back what TIME_WAIT occupies: a server that closes many short connections itself can run out of sockets and stop serving.",
    zh: "TIME_WAIT 占用的资源内核不会回收：服务器主动关闭大量短连接，会把套接字耗尽，以致停止服务。",
  },
  statement: {
    en: "TIME-WAIT ends by itself: on Linux 6.18 after 60 s. Meanwhile only a small entry is kept, no file descriptor and no full socket, and beyond tcp_max_tw_buckets such entries are destroyed at once. On a server they use up no port: all share the listening one, clients with other ports are not affected, and even the same address and port may come back, since a SYN with a newer timestamp or a higher ISN reopens the entry. What really runs out are the local ports of the side that connects and closes first, towards one and the same destination: a proxy, say, in front of its backend.",
    zh: "TIME-WAIT 会自行结束：Linux 6.18 上是 60 秒。其间内核只留一个很小的条目，没有文件描述符，也没有完整的套接字；数量超过 tcp_max_tw_buckets，就当场销毁。它在服务器上不耗端口：大家共用监听端口，别的客户端端口不受影响；同一地址和端口也能再来，SYN 的时间戳较新或 ISN 较大，即可重开连接。真正会耗尽的，是发起连接又先关闭的一端：面对同一个目的地，本地端口会用完，例如后端前面的代理。",
  },
  sources: [
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 6191 §2", url: "https://www.rfc-editor.org/rfc/rfc6191#section-2" },
    {
      label:
        "Linux 6.18: TCP_TIMEWAIT_LEN (60 s), net.ipv4.tcp_max_tw_buckets, net.ipv4.ip_local_port_range (32768 60999)",
    },
    { label: "Linux 6.18: recorded traces time-wait-new-syn-higher-isn and time-wait-duration" },
  ],
  claimed: [{ kind: "call", host: "client", call: "connect", nth: 5, errno: "EADDRNOTAVAIL" }],
  simulation: {
    scenario: {
      profile: "linux-6.18",
      settings: { timestamps: false },
      iss: { client: 100, server: 300 },
      wire: { delayUs: 10_000 },
      script: [
        { host: "server", atUs: 0, call: { kind: "listen" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "client", atUs: 0, call: { kind: "connect" } },
        { host: "server", connection: 1, atUs: 200_000, call: { kind: "close" } },
        { host: "server", connection: 2, atUs: 200_000, call: { kind: "close" } },
        { host: "server", connection: 3, atUs: 200_000, call: { kind: "close" } },
        { host: "client", connection: 1, atUs: 300_000, call: { kind: "close" } },
        { host: "client", connection: 2, atUs: 300_000, call: { kind: "close" } },
        { host: "client", connection: 3, atUs: 300_000, call: { kind: "close" } },
        { host: "client", atUs: 1_000_000, call: { kind: "connect" } },
        { host: "client", atUs: 2_000_000, call: { kind: "connect", from: 40_000 } },
        { host: "client", atUs: 2_100_000, call: { kind: "send", len: 5 } },
      ],
    },
    shows: [
      { kind: "connections", host: "server", state: "TIME-WAIT", atUs: 1_000_000, count: 3 },
      { kind: "call", host: "client", call: "connect", nth: 4, errno: null },
      { kind: "call", host: "client", call: "connect", nth: 5, errno: null },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 1_030_000, count: 1 },
      { kind: "connections", host: "server", state: "TIME-WAIT", atUs: 2_010_000, count: 2 },
      { kind: "connections", host: "server", state: "ESTABLISHED", atUs: 2_030_000, count: 2 },
      { kind: "delivered", host: "server", bytes: 5 },
      { kind: "connections", host: "server", state: "TIME-WAIT", atUs: 60_309_999, count: 2 },
      { kind: "connections", host: "server", state: "TIME-WAIT", atUs: 60_310_000, count: 0 },
    ],
    contrast: {
      label: {
        en: "As claimed: the client closes first, and needs the same port again",
        zh: "按说法：先关闭的是客户端，还要再用同一端口",
      },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "listen" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "client", connection: 1, atUs: 200_000, call: { kind: "close" } },
          { host: "client", connection: 2, atUs: 200_000, call: { kind: "close" } },
          { host: "client", connection: 3, atUs: 200_000, call: { kind: "close" } },
          { host: "server", connection: 1, atUs: 300_000, call: { kind: "close" } },
          { host: "server", connection: 2, atUs: 300_000, call: { kind: "close" } },
          { host: "server", connection: 3, atUs: 300_000, call: { kind: "close" } },
          { host: "client", atUs: 1_000_000, call: { kind: "connect" } },
          { host: "client", atUs: 2_000_000, call: { kind: "connect", from: 40_000 } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
