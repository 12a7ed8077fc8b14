import type { ClaimSpec } from "#lib/content/schema.ts";

/** A copy of the third segment of data comes 10 s late. Initial numbers advance slowly (1 ms a step), so that it can fit a new window. */
export default {
  verdict: "correct",
  notes: [
    { note: "000", heading: "为什么客户端最后还要等待2MSL？…" },
    { note: "001", heading: "5.为什么要等待2MSL？" },
  ],
  claim: {
    en: "Waiting for 2MSL lets all segments of this connection vanish from the network, so that none can turn up in the next one.",
    zh: "等满 2MSL，本连接的报文段都已从网络中消失，不会出现在下一条连接里。",
  },
  statement: {
    en: "Yes, as far as its premise goes: that the network really drops every segment within MSL, which IP does not enforce (RFC 9293 §3.4.2 assumes 2 minutes), and that nothing cuts the wait short, such as a RST (RFC 1337). What it protects is the same four-tuple used again at once. Even then an old segment does harm only if its number lies in the new window, which ISNs driven by a clock make unlikely (the film slows this clock down). Linux waits for 60 s, not 4 minutes, and relies on timestamps as well (PAWS, RFC 7323).",
    zh: "对，但有前提：网络确实会在 MSL 之内丢弃每个报文段，而 IP 并不强制这一点，RFC 9293 §3.4.2 只是取 2 分钟作为假定；等待也不能被 RST 等打断（RFC 1337）。它防的是同一个四元组马上重用。即便重用，旧报文段也要序列号落在新窗口内才有害，而由时钟推动的 ISN 使这种情况少见（片中有意放慢了这个时钟）。Linux 只等 60 秒，不是 4 分钟，另外还靠时间戳识别旧报文段（PAWS，RFC 7323）。",
  },
  sources: [
    { label: "RFC 9293 §3.4.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.2" },
    { label: "RFC 9293 §3.6.1", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1" },
    { label: "RFC 1337", url: "https://www.rfc-editor.org/rfc/rfc1337" },
    { label: "RFC 7323 §5 (PAWS)", url: "https://www.rfc-editor.org/rfc/rfc7323#section-5" },
    { label: "Linux 6.18: TCP_TIMEWAIT_LEN = 60 s (include/net/tcp.h)" },
  ],
  claimed: [
    { kind: "call", host: "client", call: "connect", nth: 2, errno: "EADDRNOTAVAIL" },
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 10_650_000 },
    { kind: "delivered", host: "server", bytes: 0 },
  ],
  simulation: {
    scenario: {
      like: "open",
      settings: { issTickNs: 1_000_000 },
      andThen: [
        { host: "client", atUs: 400_000, call: { kind: "send", len: 1000 } },
        { host: "client", atUs: 510_000, call: { kind: "send", len: 1000 } },
        { host: "client", atUs: 620_000, call: { kind: "send", len: 1000 } },
        { host: "client", atUs: 800_000, call: { kind: "close" } },
        { host: "server", on: "CLOSE-WAIT", afterUs: 100_000, call: { kind: "close" } },
        { host: "client", atUs: 2_000_000, call: { kind: "connect", from: 40_000 } },
        { host: "client", atUs: 242_000_000, call: { kind: "connect", from: 40_000 } },
      ],
      ghosts: [{ from: "client", arrivesAtUs: 10_650_000, flags: ["PSH", "ACK"], seq: 2101, ack: 301, len: 1000 }],
    },
    shows: [
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 1_000_000 },
      { kind: "call", host: "client", call: "connect", nth: 2, errno: "EADDRNOTAVAIL" },
      {
        kind: "segments",
        from: "client",
        flags: ["PSH", "ACK"],
        are: [
          { seq: 2001, len: 1000, nature: "ghost" },
          { seq: 1, len: 1000, nature: "first" },
          { seq: 1001, len: 1000, nature: "first" },
          { seq: 2001, len: 1000, nature: "first" },
        ],
      },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 240_999_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 241_000_000 },
      { kind: "call", host: "client", call: "connect", nth: 3, errno: null },
      { kind: "state", host: "server", state: "ESTABLISHED", atUs: 242_150_000 },
      { kind: "delivered", host: "server", bytes: 0 },
    ],
    contrast: {
      label: {
        en: "TIME-WAIT of half a second: the new connection is handed 1000 old bytes",
        zh: "TIME-WAIT 只有半秒：新连接收到 1000 个旧字节",
      },
      change: { settings: { issTickNs: 1_000_000, timeWaitUs: 500_000 } },
    },
  },
} satisfies ClaimSpec;
