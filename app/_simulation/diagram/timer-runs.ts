import { TIMERS, type Timer } from "#lib/tcp/endpoint/control-block.ts";
import type { Micros } from "#lib/tcp/time.ts";
import type { Film } from "#lib/tcp/world/film.ts";

/** A timer of a host, from the frame in which it was set to the one in which it fired or was stopped. */
export interface Run {
  readonly host: string;
  readonly timer: Timer;
  readonly since: number;
  /** null: it still runs when the film ends. */
  readonly until: number | null;
  readonly startedUs: Micros;
  readonly deadlineUs: Micros;
}

/** Every run of every timer of a host, in the order in which they began. */
export function timerRuns(film: Film, host: string): Run[] {
  const runs: Run[] = [];
  const open = new Map<Timer, Omit<Run, "until">>();
  for (const [i, frame] of film.frames.entries()) {
    const timers = frame.hosts[host]?.timers;
    for (const timer of TIMERS) {
      const running = open.get(timer);
      const deadlineUs = timers?.[timer] ?? null;
      if (running?.deadlineUs === (deadlineUs ?? undefined)) continue;
      if (running !== undefined) runs.push({ ...running, until: i });
      open.delete(timer);
      if (deadlineUs !== null) open.set(timer, { host, timer, since: i, startedUs: frame.atUs, deadlineUs });
    }
  }
  for (const running of open.values()) runs.push({ ...running, until: null });
  return runs.sort((a, b) => a.since - b.since);
}
