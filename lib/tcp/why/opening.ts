/** How a connection begins: calls, SYNs, listeners and their queues. */
export const OPENING = {
  "call.useless": {
    source: "RFC 9293 §3.10",
    en: "The call makes no sense here; nothing happens.",
    zh: "该调用在这里没有意义，什么也不发生。",
  },
  "call.none": {
    source: "RFC 9293 §3.10; Linux 6.18, tcp.c and af_inet.c",
    en: "“Error: connection does not exist”: not opened yet, or over.",
    zh: "“错误：连接不存在”：还没有打开，或已经结束。",
  },
  "call.exists": {
    source: "RFC 9293 §3.10; Linux 6.18, tcp.c and af_inet.c",
    en: "“Error: connection already exists” on this socket.",
    zh: "“错误：连接已存在”：这个套接字已被占用。",
  },
  "call.closing": {
    source: "RFC 9293 §3.10; Linux 6.18, tcp.c and af_inet.c",
    en: "“Error: connection closing”: our direction is closed already.",
    zh: "“错误：连接正在关闭”：己方早已关闭发送。",
  },
  "call.told": {
    source: "RFC 9293 §3.10; Linux 6.18, tcp.c and af_inet.c",
    en: "The application learns why the connection failed, once.",
    zh: "应用得知连接失败的原因，只此一次。",
  },
  "shutdown.read": {
    source: "RFC 9293 §3.10; Linux 6.18, tcp.c and af_inet.c",
    en: "The application will not read any more; nothing is sent.",
    zh: "应用不再读取，不发报文段。",
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
    en: "The SYN announces our number and already carries {len} bytes, which the standard allows.",
    zh: "SYN 告知初始序列号，还带上 {len} 字节；标准允许。",
  },
  "listen.rst": {
    source: "RFC 9293 §3.10.7.2",
    en: "A listener has sent nothing that a RST could refer to: it is ignored.",
    zh: "监听者什么都没发过，RST 被忽略。",
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
    en: "A SYN reaches the listener: it notes the peer's number, acknowledges it and announces its own.",
    zh: "监听者收到 SYN：记下并确认对端的序列号，同时告知自己的。",
  },
  "listen.text-discarded": {
    source: "Linux 6.18, tcp_fastopen",
    en: "Without Fast Open the kernel drops the SYN's {len} bytes; only the SYN is acknowledged.",
    zh: "没有启用 Fast Open，内核丢掉 SYN 里的 {len} 字节，只确认 SYN。",
  },
  "syn-sent.bad-ack": {
    source: "RFC 9293 §3.10.7.3",
    en: "It acknowledges a number we never sent, perhaps of an old connection: RST, and we keep waiting.",
    zh: "它确认的序列号己方没有发过，也许属于旧连接：回 RST，继续等。",
  },
  "syn-sent.bad-rst": {
    source: "RFC 9293 §3.10.7.3",
    en: "A RST that does not acknowledge our SYN proves nothing: it is dropped.",
    zh: "RST 没有确认己方的 SYN，不足为凭，丢弃。",
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
    en: "The peer's SYN crosses ours: both open at the same time, and ours goes again with an ACK.",
    zh: "对端的 SYN 与己方的交错：双方同时打开，己方 SYN 带上 ACK 再发一次。",
  },
  "syn-sent.syn-ack": {
    source: "RFC 9293 §3.10.7.3",
    en: "Our SYN is acknowledged and the peer's number is known: ESTABLISHED, and an ACK tells the peer.",
    zh: "己方 SYN 被确认，也知道了对端的序列号：进入 ESTABLISHED，用 ACK 告诉对端。",
  },
  "syn.back-to-listen": {
    source: "RFC 9293 §3.10.7.4",
    en: "Another SYN inside the window: the half-open entry is dropped, and the server listens again.",
    zh: "窗口里又来了一个 SYN：丢掉半开连接，服务器回到监听。",
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
    en: "The SYN asks for a Fast Open cookie; this time the data waits for the handshake.",
    zh: "SYN 索要 Fast Open cookie；这一次数据还得等握手完成。",
  },
  "connect.fast-open": {
    source: "RFC 7413 §4.1.3",
    en: "The SYN shows a cookie from an earlier visit, so it may carry {len} bytes at once.",
    zh: "SYN 出示上次得到的 cookie，可以直接带上 {len} 字节。",
  },
  "listen.fast-open": {
    source: "RFC 7413 §4.2.2",
    en: "The cookie proves the client's address: its data is delivered before the handshake is complete.",
    zh: "cookie 证明客户端的地址属实：握手尚未完成，数据就先交给应用。",
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
    en: "The accept queue is full: new SYNs are not even answered. The client will try again.",
    zh: "accept 队列已满：连新的 SYN 也不理会；客户端自会重试。",
  },
  "accept.full-ack": {
    source: "Linux tcp_v4_syn_recv_sock",
    en: "The accept queue is full: the segment is dropped, and the SYN-ACK will be repeated.",
    zh: "accept 队列已满：丢弃这个报文段，之后重发 SYN-ACK。",
  },
  "accept.full-reset": {
    source: "Linux tcp_abort_on_overflow",
    en: "The accept queue is full, and this host refuses openly: RST.",
    zh: "accept 队列已满，这台主机直接拒绝：RST。",
  },
  "accept.deferred": {
    source: "Linux TCP_DEFER_ACCEPT",
    en: "The application wants data first: a bare third segment does not complete the handshake.",
    zh: "应用要先等到数据：空的第三个报文段不算完成握手。",
  },
  "syn-queue.full": {
    source: "RFC 4987 §2",
    en: "The SYN queue is full and cookies are off: the SYN is dropped.",
    zh: "SYN 队列已满，又没有启用 cookie：丢弃这个 SYN。",
  },
  "cookie.sent": {
    source: "RFC 4987 §3.6",
    en: "The SYN queue is full: the number of this SYN-ACK is a cookie that holds all there is to remember.",
    zh: "SYN 队列已满：这个 SYN-ACK 的序列号就是 cookie，该记的都在其中。",
  },
  "cookie.good": {
    source: "RFC 4987 §3.6",
    en: "The acknowledged number is a cookie of this host: the connection is rebuilt from it.",
    zh: "被确认的序列号是本机给出的 cookie：据此重建连接。",
  },
  "connect.in-use": {
    source: "RFC 9293 §3.10.1",
    en: "The same two sockets are still in use: a second connection could not be told apart.",
    zh: "同一对套接字仍在使用，再建一条就无法区分。",
  },
  "listen.in-use": {
    source: "Linux SO_REUSEADDR",
    en: "The port is taken: by a listener or, without SO_REUSEADDR, by a connection that has not quite ended.",
    zh: "端口已被占用：已有监听者；或者没有 SO_REUSEADDR，而一条连接没有完全结束。",
  },
} as const;
