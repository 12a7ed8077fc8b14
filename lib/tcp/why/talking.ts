/** Text, acknowledgments and the timers behind them. */
export const TALKING = {
  "send.text": {
    source: "RFC 9293 §3.10.2",
    en: "The application hands over {len} bytes, and TCP sends them as soon as it may.",
    zh: "应用交来 {len} 字节，TCP 一有条件就发送。",
  },
  "send.wait": {
    source: "RFC 9293 §3.10.2",
    en: "The application hands over {len} bytes; they wait for ESTABLISHED.",
    zh: "应用交来 {len} 字节；等到 ESTABLISHED 才发送。",
  },
  "outside.rst": {
    source: "RFC 9293 §3.10.7.4",
    en: "A RST outside the window is ignored: anyone could have sent it.",
    zh: "窗口之外的 RST 被忽略：谁都可能伪造它。",
  },
  "outside.syn-again": {
    source: "Linux 6.18, tcp_check_req",
    en: "The same SYN again: our SYN-ACK was probably lost, so it is repeated.",
    zh: "同一个 SYN 又来了：己方的 SYN-ACK 多半丢了，于是重发。",
  },
  "outside.ack": {
    source: "RFC 9293 §3.10.7.4",
    en: "These numbers were used already or lie outside the window: an ACK says what is expected next.",
    zh: "这些序列号已经用过，或不在窗口内：用 ACK 说明接下来期待的序列号。",
  },
  "ack.missing": {
    source: "RFC 9293 §3.10.7.4",
    en: "From here on every segment carries an ACK; this one does not and is dropped.",
    zh: "从这里起每个报文段都要带 ACK；这个没有，丢弃。",
  },
  "ack.future": {
    source: "RFC 9293 §3.10.7.4",
    en: "It acknowledges bytes that we have not sent yet: an ACK answers it, the rest is ignored.",
    zh: "它确认了己方还没发过的字节：回 ACK，其余忽略。",
  },
  "ack.too-old": {
    source: "RFC 5961 §5.2",
    en: "It acknowledges something more than a window old: a challenge ACK; nothing else counts.",
    zh: "它确认的早于一个窗口：回挑战 ACK，其余忽略。",
  },
  "ack.new": {
    source: "RFC 9293 §3.10.7.4",
    en: "What it acknowledges has arrived and leaves the retransmission queue.",
    zh: "它确认的内容已经到达，移出重传队列。",
  },
  "ack.nothing-new": {
    source: "RFC 9293 §3.10.7.4",
    en: "The ACK acknowledges nothing new.",
    zh: "这个 ACK 没有确认新内容。",
  },
  "ack.delayed": {
    source: "RFC 9293 §3.8.6.3",
    en: "The ACK waits a moment, in case something of our own can carry it.",
    zh: "ACK 先等一等，也许能搭己方数据的便车。",
  },
  "ack.delay-over": {
    source: "RFC 9293 §3.8.6.3",
    en: "Nothing came along to carry the ACK, so it goes out alone.",
    zh: "没有等到便车，ACK 单独发出。",
  },
  "text.delivered": {
    source: "RFC 9293 §3.10.7.4",
    en: "{len} bytes are next in line and go to the application.",
    zh: "{len} 字节正好接上，交给应用。",
  },
  "text.early": {
    source: "RFC 9293 §3.10.7.4",
    en: "The bytes before it are missing: it is kept, and an ACK says what is expected next.",
    zh: "它前面的字节还没到：先留着，用 ACK 说明接下来期待的序列号。",
  },
  "text.after-fin": {
    source: "RFC 9293 §3.10.7.4",
    en: "The peer had finished; what comes after its FIN is ignored.",
    zh: "对端已经发完了，FIN 之后的内容被忽略。",
  },
  "text.nobody-reads": {
    source: "RFC 9293 §3.6.1",
    en: "{len} bytes arrive for an application that has gone: a RST says that they are lost.",
    zh: "{len} 字节到了，应用却已离开：用 RST 告诉对端数据丢了。",
  },
  "rto.resend": {
    source: "RFC 6298 §5",
    en: "Retransmission timeout {n}, and still no ACK: sent again; the next wait is {next}.",
    zh: "第 {n} 次重传超时，仍无 ACK：再发一次，下一次等 {next}。",
  },
  "rto.give-up": {
    source: "RFC 9293 §3.8.3",
    en: "{n} repeats by timer, no answer: the connection is given up, the application told.",
    zh: "超时重传 {n} 次无回应：放弃连接并告知应用。",
  },
  "rto.give-up-syn-ack": {
    source: "RFC 9293 §3.8.3",
    en: "{n} repeats of the SYN-ACK, no answer: the half-open connection is forgotten.",
    zh: "SYN-ACK 重传 {n} 次无回应：忘掉这条半开连接。",
  },
  "receive.text": {
    source: "RFC 9293 §3.10.3",
    en: "The application reads the {len} bytes that were waiting.",
    zh: "应用读走已经到达的 {len} 字节。",
  },
  "receive.end": {
    source: "RFC 9293 §3.10; Linux 6.18, tcp.c and af_inet.c",
    en: "Nothing more comes: “error: connection closing”; a socket reads 0 bytes.",
    zh: "不会再有数据：“错误：连接正在关闭”；套接字读到 0 字节。",
  },
  "receive.nothing": {
    source: "RFC 9293 §3.10.3",
    en: "The application reads, but nothing has arrived.",
    zh: "应用来读，但还没有数据到达。",
  },
  "challenge.limited": {
    source: "RFC 5961 §7",
    en: "Answering again so soon would let an attacker keep us busy: no answer.",
    zh: "这么快又应答，会被攻击者拖住：不答。",
  },
  "paws.old": {
    source: "RFC 7323 §5.3",
    en: "The timestamp is older than one already seen, so this is a late duplicate: dropped, and answered with an ACK.",
    zh: "时间戳比见过的还旧，是迟到的重复报文段：丢弃，并回 ACK。",
  },
  "stamp.missing": {
    source: "RFC 7323 §3.2",
    en: "Timestamps were agreed on, but this segment has none: it is dropped.",
    zh: "双方约定了时间戳，这个报文段却没有：丢弃。",
  },
  "stamp.foreign": {
    source: "Linux 6.18, tcp_check_req",
    en: "It echoes a timestamp that we never sent, perhaps of an old connection.",
    zh: "它带回的时间戳己方没有发过，也许属于旧连接。",
  },
  "tlp.probe": {
    source: "RFC 8985 §7.3",
    en: "No answer for a while: the last segment may be lost, and a probe is cheaper than a timeout.",
    zh: "好一阵没有回音，末尾的报文段可能丢了：探测比超时划算。",
  },
  "keepalive.probe": {
    source: "RFC 9293 §3.8.4",
    en: "Long silence: probe {n}, just below the window, must be answered by a living peer.",
    zh: "沉默太久：第 {n} 个保活探测，序列号刚好低于窗口，活着的对端必须应答。",
  },
  "keepalive.over": {
    source: "RFC 9293 §3.8.4",
    en: "{n} keepalive probes went unanswered: the peer is taken for dead.",
    zh: "{n} 个保活探测都没有回音：认定对端已经不在。",
  },
} as const;
