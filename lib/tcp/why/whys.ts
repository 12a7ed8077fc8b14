/** Every rule that can decide a step: where it stands, and what it says in both languages. */
export const WHYS = {
  "call.useless": {
    source: "RFC 9293 §3.10",
    en: "The call makes no sense in this state, so nothing happens.",
    zh: "在这个状态下该调用没有意义，什么也不发生。",
  },
  "listen.open": {
    source: "RFC 9293 §3.10.1",
    en: "The application is ready to serve; TCP waits for a SYN from anyone.",
    zh: "应用准备好提供服务，TCP 等待任何一方的 SYN。",
  },
  "connect.syn": {
    source: "RFC 9293 §3.10.1",
    en: "The application asks for a connection: a SYN announces our initial sequence number.",
    zh: "应用请求建立连接：用 SYN 告知己方的初始序列号。",
  },
  "connect.syn-with-text": {
    source: "RFC 9293 §3.5",
    en: "The SYN announces our initial sequence number and already carries {len} bytes, which the standard allows.",
    zh: "SYN 告知初始序列号，并且已经带上 {len} 字节数据；标准允许这样做。",
  },
  "send.text": {
    source: "RFC 9293 §3.10.2",
    en: "The application hands over {len} bytes, and the peer's window has room for them.",
    zh: "应用交来 {len} 字节，对端窗口放得下，于是发送。",
  },
  "send.wait": {
    source: "RFC 9293 §3.10.2",
    en: "The application hands over {len} bytes; they wait until the connection is established.",
    zh: "应用交来 {len} 字节；连接建立之前先排队等候。",
  },
  "close.fin": {
    source: "RFC 9293 §3.10.4",
    en: "The application has nothing more to send; a FIN says so, behind the last byte.",
    zh: "应用不再发送数据；在最后一个字节之后用 FIN 说明这一点。",
  },
  "close.after-handshake": {
    source: "RFC 9293 §3.10.4",
    en: "The application closes before the handshake is complete; the FIN waits for ESTABLISHED.",
    zh: "握手尚未完成，应用就要关闭；FIN 要等到 ESTABLISHED 才发出。",
  },
  "close.nothing-to-end": {
    source: "RFC 9293 §3.10.4",
    en: "No connection exists yet, so there is nothing to close and nothing to send.",
    zh: "连接还没有建立，没有什么要关闭，也不用发报文段。",
  },
  "close.already": {
    source: "RFC 9293 §3.10.4",
    en: "Our direction is closed already; no second FIN is sent.",
    zh: "己方方向早已关闭，不会再发第二个 FIN。",
  },
  "abort.reset": {
    source: "RFC 9293 §3.10.5",
    en: "The application gives the connection up: a RST tells the peer, and everything is forgotten.",
    zh: "应用放弃连接：用 RST 通知对端，然后忘掉一切。",
  },
  "abort.silent": {
    source: "RFC 9293 §3.10.5",
    en: "The application gives up; in this state the peer need not be told.",
    zh: "应用放弃连接；在这个状态下不必通知对端。",
  },
  "closed.rst": {
    source: "RFC 9293 §3.10.7.1",
    en: "A RST for a connection that does not exist is dropped: a RST is never answered with a RST.",
    zh: "发给不存在的连接的 RST 被丢弃：从不用 RST 回应 RST。",
  },
  "closed.reset": {
    source: "RFC 9293 §3.10.7.1",
    en: "There is no such connection here, and a RST says so.",
    zh: "这里没有这条连接，用 RST 告诉对方。",
  },
  "listen.rst": {
    source: "RFC 9293 §3.10.7.2",
    en: "A RST cannot refer to anything a listener has sent; it is ignored.",
    zh: "监听者什么都没发过，RST 无的放矢，忽略。",
  },
  "listen.ack": {
    source: "RFC 9293 §3.10.7.2",
    en: "An ACK to a listener acknowledges something that was never sent: RST.",
    zh: "监听者没发过东西，却收到确认：回 RST。",
  },
  "listen.drop": {
    source: "RFC 9293 §3.10.7.2",
    en: "Neither SYN nor ACK: a listener has no use for it.",
    zh: "既不是 SYN 也不是 ACK，监听者用不上，丢弃。",
  },
  "listen.syn": {
    source: "RFC 9293 §3.10.7.2",
    en: "A SYN reaches the listener: it notes the peer's number, acknowledges it and announces its own in the same segment.",
    zh: "监听者收到 SYN：记下对端的序列号，用同一个报文段确认它，并告知自己的序列号。",
  },
  "listen.text-discarded": {
    source: "Linux 6.18, tcp_fastopen",
    en: "Without Fast Open the kernel throws the SYN's {len} bytes away; only the SYN is acknowledged.",
    zh: "没有启用 Fast Open，内核丢掉 SYN 里的 {len} 字节，只确认 SYN 本身。",
  },
  "syn-sent.bad-ack": {
    source: "RFC 9293 §3.10.7.3",
    en: "It acknowledges a number we did not send, so it answers somebody else's SYN, an old one perhaps: RST, and we keep waiting.",
    zh: "它确认的序列号己方没有发过，回应的是别的 SYN，也许是旧的：回 RST，然后继续等。",
  },
  "syn-sent.bad-rst": {
    source: "RFC 9293 §3.10.7.3",
    en: "A RST that does not acknowledge our SYN proves nothing; it is dropped.",
    zh: "没有确认己方 SYN 的 RST 什么也证明不了，丢弃。",
  },
  "syn-sent.refused": {
    source: "RFC 9293 §3.10.7.3",
    en: "A RST that acknowledges our SYN: the connection is refused.",
    zh: "RST 确认了己方的 SYN：连接被拒绝。",
  },
  "syn-sent.drop": {
    source: "RFC 9293 §3.10.7.3",
    en: "Neither SYN nor RST: it cannot help to open the connection.",
    zh: "既不是 SYN 也不是 RST，对建立连接没有帮助，丢弃。",
  },
  "syn-sent.simultaneous": {
    source: "RFC 9293 §3.10.7.3",
    en: "The peer's SYN crosses ours: both sides open at the same time, and ours goes out again with an ACK.",
    zh: "对端的 SYN 与己方的在途中交错：双方同时发起连接，己方 SYN 带上 ACK 再发一次。",
  },
  "syn-sent.syn-ack": {
    source: "RFC 9293 §3.10.7.3",
    en: "Our SYN is acknowledged and the peer's number is known: ESTABLISHED here, and an ACK tells the peer.",
    zh: "己方 SYN 已被确认，对端的序列号也已知道：本端进入 ESTABLISHED，并用 ACK 告诉对端。",
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
  "time-wait.fin-again": {
    source: "RFC 9293 §3.10.7.4",
    en: "The FIN comes again, so our last ACK did not arrive in time: acknowledge once more and restart the wait.",
    zh: "FIN 又来了，说明最后一个 ACK 没有及时到达：再确认一次，并重新计时。",
  },
  "rst.challenge": {
    source: "RFC 5961 §3.2",
    en: "The RST lies in the window but not on the exact number: a challenge ACK asks the peer to prove that it meant it.",
    zh: "RST 在窗口内，但序列号不完全吻合：用挑战 ACK 让对端证明自己。",
  },
  "rst.back-to-listen": {
    source: "RFC 9293 §3.10.7.4",
    en: "A RST on the exact number disowns this connection: the half-open entry is dropped and the server listens again.",
    zh: "RST 的序列号完全吻合，表示不认这条连接：丢掉半开连接，服务器回到监听。",
  },
  "rst.reset": {
    source: "RFC 9293 §3.10.7.4",
    en: "A RST on the exact number: the connection is gone, and the application is told.",
    zh: "RST 的序列号完全吻合：连接作废，并告知应用。",
  },
  "rst.while-closing": {
    source: "RFC 9293 §3.10.7.4",
    en: "A RST after both sides have sent a FIN: the connection is deleted, and no error is reported.",
    zh: "双方都已发过 FIN，这时收到 RST：直接删除连接，不报错。",
  },
  "syn.back-to-listen": {
    source: "RFC 9293 §3.10.7.4",
    en: "Another SYN inside the window of a half-open connection: it is dropped, and the server listens again.",
    zh: "半开连接的窗口里又来了一个 SYN：放弃这条连接，服务器回到监听。",
  },
  "syn.challenge": {
    source: "RFC 5961 §4.2",
    en: "A SYN inside a connection: a challenge ACK asks whether the peer really started anew.",
    zh: "连接中途出现 SYN：用挑战 ACK 问对端是否真的重新开始了。",
  },
  "ack.missing": {
    source: "RFC 9293 §3.10.7.4",
    en: "From here on every segment carries an ACK; this one does not and is dropped.",
    zh: "从这里起每个报文段都要带 ACK；这个没有，丢弃。",
  },
  "syn-received.bad-ack": {
    source: "RFC 9293 §3.10.7.4",
    en: "It does not acknowledge our SYN: RST.",
    zh: "它没有确认己方的 SYN：回 RST。",
  },
  "syn-received.ack": {
    source: "RFC 9293 §3.10.7.4",
    en: "Our SYN is acknowledged: the handshake is complete on this side too.",
    zh: "己方的 SYN 得到确认：这一侧的握手也完成了。",
  },
  "ack.future": {
    source: "RFC 9293 §3.10.7.4",
    en: "It acknowledges bytes that we have not sent yet: an ACK answers it, and the rest of it is ignored.",
    zh: "它确认了己方还没发过的字节：回 ACK，其余内容忽略。",
  },
  "ack.too-old": {
    source: "RFC 5961 §5.2",
    en: "It acknowledges something older than anything we ever sent: a challenge ACK, and nothing else of it counts.",
    zh: "它确认的比己方发过的一切都旧：回挑战 ACK，其余内容不算数。",
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
  "fin.acked": {
    source: "RFC 9293 §3.10.7.4",
    en: "Our FIN is acknowledged: our direction is closed; the peer's closes with its own FIN.",
    zh: "己方的 FIN 已被确认：己方方向关闭；对端方向要等它自己的 FIN。",
  },
  "fin-wait-2.orphan": {
    source: "Linux 6.18, tcp_fin_timeout",
    en: "The application is gone, so the kernel will not wait for the peer's FIN for ever.",
    zh: "应用已经离开，内核不会无限期地等对端的 FIN。",
  },
  "fin-wait-2.over": {
    source: "Linux 6.18, tcp_fin_timeout",
    en: "The peer's FIN did not come in time; the kernel forgets the connection without a word.",
    zh: "对端的 FIN 迟迟不来，内核默默地忘掉这条连接。",
  },
  "closing.acked": {
    source: "RFC 9293 §3.10.7.4",
    en: "Our FIN is acknowledged and the peer's has been received: on to TIME-WAIT.",
    zh: "己方 FIN 被确认，对端的也已收到：进入 TIME-WAIT。",
  },
  "last-ack.acked": {
    source: "RFC 9293 §3.10.7.4",
    en: "The last FIN is acknowledged: this side is done and may forget everything.",
    zh: "最后一个 FIN 得到确认：这一侧结束，可以忘掉一切。",
  },
  "text.delivered": {
    source: "RFC 9293 §3.10.7.4",
    en: "{len} bytes are next in line and go to the application.",
    zh: "{len} 字节正好接上，交给应用。",
  },
  "text.early": {
    source: "RFC 9293 §3.10.7.4",
    en: "What comes before it has not been delivered yet: it is kept, and an ACK says what is expected.",
    zh: "它前面的字节尚未交付：先留着，用 ACK 说明期待的序列号。",
  },
  "text.after-fin": {
    source: "RFC 9293 §3.10.7.4",
    en: "The peer had said it was finished; what comes behind its FIN is ignored.",
    zh: "对端已经说过发完了，FIN 之后的内容被忽略。",
  },
  "text.nobody-reads": {
    source: "RFC 9293 §3.6.1",
    en: "{len} bytes arrive for an application that has gone: a RST tells the peer that they are lost.",
    zh: "{len} 字节到了，应用却已离开：用 RST 告诉对端这些数据丢了。",
  },
  "fin.close-wait": {
    source: "RFC 9293 §3.10.7.4",
    en: "The peer has finished sending. We may still send; closing is now up to our application.",
    zh: "对端发完了。己方还可以继续发；何时关闭由本端应用决定。",
  },
  "fin.closing": {
    source: "RFC 9293 §3.10.7.4",
    en: "The peer's FIN arrives before the ACK of ours: both close at the same time.",
    zh: "对端的 FIN 先于对己方 FIN 的确认到达：双方同时关闭。",
  },
  "fin.time-wait": {
    source: "RFC 9293 §3.10.7.4",
    en: "Both directions are closed. Whoever closed first stays for {lasts}, in case its last ACK is lost.",
    zh: "双向都已关闭。先关闭的一方再停留 {lasts}，以防最后的 ACK 丢失。",
  },
  "time-wait.over": {
    source: "RFC 9293 §3.10.8",
    en: "The wait is over: whatever was still under way should have died out by now, and the connection is forgotten.",
    zh: "等待期满：在途的旧报文段应该都已消失，连接被彻底忘掉。",
  },
  "rto.resend": {
    source: "RFC 6298 §5",
    en: "No ACK within the retransmission timeout: sent again (repeat {n}); the next wait is {next}.",
    zh: "到了重传超时仍没有等到 ACK：再发一次（第 {n} 次重传），下一次等 {next}。",
  },
  "rto.give-up": {
    source: "RFC 9293 §3.8.3",
    en: "{n} repeats and no answer: the connection is given up, and the application is told.",
    zh: "重传 {n} 次仍无回应：放弃连接，并告知应用。",
  },
  "rto.give-up-syn-ack": {
    source: "RFC 9293 §3.8.3",
    en: "{n} repeats of the SYN-ACK and no answer: the half-open connection is forgotten in silence.",
    zh: "SYN-ACK 重传 {n} 次仍无回应：悄悄忘掉这条半开连接。",
  },
  "wire.lost": {
    source: "RFC 9293 §1",
    en: "The network loses this segment; neither side is told.",
    zh: "网络丢掉了这个报文段；双方都不会得到通知。",
  },
} as const satisfies Record<string, { source: string; en: string; zh: string }>;
