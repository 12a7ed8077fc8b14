/** How a connection begins: calls, SYNs, listeners and their queues. */
export const OPENING = {
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
    en: "It acknowledges a number we never sent, so it belongs elsewhere, perhaps to an old connection: RST, and we keep waiting.",
    zh: "它确认的序列号己方没有发过，不属于这次连接，也许属于旧的：回 RST，然后继续等。",
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
  "syn.back-to-listen": {
    source: "RFC 9293 §3.10.7.4",
    en: "Another SYN inside the window of a half-open connection ends it, and the server listens again.",
    zh: "半开连接的窗口里又来了一个 SYN：放弃这条连接，服务器回到监听。",
  },
  "syn.challenge": {
    source: "RFC 5961 §4.2",
    en: "A SYN inside a connection: a challenge ACK asks whether the peer really started anew.",
    zh: "连接中途出现 SYN：用挑战 ACK 问对端是否真的重新开始了。",
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
  "status.told": {
    source: "RFC 9293 §3.10.6",
    en: "The application asks how the connection stands; nothing changes.",
    zh: "应用查询连接的状况，什么也不改变。",
  },
  "option.set": {
    source: "RFC 9293 §3.9.1",
    en: "The application sets an option of its socket.",
    zh: "应用设置套接字的一个选项。",
  },
  "connect.asks-cookie": {
    source: "RFC 7413 §4.1.2",
    en: "The SYN asks the server for a Fast Open cookie; the data waits for the handshake this time.",
    zh: "SYN 向服务器索要 Fast Open cookie；这一次数据还得等握手完成。",
  },
  "connect.fast-open": {
    source: "RFC 7413 §4.1.3",
    en: "The SYN shows a cookie from an earlier visit, so it may carry {len} bytes for the application at once.",
    zh: "SYN 出示上次得到的 cookie，因此可以直接带上 {len} 字节应用数据。",
  },
  "listen.fast-open": {
    source: "RFC 7413 §4.2.2",
    en: "The cookie proves that the client really has this address: its data is delivered before the handshake is complete.",
    zh: "cookie 证明客户端确实拥有这个地址：握手尚未完成，数据就先交给应用。",
  },
  "accept.taken": {
    source: "RFC 9293 §3.10.1",
    en: "The application takes a connection out of the accept queue.",
    zh: "应用从 accept 队列取走一条连接。",
  },
  "accept.empty": {
    source: "RFC 9293 §3.10.1",
    en: "The accept queue is empty.",
    zh: "accept 队列是空的。",
  },
  "accept.full-syn": {
    source: "Linux tcp_conn_request",
    en: "The accept queue is full, so the listener does not even answer new SYNs. The client will try again.",
    zh: "accept 队列已满，监听者连新的 SYN 也不理会；客户端自会重试。",
  },
  "accept.full-ack": {
    source: "Linux tcp_v4_syn_recv_sock",
    en: "The handshake could complete, but the accept queue is full: the segment is dropped and the SYN-ACK will be repeated.",
    zh: "握手本可完成，但 accept 队列已满：丢弃这个报文段，之后会重发 SYN-ACK。",
  },
  "accept.full-reset": {
    source: "Linux tcp_abort_on_overflow",
    en: "The accept queue is full, and this host refuses openly: RST.",
    zh: "accept 队列已满，而这台主机选择直接拒绝：RST。",
  },
  "accept.deferred": {
    source: "Linux TCP_DEFER_ACCEPT",
    en: "The application wants to be woken only for data: a bare third segment does not complete the handshake yet.",
    zh: "应用只想在有数据时才被唤醒：空的第三个报文段暂时不算完成握手。",
  },
  "syn-queue.full": {
    source: "RFC 4987 §2",
    en: "The SYN queue is full of half-open connections, and without cookies there is no other place: the SYN is dropped.",
    zh: "SYN 队列塞满了半开连接，又没有启用 cookie，无处可放：丢弃这个 SYN。",
  },
  "cookie.sent": {
    source: "RFC 4987 §3.6",
    en: "The SYN queue is full. The number of this SYN-ACK is a cookie that holds all there is to remember, so nothing is stored.",
    zh: "SYN 队列已满。这个 SYN-ACK 的序列号就是 cookie，该记的都在其中，本机什么也不保存。",
  },
  "cookie.good": {
    source: "RFC 4987 §3.6",
    en: "The acknowledged number is a cookie that only this host could have made: the connection is rebuilt from it.",
    zh: "被确认的序列号是只有本机才算得出的 cookie：据此重建连接。",
  },
  "connect.in-use": {
    source: "RFC 9293 §3.10.1",
    en: "The same two sockets are still in use: a second connection could not be told apart.",
    zh: "同一对套接字仍在使用，再建一条就无法区分。",
  },
  "listen.in-use": {
    source: "Linux SO_REUSEADDR",
    en: "A connection on this port has not quite ended; without SO_REUSEADDR nobody may listen there.",
    zh: "这个端口还属于一条没有完全结束的连接；没有 SO_REUSEADDR 就不能在此监听。",
  },
} as const;
