import { readFileSync } from "node:fs";

const SIGNALS = [
  "SIGINT",
  "SIGTERM",
  "SIGHUP",
  ...(process.platform === "win32" ? (["SIGBREAK"] as const) : []),
] as const;
const LOOK_EVERY_MS = 500;

/**
 * Resolves when somebody wants this program to end: by a signal (one that comes twice, from the terminal and from npm, is
 * one), or by ending the npm that started it, which does not pass every signal on.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve());
    if (process.env.npm_lifecycle_event === undefined) return;
    const starters = startersNow();
    const look = setInterval(() => {
      if (startersNow() !== starters) resolve();
    }, LOOK_EVERY_MS);
    look.unref();
  });
}

/** The process that started this one, and, where the system shows it, the one behind that: npm stands behind a shell. */
function startersNow(): string {
  try {
    const [, behind = ""] = /\) \S+ (\d+) /.exec(readFileSync(`/proc/${process.ppid}/stat`, "utf8")) ?? [];
    return `${process.ppid} ${behind}`;
  } catch {
    return String(process.ppid);
  }
}
