import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [{ note: "000", heading: "为什么客户端最后还要等待2MSL？…" }],
  claim: {
    en: "An MSL is 30 s, and therefore TIME-WAIT lasts 60 s.",
    zh: "一个 MSL 是 30 秒，所以 TIME-WAIT 持续 60 秒。",
  },
  statement: {
    en: "RFC 9293 §3.4.2 sets MSL to 2 minutes, so TIME-WAIT lasts 4 minutes; it calls the value an engineering choice. The 60 s are right for Linux, but for another reason: TCP_TIMEWAIT_LEN is a constant of 60 s, neither computed from an MSL nor tunable. An MSL of 30 s is FreeBSD’s default (net.inet.tcp.msl).",
    zh: "RFC 9293 §3.4.2 把 MSL 定为 2 分钟，所以 TIME-WAIT 是 4 分钟；RFC 说明这个取值是工程上的选择。60 秒对 Linux 是对的，原因却不同：TCP_TIMEWAIT_LEN 是写死的 60 秒，既不由 MSL 算出，也不可调。MSL 取 30 秒的是 FreeBSD 的默认值（net.inet.tcp.msl）。",
  },
  sources: [
    { label: "RFC 9293 §3.4.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.2" },
    { label: "Linux 6.18: TCP_TIMEWAIT_LEN = 60 s (include/net/tcp.h); recorded trace time-wait-duration" },
    { label: "FreeBSD: net.inet.tcp.msl = 30 s by default (TCPTV_MSL, sys/netinet/tcp_timer.h)" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 60_599_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 60_600_000 },
  ],
  simulation: {
    scenario: { like: "open-and-close" },
    shows: [
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 600_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 60_600_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 240_599_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 240_600_000 },
    ],
    contrast: {
      label: {
        en: "As claimed: Linux 6.18, a constant 60 s",
        zh: "按说法：Linux 6.18，固定 60 秒",
      },
      change: { profile: "linux-6.18" },
    },
  },
} satisfies ClaimSpec;
