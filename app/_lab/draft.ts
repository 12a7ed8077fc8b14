import type { State } from "#lib/tcp/state.ts";
import { MILLISECOND } from "#lib/tcp/time.ts";
import { type Cue, hostNames, type Rule, type Scenario, type ScriptCall } from "#lib/tcp/world/scenario.ts";

/** What the form can do to a scenario. What it has no field for stays as it was. */

export function scenarioWithWire(scenario: Scenario, parts: Partial<Scenario["wire"]>): Scenario {
  return { ...scenario, wire: { ...scenario.wire, ...parts } };
}

export function scenarioWithCue(scenario: Scenario): Scenario {
  return { ...scenario, script: [...scenario.script, { host: "client", atUs: 0, call: { kind: "close" } }] };
}

export function scenarioWithRule(scenario: Scenario): Scenario {
  const rule: Rule = { from: "client", of: "any", nth: 1, fate: "drop" };
  return scenarioWithWire(scenario, { rules: [...(scenario.wire.rules ?? []), rule] });
}

/** With one host more, called by how many there are. */
export function scenarioWithHost(scenario: Scenario): Scenario {
  const name = `host-${hostNames(scenario).length}`;
  return { ...scenario, hosts: [...(scenario.hosts ?? []), { name }] };
}

/** A cue that comes so long after a state is entered, or after the beginning where there is none. */
export function cueAt({ host, call, connection }: Cue, on: State | "", waitMs: number): Cue {
  const common = { host, call, ...(connection === undefined ? {} : { connection }) };
  const us = Math.round(waitMs * MILLISECOND);
  return on === "" ? { ...common, atUs: us } : { ...common, on, afterUs: us };
}

/** How long a cue waits, in milliseconds. */
export function waitOf(cue: Cue): number {
  return (cue.on === undefined ? cue.atUs : cue.afterUs) / MILLISECOND;
}

/** A call of a kind, with what it cannot do without. */
export function scriptCall(kind: ScriptCall["kind"]): ScriptCall {
  if (kind === "send") return { kind, len: 100 };
  return kind === "set" ? { kind, options: {} } : { kind };
}
