/** How a connection ends: FIN, TIME-WAIT, RST, and what happens to hosts and wires. */
export const ENDING = {
  "close.fin": {
    source: "RFC 9293 §3.10.4",
    en: "The application has nothing more to send; a FIN says so, behind the last byte.",
    zh: "应用不再发送数据；最后一个字节之后用 FIN 说明。",
  },
  "close.after-handshake": {
    source: "RFC 9293 §3.10.4",
    en: "The application closes before the handshake is complete: the FIN waits for ESTABLISHED.",
    zh: "握手尚未完成，应用就要关闭：FIN 等到 ESTABLISHED 才发出。",
  },
  "close.nothing-to-end": {
    source: "RFC 9293 §3.10.4",
    en: "Nothing is established on this socket, so closing it sends nothing.",
    zh: "这个套接字上没有建立连接，关闭它不发报文段。",
  },
  "close.already": {
    source: "RFC 9293 §3.10.4",
    en: "Our direction is closed already; no second FIN is sent.",
    zh: "己方早已关闭发送，不再发第二个 FIN。",
  },
  "abort.reset": {
    source: "RFC 9293 §3.10.5",
    en: "The application gives the connection up: a RST tells the peer.",
    zh: "应用放弃连接：用 RST 通知对端。",
  },
  "abort.silent": {
    source: "RFC 9293 §3.10.5",
    en: "The application gives up; in this state the peer need not be told.",
    zh: "应用放弃连接；在这个状态下不必通知对端。",
  },
  "closed.rst": {
    source: "RFC 9293 §3.10.7.1",
    en: "There is no such connection here, but a RST is never answered with a RST.",
    zh: "这里没有这条连接，但从不用 RST 回应 RST。",
  },
  "closed.reset": {
    source: "RFC 9293 §3.10.7.1",
    en: "There is no such connection here, and a RST says so.",
    zh: "这里没有这条连接，用 RST 告诉对方。",
  },
  "time-wait.fin-again": {
    source: "RFC 9293 §3.10.7.4",
    en: "The FIN comes again, so our last ACK was lost or late: acknowledge once more, and restart the wait.",
    zh: "FIN 又来了，最后的 ACK 丢了或迟到：再确认一次，重新计时。",
  },
  "rst.challenge": {
    source: "RFC 5961 §3.2",
    en: "The RST lies in the window but not on the exact number: a challenge ACK asks the peer to prove it.",
    zh: "RST 在窗口内，但序列号不完全吻合：用挑战 ACK 让对端证明。",
  },
  "rst.back-to-listen": {
    source: "RFC 9293 §3.10.7.4",
    en: "A RST on the exact number: the half-open entry is dropped, and the server listens again.",
    zh: "RST 的序列号完全吻合：丢掉半开连接，服务器回到监听。",
  },
  "rst.reset": {
    source: "RFC 9293 §3.10.7.4",
    en: "A RST on the exact number: the connection is gone, and the application is told.",
    zh: "RST 的序列号完全吻合：连接作废，并告知应用。",
  },
  "rst.while-closing": {
    source: "RFC 9293 §3.10.7.4",
    en: "A RST after both sides have sent a FIN: the connection is deleted at once.",
    zh: "双方都已发过 FIN，这时收到 RST：直接删除连接。",
  },
  "fin.acked": {
    source: "RFC 9293 §3.10.7.4",
    en: "Our FIN is acknowledged: our direction is closed; the peer's closes with its own FIN.",
    zh: "己方 FIN 被确认：发送方向关闭；接收方向要等对端的 FIN。",
  },
  "fin-wait-2.orphan": {
    source: "Linux 6.18, tcp_fin_timeout",
    en: "The application is gone: the kernel will not wait for the peer's FIN for ever.",
    zh: "应用已经离开，内核不会一直等对端的 FIN。",
  },
  "fin-wait-2.over": {
    source: "Linux 6.18, tcp_fin_timeout",
    en: "The peer's FIN did not come in time; the kernel forgets the connection.",
    zh: "对端的 FIN 迟迟不来，内核忘掉这条连接。",
  },
  "closing.acked": {
    source: "RFC 9293 §3.10.7.4",
    en: "Our FIN is acknowledged and the peer's has been received: on to TIME-WAIT.",
    zh: "己方 FIN 被确认，对端的也已收到：进入 TIME-WAIT。",
  },
  "last-ack.acked": {
    source: "RFC 9293 §3.10.7.4",
    en: "The last FIN is acknowledged: this side is done.",
    zh: "最后一个 FIN 得到确认：这一侧结束。",
  },
  "fin.close-wait": {
    source: "RFC 9293 §3.10.7.4",
    en: "The peer has finished sending. We may still send; closing is now up to our application.",
    zh: "对端发完了。己方还可以继续发；何时关闭由本端应用决定。",
  },
  "fin.closing": {
    source: "RFC 9293 §3.10.7.4",
    en: "The peer's FIN arrives before the ACK of ours: both close at the same time.",
    zh: "己方 FIN 尚未被确认，对端的 FIN 先到：双方同时关闭。",
  },
  "fin.time-wait": {
    source: "RFC 9293 §3.10.7.4",
    en: "Both directions are closed. Whoever closed first stays for {lasts}, in case its last ACK is lost.",
    zh: "双向都已关闭。先关闭的一方再停留 {lasts}，以防最后的 ACK 丢失。",
  },
  "time-wait.over": {
    source: "RFC 9293 §3.10.8",
    en: "The wait is over: whatever was under way should be gone, and the connection is forgotten.",
    zh: "等待期满：在途的旧报文段应该都没了，忘掉这条连接。",
  },
  "close.unread": {
    source: "RFC 9293 §3.6.1",
    en: "{len} bytes arrived that nobody will read. A FIN would hide the loss; a RST shows it.",
    zh: "有 {len} 字节没人再读。FIN 会掩盖这一损失，所以改发 RST。",
  },
  "time-wait.rst-ignored": {
    source: "RFC 1337; Linux 6.18, tcp_rfc1337",
    en: "This RST proves nothing, so it does not end TIME-WAIT: it is ignored.",
    zh: "这个 RST 不足为凭，不能结束 TIME-WAIT，忽略。",
  },
  "time-wait.given-back": {
    source: "RFC 9293 §3.6.1 (MAY-2)",
    en: "The new SYN turned out to be old: the connection it had replaced returns to TIME-WAIT.",
    zh: "这个新 SYN 原来是旧的：被它取代的连接回到 TIME-WAIT。",
  },
  "host.crash": {
    source: "RFC 9293 §3.5.1",
    en: "The host loses power: connections, timers and listeners are gone, and nobody is told.",
    zh: "主机断电：连接、定时器和监听者都没了，没有通知任何人。",
  },
  "host.boot": {
    source: "RFC 9293 §3.5.1",
    en: "The host is back and remembers nothing of its connections.",
    zh: "主机恢复运行，对从前的连接一无所知。",
  },
  "host.down": {
    source: "RFC 9293 §3.5.1",
    en: "The host is switched off: nothing happens here.",
    zh: "主机关着：这里什么也不会发生。",
  },
  "segment.corrupt": {
    source: "RFC 9293 §3.1 (MUST-3)",
    en: "The checksum is wrong: the segment is dropped, as if it had never come.",
    zh: "校验和不对：丢弃这个报文段，就像从未到过。",
  },
  "wire.lost": {
    source: "RFC 9293 §1",
    en: "The network loses this segment; neither side is told.",
    zh: "网络丢掉了这个报文段，没有通知任何人。",
  },
} as const;
