import type { ClaimSpec } from "#lib/content/schema.ts";

export default {
  verdict: "imprecise",
  notes: [{ note: "001", heading: "4.四次挥手" }],
  claim: {
    en: "On Windows TIME-WAIT lasts 4 minutes (240 s) by default.",
    zh: "Windows 上 TIME-WAIT 默认持续 4 分钟，即 240 秒。",
  },
  statement: {
    en: "It depends on the version. In Windows 2000 TcpTimedWaitDelay was 240 s by default, twice the MSL of 2 minutes of RFC 793. Microsoft’s KB 314053 says that Windows XP and Server 2003 cut the default to 120 s for IPv4 and left it at 240 s for IPv6. A later Microsoft page on port exhaustion, which covers Windows 10, gives 4 minutes again. So no single figure holds for all of Windows: measure it on the version at hand. RFC 9293 still says 4 minutes; Linux 6.18 has a constant 60 s. The film uses 120 s.",
    zh: "要看版本。Windows 2000 的 TcpTimedWaitDelay 默认 240 秒，即 RFC 793 的 MSL（2 分钟）的两倍。微软知识库文章 314053 说明：从 Windows XP 和 Server 2003 起，IPv4 的默认值减为 120 秒，IPv6 仍是 240 秒。后来微软一篇讲端口耗尽的文档（涉及 Windows 10）又写 4 分钟。可见没有一个数字适用于所有 Windows，应在手头的版本上实测。RFC 9293 至今仍是 4 分钟，Linux 6.18 固定为 60 秒。片中取 120 秒。",
  },
  sources: [
    {
      label: "Microsoft: TcpTimedWaitDelay, Windows 2000 (240 s)",
      url: "https://technet.microsoft.com/library/cc938217",
    },
    { label: "Microsoft KB 314053: TCP/IP parameters of Windows XP (120 s for IPv4, 240 s for IPv6)" },
    {
      label: "Microsoft: Troubleshoot port exhaustion issues, Windows 10 (4 minutes)",
      url: "https://github.com/MicrosoftDocs/windows-itpro-docs/blob/05d50c14123517ecb7105d86d7fdd53b3ed691a9/windows/client-management/troubleshoot-tcpip-port-exhaust.md",
    },
    { label: "RFC 9293 §3.4.2", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.2" },
  ],
  claimed: [
    { kind: "state", host: "client", state: "TIME-WAIT", atUs: 240_599_999 },
    { kind: "state", host: "client", state: "CLOSED", atUs: 240_600_000 },
  ],
  simulation: {
    scenario: { like: "open-and-close", settings: { timeWaitUs: 120_000_000 } },
    shows: [
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 600_000 },
      { kind: "state", host: "client", state: "TIME-WAIT", atUs: 120_599_999 },
      { kind: "state", host: "client", state: "CLOSED", atUs: 120_600_000 },
    ],
    contrast: {
      label: { en: "As claimed: 240 s, as in Windows 2000", zh: "按说法：240 秒，如 Windows 2000" },
      change: { settings: { timeWaitUs: 240_000_000 } },
    },
  },
} satisfies ClaimSpec;
