import type { NotesSpec } from "#lib/content/schema.ts";

/** What the five notes ask, in own words; and how many claims they make (content/claims). */
export default {
  questions: {
    Q1: { en: "The three-way handshake: segments, flags, numbers, states", zh: "三次握手：报文段、标志、序列号与状态" },
    Q2: { en: "Why three segments to open?", zh: "建立连接为什么要三个报文段？" },
    Q3: {
      en: "Why not two? Why does the client confirm once more?",
      zh: "两个为什么不够？客户端为什么还要再确认一次？",
    },
    Q4: { en: "The final ACK of the handshake is lost: what happens?", zh: "最后一个 ACK 丢了会怎样？" },
    Q5: { en: "Can a SYN carry data? Can the third segment?", zh: "SYN 能带数据吗？第三个报文段呢？" },
    Q6: { en: "The close: segments, flags, numbers, states", zh: "四次挥手：报文段、标志、序列号与状态" },
    Q7: {
      en: "Why three to open, but four to close? Can it be three?",
      zh: "为什么建立三个、关闭四个？能不能变成三个？",
    },
    Q8: { en: "What is FIN-WAIT-2 waiting for, and what ends it?", zh: "FIN-WAIT-2 在等什么，什么使它结束？" },
    Q9: { en: "Why TIME-WAIT, and why 2MSL?", zh: "为什么有 TIME-WAIT，为什么是 2MSL？" },
    Q10: { en: "What is the ISN, and why is it random?", zh: "ISN 是什么，为什么要随机？" },
    Q11: { en: "What each state means, and what thousands of them tell", zh: "各个状态的含义；成千上万个意味着什么？" },
    Q12: {
      en: "Many short connections: who keeps the TIME-WAITs, at what cost?",
      zh: "大量短连接：TIME-WAIT 积在哪一端，代价多大？",
    },
    Q13: { en: "Half-close: what still flows after the first FIN?", zh: "半关闭：第一个 FIN 之后还能传什么？" },
    Q14: {
      en: "What SYN, ACK, FIN, seq and ack are, and what takes a number",
      zh: "SYN、ACK、FIN、seq、ack 各是什么，什么占用序列号？",
    },
    Q15: { en: "When exactly is each side ESTABLISHED, or CLOSED?", zh: "两端究竟何时算 ESTABLISHED，何时算 CLOSED？" },
    Q16: {
      en: "An analogy for opening and closing, and where it breaks",
      zh: "用一个比喻讲建立与关闭，它在哪里不成立？",
    },
    Q17: { en: "What a server spends on a SYN; the SYN flood", zh: "服务器为一个 SYN 付出什么？什么是 SYN 洪泛？" },
  },
  claims: 46,
} satisfies NotesSpec;
