import type { Draw } from "#lib/tcp/dice.ts";
import { add, distance } from "#lib/tcp/sequence.ts";
import { MILLISECOND } from "#lib/tcp/time.ts";
import type { Cue, Ghost, Scenario } from "#lib/tcp/world/scenario.ts";
import type { Vary } from "./exercise.ts";

const DELAY_STEP_MS = 5;

/** The scenario with what is drawn in it. The same dice give the same scenario. */
export function varied(scenario: Scenario, vary: Vary, draw: Draw): Scenario {
  const iss = vary.iss ? { client: drawIss(vary.iss, draw), server: drawIss(vary.iss, draw) } : scenario.iss;
  const delayUs = vary.delayMs
    ? drawInt(vary.delayMs[0] / DELAY_STEP_MS, vary.delayMs[1] / DELAY_STEP_MS, draw) * DELAY_STEP_MS * MILLISECOND
    : scenario.wire.delayUs;
  const { len } = vary;
  const script = len ? scenario.script.map((cue) => withLength(cue, drawInt(len[0], len[1], draw))) : scenario.script;
  const rules = vary.rules ? (pickOne(vary.rules, draw) ?? []) : scenario.wire.rules;
  const profile = (vary.profile && pickOne(vary.profile, draw)) ?? scenario.profile;
  return {
    ...scenario,
    profile,
    iss,
    wire: { ...scenario.wire, delayUs, ...(rules && { rules }) },
    script,
    ...(scenario.ghosts && { ghosts: scenario.ghosts.map((ghost) => moved(ghost, scenario.iss, iss)) }),
  };
}

/** From `min` to `max`, both included. */
export function drawInt(min: number, max: number, draw: Draw): number {
  return min + Math.floor(draw() * (max - min + 1));
}

export function pickOne<T>(list: readonly T[], draw: Draw): T | undefined {
  return list[drawInt(0, list.length - 1, draw)];
}

function drawIss(where: NonNullable<Vary["iss"]>, draw: Draw): number {
  return where === "small" ? drawInt(1000, 9999, draw) : 2 ** 32 - drawInt(1, 40, draw);
}

function withLength(cue: Cue, len: number): Cue {
  const { call } = cue;
  if (call.kind === "send" || (call.kind === "connect" && call.len !== undefined)) {
    return { ...cue, call: { ...call, len } };
  }
  return cue;
}

/** An old or forged segment keeps its distance from the initial numbers. */
function moved(ghost: Ghost, before: Scenario["iss"], now: Scenario["iss"]): Ghost {
  const sender = ghost.from === "server" ? "server" : "client";
  const peer = sender === "server" ? "client" : "server";
  return {
    ...ghost,
    seq: add(ghost.seq, distance(before[sender], now[sender])),
    ...(ghost.ack !== undefined && { ack: add(ghost.ack, distance(before[peer], now[peer])) }),
  };
}
