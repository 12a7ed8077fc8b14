import { closedEndpoint, type Endpoint, TIMERS, type Timer } from "./control-block.ts";
import { type Input, step } from "./endpoint.ts";
import type { Event, Film, Flight, Frame } from "./film.ts";
import { PROFILES } from "./profile.ts";
import { type Cue, type Ghost, HOSTS, type Host, peerOf, type Scenario } from "./scenario.ts";
import type { Segment } from "./segment.ts";
import type { State } from "./state.ts";
import { MINUTE, type Micros } from "./time.ts";
import type { Sent } from "./turn.ts";
import { type Counts, carry, count } from "./wire.ts";

export const UNTIL_DEFAULT_US: Micros = 10 * MINUTE;
export const EVENTS_MAX = 10_000;

/**
 * Runs a scenario to its end. Deterministic: the same scenario gives the same film.
 * The clock jumps from event to event. At one moment applications come first, then arrivals, then timers: what an
 * application does in the same instant can still travel with an ACK that is due.
 */
export function simulate(scenario: Scenario): Film {
  const run = new Run(scenario);
  const until = scenario.untilUs ?? UNTIL_DEFAULT_US;
  for (;;) {
    const next = run.next();
    if (next === null) return run.film("rest");
    if (next.atUs > until) return run.film("time");
    if (run.frames.length >= EVENTS_MAX) return run.film("events");
    run.play(next);
  }
}

type Pending = { readonly atUs: Micros; readonly event: Event };

/** The world while it runs. Everything in here is local to one call of `simulate`. */
class Run {
  readonly frames: Frame[] = [];
  private readonly scenario: Scenario;
  private readonly start: Record<Host, Endpoint>;
  private hosts: Record<Host, Endpoint>;
  private readonly flights: Flight[] = [];
  private readonly sentBy: Record<Host, Counts> = { client: {}, server: {} };
  private readonly calls: Pending[];
  private readonly arrivals: Pending[];
  private reactions: readonly Extract<Cue, { on: unknown }>[];

  constructor(scenario: Scenario) {
    const profile = PROFILES[scenario.profile];
    this.scenario = scenario;
    this.start = {
      client: closedEndpoint(scenario.iss.client, profile),
      server: closedEndpoint(scenario.iss.server, profile),
    };
    this.hosts = this.start;
    this.calls = scenario.script.flatMap((cue) =>
      "on" in cue ? [] : [{ atUs: cue.atUs, event: { kind: "call", host: cue.host, call: cue.call } as const }],
    );
    this.reactions = scenario.script.filter((cue) => "on" in cue);
    this.arrivals = (scenario.ghosts ?? []).map((ghost) => this.summon(ghost));
  }

  film(ended: Film["ended"]): Film {
    return { scenario: this.scenario, start: this.start, frames: this.frames, flights: this.flights, ended };
  }

  /** The earliest of what is to come; null at rest. */
  next(): Pending | null {
    const timers = HOSTS.flatMap((host) => TIMERS.flatMap((timer) => this.pendingTimer(host, timer)));
    let earliest: Pending | null = null;
    for (const pending of [...this.calls, ...this.arrivals, ...timers]) {
      if (earliest === null || pending.atUs < earliest.atUs) earliest = pending;
    }
    return earliest;
  }

  play(pending: Pending): void {
    const { atUs, event } = pending;
    remove(this.calls, pending);
    remove(this.arrivals, pending);
    if (event.kind === "loss") {
      this.frames.push({ atUs, event, sent: [], hosts: this.hosts, why: [{ key: "wire.lost", numbers: {} }] });
      return;
    }
    const { host } = event;
    const { endpoint, send, why, entered } = step(
      this.hosts[host],
      this.inputOf(event),
      atUs,
      PROFILES[this.scenario.profile],
    );
    this.hosts = { ...this.hosts, [host]: endpoint };
    const sent = send.map((s) => this.launch(host, s, atUs));
    this.frames.push({ atUs, event, sent, hosts: this.hosts, why });
    for (const state of entered) this.react(host, state, atUs);
  }

  private pendingTimer(host: Host, timer: Timer): Pending[] {
    const atUs = this.hosts[host].timers[timer];
    return atUs === null ? [] : [{ atUs, event: { kind: "timeout", host, timer } }];
  }

  private inputOf(event: Exclude<Event, { kind: "loss" }>): Input {
    if (event.kind === "call") return { kind: "call", call: event.call };
    if (event.kind === "timeout") return { kind: "timeout", timer: event.timer };
    const flight = this.flights[event.flight];
    if (flight === undefined) throw new Error(`flight ${event.flight} arrives, but it never left`);
    return { kind: "arrival", segment: flight.segment };
  }

  /** Puts a segment on the wire, and its end, good or bad, among the things to come. */
  private launch(from: Host, { segment, resent }: Sent, now: Micros): number {
    const { wire } = this.scenario;
    const counts = count(this.sentBy[from], segment);
    this.sentBy[from] = counts;
    const id = this.flights.length;
    const arrivesAtUs = carry(wire, from, segment, counts, now);
    const nature = resent ? "resent" : "first";
    this.flights.push({ id, from, segment, nth: counts.any ?? 0, sentAtUs: now, arrivesAtUs, nature });
    this.arrivals.push(
      arrivesAtUs === null
        ? { atUs: now + Math.round(wire.delayUs / 2), event: { kind: "loss", flight: id } }
        : { atUs: arrivesAtUs, event: { kind: "arrival", host: peerOf(from), flight: id } },
    );
    return id;
  }

  private summon(ghost: Ghost): Pending {
    const id = this.flights.length;
    const { from, arrivesAtUs } = ghost;
    const sentAtUs = arrivesAtUs - Math.round(this.scenario.wire.delayUs / 2);
    this.flights.push({ id, from, segment: ghostSegment(ghost), nth: 0, sentAtUs, arrivesAtUs, nature: "ghost" });
    return { atUs: arrivesAtUs, event: { kind: "arrival", host: peerOf(from), flight: id } };
  }

  /** The applications that waited for this state get their turn; each of them once. */
  private react(host: Host, state: State, now: Micros): void {
    const due = this.reactions.filter((cue) => cue.host === host && cue.on === state);
    this.reactions = this.reactions.filter((cue) => !due.includes(cue));
    for (const { afterUs, call } of due) this.calls.push({ atUs: now + afterUs, event: { kind: "call", host, call } });
  }
}

function ghostSegment({ flags, seq, ack, len }: Ghost): Segment {
  return {
    seq,
    ack: flags.includes("ACK") ? (ack ?? 0) : null,
    syn: flags.includes("SYN"),
    fin: flags.includes("FIN"),
    rst: flags.includes("RST"),
    psh: flags.includes("PSH"),
    len: len ?? 0,
    wnd: 65_535,
  };
}

function remove(list: Pending[], pending: Pending): void {
  const at = list.indexOf(pending);
  if (at >= 0) list.splice(at, 1);
}
