import type { Timer } from "#lib/tcp/endpoint/control-block.ts";
import type { Words } from "../words.ts";
import { callName } from "./calls.ts";

const TIMERS: Readonly<Record<Timer, string>> = {
  lossProbe: "尾部丢失探测",
  retransmission: "重传",
  delayedAck: "延迟确认",
  keepalive: "保活",
  finWait2: "FIN-WAIT-2",
  timeWait: "TIME-WAIT",
};

export const zh: Words = {
  heading: "模拟",
  hosts: { client: "客户端", server: "服务器" },
  profiles: { rfc9293: "RFC 9293", "linux-6.18": "Linux 6.18" },
  play: "播放",
  pause: "暂停",
  back: "后退一步",
  forward: "前进一步",
  toStart: "回到开头",
  toEnd: "跳到结尾",
  toState: "跳到下一次状态变化",
  speed: "速度",
  scrub: "播放位置",
  step: (n, of) => `第 ${n} 步，共 ${of} 步`,
  before: "一切开始之前",
  ended: {
    rest: "之后不会再发生什么。",
    time: "影片到此为止，故事还在继续。",
    events: "事件太多，影片到此为止。",
    work: "同一时刻发生的事太多，影片到此为止。",
  },
  moreSegments: (n) => `另有 ${n} 个报文段`,
  earlier: (n) => `前面还有 ${n} 步`,
  laterSteps: (n) => `后面还有 ${n} 步`,
  filmList: "逐步说明",
  diagram: "时序图；「逐步说明」列表用文字讲同样的内容。",
  again: "（重传）",
  doubled: "（被网络复制）",
  stray: "外来",
  later: (span) => `${span}之后`,
  gets: (host, segment) => `${host}收到 ${segment}`,
  getsSpoilt: (host, segment) => `${host}收到 ${segment}，但校验和不对`,
  loses: (segment) => `网络丢掉了 ${segment}`,
  fires: (host, timer) => `${host}：${TIMERS[timer]}定时器到期`,
  calls: (host, call, errno) => {
    if (call.kind === "crash") return `${host}断电`;
    if (call.kind === "boot") return `${host}重新启动，从前的连接一概不记得`;
    const length = "len" in call && call.len ? `（${call.len} 字节）` : "";
    const result = call.kind === "status" ? `，得知：${errno}` : `，失败：${errno}`;
    return `${host}：应用调用 ${callName(call)}${length}${errno ? result : ""}`;
  },
  enters: (host, state) => `${host}：${state}`,
  sends: (segment) => `发出 ${segment}`,
  timers: TIMERS,
  left: (span) => `还剩 ${span}`,
  breakIt: {
    heading: "在这里动手脚",
    hint: "选中发出报文段的一步，就能把它丢弃、推迟或复制。",
    segment: (segment, host) => `${host}发出的 ${segment}`,
    drop: "丢弃",
    delay: "推迟 300 毫秒",
    duplicate: "复制一份",
    host: (host) => `此刻的${host}`,
    crash: "断电",
    abort: "强行中止",
    close: "关闭",
    closeEarlier: "早关 100 毫秒",
    closeLater: "晚关 100 毫秒",
  },
  changed: (changes) => `改动：${changes}`,
  change: (change, host, segment) => {
    if (change.kind === "segment") {
      const verb = { drop: "丢弃", delay: "推迟", duplicate: "复制", corrupt: "损坏" }[change.rule.fate];
      return `${verb} ${segment}`;
    }
    if (change.kind === "call") return `${host}${{ crash: "断电", abort: "强行中止", close: "关闭" }[change.call]}`;
    if (change.kind === "shift") return `${host}${change.byUs < 0 ? "提早" : "推迟"}关闭`;
    return `改用 ${change.profile === "rfc9293" ? "RFC 9293" : "Linux 6.18"} 的规则`;
  },
  undo: "撤销",
  reset: "复原",
  compare: {
    contrast: (label) => `对比：${label}`,
    both: "并排对照",
    one: "只看这一部",
    told: "改动前",
    changed: "改动后",
    differs: (step) => `从第 ${step} 步开始不同`,
    same: "两部影片完全相同。",
  },
  look: { profile: "规则", numbers: "序列号", relative: "相对", absolute: "绝对" },
  panels: { list: "逐步说明", block: "控制块", states: "状态图", header: "报文段" },
  block: {
    caption: "这一步之后，两端各自记着什么",
    wasBefore: (value) => `之前：${value}`,
    noTimers: "没有定时器在走",
  },
  header: { caption: "报文段首部：", none: "请选择有报文段发出或到达的一步。", options: "选项" },
  ask: {
    mode: "考考我",
    reaction: (host) => `${host}接下来怎么做？序列号用相对值。`,
    when: (host) => `一直没有回音。距上一次发送多久，${host}会再次发送？`,
    sends: "发出",
    nothing: "什么也不发",
    state: "之后的状态",
    check: "核对",
    right: "答对了。",
    wrong: "不完全对。",
    consequence: "假如发出的是你写的报文段：",
    goOn: "继续",
    score: (right, asked) => `${asked} 题答对 ${right} 题`,
  },
  statesDiagram: (client, server) => `状态图：客户端处于 ${client}，服务器处于 ${server}。`,
};
