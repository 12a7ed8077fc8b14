import type { Language } from "#lib/i18n/languages.ts";
import type { Rule } from "#lib/tcp/world/scenario.ts";

interface LabWords {
  readonly share: string;
  /** The field that holds it where it cannot be copied. */
  readonly address: string;
  readonly copyPlain: string;
  readonly copyRefused: string;
  readonly shared: string;
  readonly tooLong: string;
  readonly export: string;
  readonly failed: string;
  readonly open: string;
  readonly notJson: string;
  readonly edit: string;
  readonly run: string;
  readonly profile: string;
  readonly delay: string;
  readonly until: string;
  readonly hosts: string;
  readonly addHost: string;
  readonly hostName: string;
  readonly script: string;
  readonly addCall: string;
  readonly rules: string;
  readonly addRule: string;
  readonly chance: string;
  readonly seed: string;
  readonly fates: Readonly<Record<Rule["fate"], string>>;
  readonly host: string;
  readonly call: string;
  readonly bytes: string;
  readonly when: string;
  readonly at: string;
  readonly after: (state: string) => string;
  readonly from: string;
  readonly segment: string;
  readonly which: string;
  readonly every: string;
  readonly fate: string;
  readonly by: string;
  readonly remove: string;
  readonly ghosts: (n: number) => string;
  readonly recorded: string;
  readonly recordedNote: (name: string, agreeing: number, of: number) => string;
  readonly kernel: string;
  readonly simulator: string;
  readonly sides: Readonly<Record<"client" | "server", string>>;
}

const en: LabWords = {
  share: "Copy link",
  address: "Address of this scenario",
  copyPlain:
    "Copy it by hand: the address is selected. Browsers let a page copy only over https or on the machine itself (localhost); this one came over plain http.",
  copyRefused: "Copy it by hand: the address is selected. The browser did not let the page copy it.",
  shared: "Link copied",
  tooLong: "This scenario is too long for a link; save it as a file.",
  export: "Save as",
  failed: "That did not work in this browser.",
  open: "Open a scenario file",
  notJson: "This file is not a scenario: it is not JSON.",
  edit: "Change the scenario",
  run: "Run",
  profile: "Rules",
  delay: "One way over the wire, ms",
  until: "Film lasts at most, s",
  hosts: "More hosts",
  addHost: "Add a host",
  hostName: "Name",
  script: "What applications do",
  addCall: "Add a call",
  rules: "What the wire does",
  addRule: "Add a rule",
  chance: "By chance, in percent",
  seed: "Seed",
  fates: { drop: "drop", duplicate: "double", delay: "delay", corrupt: "spoil" },
  host: "Host",
  call: "Call",
  bytes: "Bytes",
  when: "When",
  at: "at",
  after: (state) => `after ${state}`,
  from: "From",
  segment: "Segment",
  which: "Which",
  every: "every",
  fate: "Fate",
  by: "By, ms",
  remove: "Remove",
  ghosts: (n) => `Old or forged segments, kept as they are: ${n}`,
  recorded: "Beside a real kernel",
  recordedNote: (name, agreeing, of) =>
    `The same story was recorded on Linux 6.18 (“${name}”). ${agreeing} of ${of} segments are the same in flags, numbers and length; kernel timers fire up to 7% late.`,
  kernel: "Kernel",
  simulator: "Simulator",
  sides: { client: "Client", server: "Server" },
};

const zh: LabWords = {
  share: "复制链接",
  address: "这个场景的网址",
  copyPlain:
    "网址已选中，请手动复制：浏览器只允许通过 https 或本机（localhost）打开的页面代为复制，而本页经由普通 http 打开。",
  copyRefused: "网址已选中，请手动复制：浏览器没有允许本页代为复制。",
  shared: "链接已复制",
  tooLong: "这个场景太长，放不进链接；请存为文件。",
  export: "另存为",
  failed: "这个浏览器做不到。",
  open: "打开场景文件",
  notJson: "这个文件不是场景：不是 JSON。",
  edit: "修改场景",
  run: "运行",
  profile: "规则",
  delay: "线路单程时延（毫秒）",
  until: "影片最长（秒）",
  hosts: "更多主机",
  addHost: "添加主机",
  hostName: "名字",
  script: "应用做什么",
  addCall: "添加调用",
  rules: "线路做什么",
  addRule: "添加规则",
  chance: "按概率发生（百分比）",
  seed: "种子",
  fates: { drop: "丢弃", duplicate: "复制", delay: "推迟", corrupt: "损坏" },
  host: "主机",
  call: "调用",
  bytes: "字节",
  when: "时机",
  at: "时刻",
  after: (state) => `进入 ${state} 之后`,
  from: "来自",
  segment: "报文段",
  which: "第几个",
  every: "每一个",
  fate: "处理",
  by: "晚到（毫秒）",
  remove: "移除",
  ghosts: (n) => `${n} 个旧的或伪造的报文段（原样保留）`,
  recorded: "对照真实内核",
  recordedNote: (name, agreeing, of) =>
    `同样的情形在 Linux 6.18 上录制过（「${name}」）。${of} 个报文段中有 ${agreeing} 个的标志、序列号和长度相同；内核的定时器最多会晚 7%。`,
  kernel: "内核",
  simulator: "模拟器",
  sides: { client: "客户端", server: "服务器" },
};

export const LAB_WORDS: Readonly<Record<Language, LabWords>> = { en, zh };
export type { LabWords };
