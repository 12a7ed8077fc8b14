import type { ProfileName } from "#lib/tcp/profile.ts";
import { MILLISECOND, type Micros } from "#lib/tcp/time.ts";
import type { Film, Flight } from "#lib/tcp/world/film.ts";
import type { Cue, Rule, Scenario } from "#lib/tcp/world/scenario.ts";

/** One thing that the learner changed. */
export type Change =
  /** What the wire does to one segment: `flight` is the one that was pointed at. */
  | { readonly kind: "segment"; readonly rule: Rule; readonly flight: Flight }
  /** What happens on a host at a moment. */
  | { readonly kind: "call"; readonly host: string; readonly atUs: Micros; readonly call: "crash" | "abort" | "close" }
  /** The host closes so much later; less than 0: earlier. */
  | { readonly kind: "shift"; readonly host: string; readonly byUs: Micros }
  | { readonly kind: "profile"; readonly profile: ProfileName }
  /** The same story without what decides it: another scenario, and what is different in it, in words. */
  | { readonly kind: "contrast"; readonly label: string; readonly scenario: Scenario };

/** What is done to the story itself, while the rules and the scenario stay. */
export type StoryChange = Exclude<Change, { kind: "profile" | "contrast" }>;
export type Contrast = Extract<Change, { kind: "contrast" }>;

/** What was changed, in the order in which it was done. */
export type Changes = readonly Change[];

/** How much later a delayed segment, or the second of a duplicated one, arrives. */
export const LATER_US = 300 * MILLISECOND;

/** The rule that does this to exactly this segment: the nth of its sender. What nobody sends now cannot be changed. */
export function ruleFor({ from, nth, nature }: Flight, fate: Rule["fate"]): Rule | null {
  if (nature === "ghost" || nature === "copy") return null;
  return { from, of: "any", nth, fate, ...(fate === "delay" || fate === "duplicate" ? { byUs: LATER_US } : {}) };
}

/** A scenario with one change in it. A new scenario is a new film. */
export function withChange(scenario: Scenario, change: Change): Scenario {
  const { wire, script } = scenario;
  switch (change.kind) {
    case "segment": {
      const others = (wire.rules ?? []).filter(
        ({ from, of, nth }) => from !== change.rule.from || of !== "any" || nth !== change.rule.nth,
      );
      return { ...scenario, wire: { ...wire, rules: [change.rule, ...others] } };
    }
    case "call":
      return {
        ...scenario,
        script: [...script, { host: change.host, atUs: change.atUs, call: { kind: change.call } }],
      };
    case "shift":
      return { ...scenario, script: script.map((cue) => shifted(cue, change.host, change.byUs)) };
    case "profile":
      return { ...scenario, profile: change.profile };
    case "contrast":
      return change.scenario;
  }
}

function shifted(cue: Cue, host: string, byUs: Micros): Cue {
  if (cue.host !== host || (cue.call.kind !== "close" && cue.call.kind !== "shutdown")) return cue;
  if (cue.on === undefined) return { ...cue, atUs: Math.max(0, cue.atUs + byUs) };
  return { ...cue, afterUs: Math.max(0, cue.afterUs + byUs) };
}

/** Whether a scenario has a CLOSE of the host that could come earlier or later. */
export function closes({ script }: Scenario, host: string): boolean {
  return script.some((cue) => cue.host === host && (cue.call.kind === "close" || cue.call.kind === "shutdown"));
}

/** The first frame in which two films differ; null: they are the same. */
export function firstDifference(a: Film, b: Film): number | null {
  const length = Math.max(a.frames.length, b.frames.length);
  for (let i = 0; i < length; i++) {
    const [one, other] = [a.frames[i], b.frames[i]];
    if (one === undefined || other === undefined || one.atUs !== other.atUs) return i;
    if (JSON.stringify([one.event, one.sent]) !== JSON.stringify([other.event, other.sent])) return i;
    const states = (frame: typeof one) =>
      Object.values(frame.hosts)
        .map(({ state }) => state)
        .join();
    if (states(one) !== states(other)) return i;
  }
  return null;
}
