/** Text, acknowledgments and the timers behind them. */
export const TALKING = {
  "send.text": {
    source: "RFC 9293 §3.10.2",
    en: "The application hands over {len} bytes, and TCP sends them as soon as it may.",
    zh: "应用交来 {len} 字节，TCP 一有条件就发送。",
  },
  "send.wait": {
    source: "RFC 9293 §3.10.2",
    en: "The application hands over {len} bytes; they wait until the connection is established.",
    zh: "应用交来 {len} 字节；连接建立之前先排队等候。",
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
    en: "It acknowledges bytes that we have not sent yet: an ACK answers it, and the rest of it is ignored.",
    zh: "它确认了己方还没发过的字节：回 ACK，其余内容忽略。",
  },
  "ack.too-old": {
    source: "RFC 5961 §5.2",
    en: "It acknowledges something more than a window old, or never sent: a challenge ACK; nothing else counts.",
    zh: "它确认的早于一个窗口，或从未发过：回挑战 ACK，其余不算。",
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
    en: "Nothing came along to carry the ACK, so it goes out on its own.",
    zh: "没有等到可以搭的便车，ACK 单独发出。",
  },
  "text.delivered": {
    source: "RFC 9293 §3.10.7.4",
    en: "{len} bytes are next in line and go to the application.",
    zh: "{len} 字节正好接上，交给应用。",
  },
  "text.early": {
    source: "RFC 9293 §3.10.7.4",
    en: "The bytes before it are still missing: it is kept, and an ACK says what is expected.",
    zh: "它前面的字节还没到：先留着，用 ACK 说明期待的序列号。",
  },
  "text.after-fin": {
    source: "RFC 9293 §3.10.7.4",
    en: "The peer had said it was finished; what comes after its FIN is ignored.",
    zh: "对端已经说过发完了，FIN 之后的内容被忽略。",
  },
  "text.nobody-reads": {
    source: "RFC 9293 §3.6.1",
    en: "{len} bytes arrive for an application that has gone: a RST tells the peer that they are lost.",
    zh: "{len} 字节到了，应用却已离开：用 RST 告诉对端这些数据丢了。",
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
    en: "{n} repeats of the SYN-ACK and no answer: the half-open connection is forgotten in silence.",
    zh: "SYN-ACK 重传 {n} 次仍无回应：悄悄忘掉这条半开连接。",
  },
  "receive.text": {
    source: "RFC 9293 §3.10.3",
    en: "The application reads the {len} bytes that were waiting.",
    zh: "应用读走已经到达的 {len} 字节。",
  },
  "receive.nothing": {
    source: "RFC 9293 §3.10.3",
    en: "The application reads, but nothing has arrived.",
    zh: "应用来读，但还没有数据到达。",
  },
  "challenge.limited": {
    source: "RFC 5961 §7",
    en: "Answering again so soon would let confusion, or an attacker, keep us busy: no answer.",
    zh: "这么快又应答，会被糊涂的对端或攻击者拖住：这次不答。",
  },
  "paws.old": {
    source: "RFC 7323 §5.3",
    en: "The timestamp is older than one already seen, so this is a late duplicate: dropped, and answered with an ACK.",
    zh: "时间戳比见过的还旧，说明这是迟到的重复报文段：丢弃，并回 ACK。",
  },
  "tlp.probe": {
    source: "RFC 8985 §7.3",
    en: "Nothing has come back for a while. The last segment may be lost, and a probe is cheaper than a full timeout.",
    zh: "好一阵没有回音，末尾的报文段可能丢了：先发一次探测，比真正超时划算。",
  },
  "keepalive.probe": {
    source: "RFC 9293 §3.8.4",
    en: "Long silence: probe number {n} uses a number just below the window, which a living peer must answer.",
    zh: "沉默太久：第 {n} 个保活探测用一个刚好低于窗口的序列号，对端只要活着就必须应答。",
  },
  "keepalive.busy": {
    source: "RFC 9293 §3.8.4",
    en: "Text is in flight: no probe.",
    zh: "还有数据未确认：不发探测。",
  },
  "keepalive.over": {
    source: "RFC 9293 §3.8.4",
    en: "{n} keepalive probes went unanswered: the peer is taken for dead.",
    zh: "{n} 个保活探测都没有回音：认定对端已经不在。",
  },
} as const;
