import type { Language } from "#lib/i18n/languages.ts";
import type { Timer } from "#lib/tcp/control-block.ts";
import type { Film } from "#lib/tcp/film.ts";
import type { Host, ScriptCall } from "#lib/tcp/scenario.ts";

interface Words {
  readonly heading: string;
  readonly hosts: Readonly<Record<Host, string>>;
  readonly profiles: Readonly<Record<"rfc9293" | "linux-6.18", string>>;
  readonly play: string;
  readonly pause: string;
  readonly back: string;
  readonly forward: string;
  readonly toStart: string;
  readonly toEnd: string;
  readonly scrub: string;
  readonly step: (n: number, of: number) => string;
  readonly before: string;
  /** How the film ended. */
  readonly ended: Readonly<Record<Film["ended"], string>>;
  readonly filmList: string;
  readonly diagram: string;
  readonly drop: string;
  readonly dropHint: string;
  readonly dropThis: (segment: string, host: string, time: string) => string;
  readonly dropped: (segments: string) => string;
  readonly undo: string;
  readonly reset: string;
  /** Behind a segment that was sent before. */
  readonly again: string;
  readonly stray: string;
  readonly later: (span: string) => string;
  readonly gets: (host: string, segment: string) => string;
  readonly loses: (segment: string) => string;
  readonly fires: (host: string, timer: Timer) => string;
  readonly calls: (host: string, call: ScriptCall) => string;
  readonly enters: (host: string, state: string) => string;
  readonly sends: (segment: string) => string;
}

const TIMERS_EN: Record<Timer, string> = {
  lossProbe: "tail-loss probe timer",
  keepalive: "keepalive timer",
  retransmission: "retransmission timer",
  delayedAck: "delayed-ACK timer",
  finWait2: "FIN-WAIT-2 timer",
  timeWait: "TIME-WAIT timer",
};
const TIMERS_ZH: Record<Timer, string> = {
  lossProbe: "尾部丢失探测定时器",
  keepalive: "保活定时器",
  retransmission: "重传定时器",
  delayedAck: "延迟确认定时器",
  finWait2: "FIN-WAIT-2 定时器",
  timeWait: "TIME-WAIT 定时器",
};

const en: Words = {
  heading: "Simulation",
  hosts: { client: "Client", server: "Server" },
  profiles: { rfc9293: "following RFC 9293", "linux-6.18": "as Linux 6.18 does it" },
  play: "Play",
  pause: "Pause",
  back: "One step back",
  forward: "One step forward",
  toStart: "To the start",
  toEnd: "To the end",
  scrub: "Moment of the film",
  step: (n, of) => `step ${n} of ${of}`,
  before: "Before anything happens",
  ended: {
    rest: "Nothing more can happen.",
    time: "The film ends here; the story goes on.",
    events: "Too much happens; the film ends here.",
  },
  filmList: "Step by step",
  diagram: "Sequence diagram; the list “Step by step” says the same in words.",
  drop: "Drop this segment",
  dropHint: "Choose a step that sends a segment, and you can drop it.",
  dropThis: (segment, host, time) => `Drop this segment: ${segment}, sent by the ${host.toLowerCase()} at ${time}`,
  dropped: (segments) => `Changed by you: dropped ${segments}`,
  undo: "Undo",
  reset: "Reset",
  again: " (again)",
  stray: "stray",
  later: (span) => `${span} later`,
  gets: (host, segment) => `${host} receives ${segment}`,
  loses: (segment) => `The network loses ${segment}`,
  fires: (host, timer) => `${host}: the ${TIMERS_EN[timer]} fires`,
  calls: (host, call) => {
    const length = "len" in call && call.len ? ` (${call.len} bytes)` : "";
    return `${host}: the application calls ${CALL_NAMES[call.kind]}${length}`;
  },
  enters: (host, state) => `${host}: ${state}`,
  sends: (segment) => `sends ${segment}`,
};

const zh: Words = {
  heading: "模拟",
  hosts: { client: "客户端", server: "服务器" },
  profiles: { rfc9293: "按 RFC 9293", "linux-6.18": "按 Linux 6.18 的做法" },
  play: "播放",
  pause: "暂停",
  back: "后退一步",
  forward: "前进一步",
  toStart: "回到开头",
  toEnd: "跳到结尾",
  scrub: "播放位置",
  step: (n, of) => `第 ${n} 步，共 ${of} 步`,
  before: "一切开始之前",
  ended: {
    rest: "之后不会再发生什么。",
    time: "影片到此为止，故事还在继续。",
    events: "事件太多，影片到此为止。",
  },
  filmList: "逐步说明",
  diagram: "时序图；「逐步说明」列表用文字讲同样的内容。",
  drop: "丢弃这个报文段",
  dropHint: "选中发出报文段的一步，就能把它丢弃。",
  dropThis: (segment, host, time) => `丢弃这个报文段：${host}在 ${time} 发出的 ${segment}`,
  dropped: (segments) => `你的改动：丢弃 ${segments}`,
  undo: "撤销",
  reset: "复原",
  again: "（重传）",
  stray: "外来",
  later: (span) => `${span}之后`,
  gets: (host, segment) => `${host}收到 ${segment}`,
  loses: (segment) => `网络丢掉了 ${segment}`,
  fires: (host, timer) => `${host}：${TIMERS_ZH[timer]}到期`,
  calls: (host, call) => {
    const length = "len" in call && call.len ? `（${call.len} 字节）` : "";
    return `${host}：应用调用 ${CALL_NAMES[call.kind]}${length}`;
  },
  enters: (host, state) => `${host}：${state}`,
  sends: (segment) => `发出 ${segment}`,
};

/** What a programmer would call it. */
const CALL_NAMES: Record<ScriptCall["kind"], string> = {
  listen: "listen()",
  unlisten: "close()",
  accept: "accept()",
  receive: "recv()",
  status: "getsockopt(TCP_INFO)",
  set: "setsockopt()",
  crash: "crash",
  boot: "boot",
  connect: "connect()",
  send: "send()",
  shutdown: "shutdown(SHUT_WR)",
  close: "close()",
  abort: "close(), SO_LINGER = 0",
};

export const WORDS: Record<Language, Words> = { en, zh };
export type { Words };
