import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [{ note: "001", heading: "5、SYN_SENT状态" }],
  claim: {
    en: "Very many SYN_SENT sockets, towards many different machines, mean that it may have caught a worm that is scanning for victims.",
    zh: "本机有大量 SYN_SENT，且分别指向不同的机器，可能是中了蠕虫，它正在扫描别的主机。",
  },
  statement: {
    en: "SYN-SENT lasts while a SYN has no answer at all: a SYN-ACK or a RST ends it after one round trip, however many hosts are called. So a pile of them says “nobody answers”, not “somebody scans”. A scan of addresses without a host looks like this, and did with Blaster (2003) and Sasser (2004); so does a firewall that drops silently, a wrong route or a lost return path, or a crawler with an outdated list. Many towards one destination point to a dead or overloaded server. Linux 6.18 keeps each for 131 s by default. To find out which, look at destinations, ports and the process (ss -tnp state syn-sent).",
    zh: "SYN 完全得不到应答，才会停在 SYN-SENT：来一个 SYN-ACK 或 RST，一个往返就结束，联系多少台主机都一样。所以堆积说明的是「没人应答」，不等于「有人在扫描」。扫描没有主机的地址会这样，当年的冲击波（Blaster，2003）和震荡波（Sasser，2004）便是；防火墙悄悄丢包、路由错误、回程不通、爬虫手里的地址过时，也会这样。若都指向同一目的地，多半是那台服务器宕机或过载。Linux 6.18 默认每个停留 131 秒。究竟是哪一种，要看目的地址、端口和进程（ss -tnp state syn-sent）。",
  },
  sources: [
    { label: "RFC 9293 §3.3.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.3.2" },
    { label: "RFC 9293 §3.10.7.3", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3" },
    { label: "Linux 6.18: net.ipv4.tcp_syn_retries (6), tcp_syn_linear_timeouts (4)" },
    { label: "Linux 6.18: recorded traces syn-no-answer-default and syn-to-closed-port" },
  ],
  claimed: [{ kind: "connections", host: "client", state: "SYN-SENT", atUs: 500_000, count: 5 }],
  simulation: {
    scenario: {
      profile: "linux-6.18",
      hosts: [{ name: "host-1" }, { name: "host-2" }, { name: "host-3" }, { name: "host-4" }],
      iss: { client: 100, server: 300 },
      wire: { delayUs: 10_000 },
      script: [
        { host: "host-1", atUs: 0, call: { kind: "listen", port: 80 } },
        { host: "host-2", atUs: 0, call: { kind: "listen", port: 80 } },
        { host: "host-3", atUs: 0, call: { kind: "listen", port: 80 } },
        { host: "host-4", atUs: 0, call: { kind: "listen", port: 80 } },
        { host: "client", atUs: 0, call: { kind: "connect", to: "server", port: 80 } },
        { host: "client", atUs: 10_000, call: { kind: "connect", to: "host-1", port: 80 } },
        { host: "client", atUs: 20_000, call: { kind: "connect", to: "host-2", port: 80 } },
        { host: "client", atUs: 30_000, call: { kind: "connect", to: "host-3", port: 80 } },
        { host: "client", atUs: 40_000, call: { kind: "connect", to: "host-4", port: 80 } },
      ],
      untilUs: 1_500_000,
    },
    shows: [
      { kind: "segments", from: "server", flags: ["RST", "ACK"], are: [{ ack: 1, sentAtUs: 10_000 }] },
      { kind: "connections", host: "client", state: "SYN-SENT", atUs: 59_999, count: 1 },
      { kind: "connections", host: "client", state: "SYN-SENT", atUs: 60_000, count: 0 },
      { kind: "connections", host: "client", state: "ESTABLISHED", atUs: 60_000, count: 4 },
      { kind: "connections", host: "client", state: "SYN-SENT", atUs: 500_000, count: 0 },
    ],
    contrast: {
      label: { en: "As claimed: none of the five ever answers", zh: "按说法：五台主机都不应答" },
      change: {
        script: [
          { host: "server", atUs: 0, call: { kind: "crash" } },
          { host: "host-1", atUs: 0, call: { kind: "crash" } },
          { host: "host-2", atUs: 0, call: { kind: "crash" } },
          { host: "host-3", atUs: 0, call: { kind: "crash" } },
          { host: "host-4", atUs: 0, call: { kind: "crash" } },
          { host: "client", atUs: 0, call: { kind: "connect", to: "server", port: 80 } },
          { host: "client", atUs: 10_000, call: { kind: "connect", to: "host-1", port: 80 } },
          { host: "client", atUs: 20_000, call: { kind: "connect", to: "host-2", port: 80 } },
          { host: "client", atUs: 30_000, call: { kind: "connect", to: "host-3", port: 80 } },
          { host: "client", atUs: 40_000, call: { kind: "connect", to: "host-4", port: 80 } },
        ],
      },
    },
  },
} satisfies ClaimSpec;
