import { type Draw, diceFrom } from "../dice.ts";
import { arrive, expire } from "../host/arrival.ts";
import type { Connection, Due } from "../host/connection.ts";
import { createMachine, faceOf, type Machine, nextDue, nothingBut, type Outcome } from "../host/machine.ts";
import { numbersOf } from "../host/numbers.ts";
import type { Packet } from "../host/packet.ts";
import { NO_OPTIONS } from "../options.ts";
import { type Segment, segmentOf } from "../segment.ts";
import type { State } from "../state.ts";
import { MINUTE, type Micros } from "../time.ts";
import { Agenda } from "./agenda.ts";
import { baseOf, firstBase, firstIssOf } from "./bases.ts";
import type { ConnectionShot, Event, Faces, Film, Flight, Frame } from "./film.ts";
import { type Cue, type Ghost, hostNames, profileOf, type Scenario, type ScriptCall } from "./scenario.ts";
import { CLIENT_PORT, perform, SERVER_PORT } from "./script.ts";
import { type Counts, carry, count, type Passage } from "./wire.ts";

const UNTIL_DEFAULT_US: Micros = 10 * MINUTE;
export const EVENTS_MAX = 1_000_000;
/** More frames than anybody steps through; what somebody waits for must not be kept busy by a storm of ACKs. */
export const FRAMES_MAX = 5_000;
/** A frame in which one segment leaves is two pieces of work: a film of so many frames may be as much as this for each. */
const WORK_PER_FRAME = 2;

/**
 * Runs a scenario to its end. Deterministic: the same scenario gives the same film. Throws when the scenario speaks of a
 * host that it does not have: `lib/content/scenario.ts` refuses such a one.
 * The clock jumps from event to event. At one moment applications come first, then arrivals, then timers: what an
 * application does in the same instant can still travel with an ACK that is due.
 * `eventsMax`: how many frames there are at most, 1 … EVENTS_MAX. `workMax`: how much work the film may be, in pieces that
 * are about as long and as large as a frame: frames, segments, what is planned, and what must be looked through or
 * copied for them where there is much of it. A film ends before the event that would be too much.
 */
export function simulate(scenario: Scenario, eventsMax = EVENTS_MAX, workMax = WORK_PER_FRAME * eventsMax): Film {
  const run = new Run(scenario, workMax);
  const until = scenario.untilUs ?? UNTIL_DEFAULT_US;
  for (;;) {
    const nextUs = run.nextUs();
    if (nextUs === null) return run.film("rest");
    if (nextUs > until) return run.film("time");
    if (run.frames.length >= eventsMax) return run.film("events");
    run.playNext();
    if (run.isOver) return run.film("work");
  }
}

/** What waits on the agenda; timers wait in their connections. */
type Pending =
  | { readonly kind: "call"; readonly cue: Pick<Cue, "host" | "call" | "connection"> }
  | { readonly kind: "arrival"; readonly flight: number }
  | { readonly kind: "loss"; readonly flight: number };

type Reaction = Extract<Cue, { on: State }>;

interface DueTimer extends Due {
  readonly machine: Machine;
  readonly connection: Connection;
}

const RANK = { call: 0, arrival: 1, loss: 1 } as const;

/** The world while it runs. Everything in here is local to one call of `simulate`. */
class Run {
  readonly frames: Frame[] = [];
  private readonly scenario: Scenario;
  private readonly machines = new Map<string, Machine>();
  private readonly agenda = new Agenda<Pending>();
  private readonly flights: Flight[] = [];
  private readonly sentBy = new Map<string, Counts>();
  private readonly matched = new Set<number>();
  private readonly draw: Draw;
  private readonly start: Faces;
  /** The timer that `nextUs` found. */
  private due: DueTimer | null = null;
  private faces: Faces;
  private shots: Frame["connections"];
  private reactions: readonly Reaction[];
  private readonly workMax: number;
  private work: number;
  isOver = false;

  constructor(scenario: Scenario, workMax: number) {
    this.scenario = scenario;
    this.workMax = workMax;
    this.draw = diceFrom(scenario.wire.noise?.seed ?? 0);
    const names = hostNames(scenario);
    for (const name of names) this.machines.set(name, machineOf(scenario, name));
    this.start = Object.fromEntries(names.map((name) => [name, faceOf(this.machine(name))])) as unknown as Faces;
    this.faces = this.start;
    this.shots = Object.fromEntries(names.map((name) => [name, []]));
    this.reactions = scenario.script.filter((cue) => cue.on !== undefined);
    for (const cue of scenario.script) if (cue.on === undefined) this.planCall(cue.atUs, cue);
    for (const ghost of scenario.ghosts ?? []) this.summon(ghost);
    this.work = (scenario.script.length + this.flights.length) >> 3;
  }

  film(ended: Film["ended"]): Film {
    const { scenario, start, frames, flights, matched, work } = this;
    const rules = scenario.wire.rules ?? [];
    const idleRules = [...rules.keys()].filter((i) => !matched.has(i));
    return { scenario, start, frames, flights, idleRules, ended, work };
  }

  /** When the next thing happens; null at rest. */
  nextUs(): Micros | null {
    this.due = this.nextDue();
    const plannedUs = this.agenda.first()?.atUs ?? null;
    const dueUs = this.due?.atUs ?? null;
    if (plannedUs === null || dueUs === null) return plannedUs ?? dueUs;
    return Math.min(plannedUs, dueUs);
  }

  /** Lets it happen; what would be too much work is left out. */
  playNext(): void {
    const { due } = this;
    const planned = this.agenda.first();
    if (due !== null && (planned === undefined || due.atUs < planned.atUs)) {
      const { machine, connection, timer, atUs } = due;
      const event: Event = { kind: "timeout", host: machine.name, timer, connection: connection.nth };
      return this.note(machine, event, expire(machine, connection, timer, atUs), atUs);
    }
    const next = this.agenda.take();
    if (next === undefined) throw new Error("nothing planned");
    this.play(next.what, next.atUs);
  }

  private nextDue(): DueTimer | null {
    let next: DueTimer | null = null;
    for (const machine of this.machines.values()) {
      const connection = nextDue(machine);
      if (connection?.due == null || (next !== null && next.atUs <= connection.due.atUs)) continue;
      next = { machine, connection, ...connection.due };
    }
    return next;
  }

  private play(pending: Pending, atUs: Micros): void {
    if (pending.kind === "call") {
      const { host, call } = pending.cue;
      const outcome = perform(this.machine(host), pending.cue, atUs);
      const errno = outcome.errno === null ? {} : { errno: outcome.errno };
      return this.note(this.machine(host), { kind: "call", host, call, ...errno }, outcome, atUs);
    }
    const flight = this.flights[pending.flight];
    if (flight === undefined) throw new Error(`no flight ${pending.flight}`);
    if (pending.kind === "loss") {
      this.frames.push({
        atUs,
        event: { kind: "loss", flight: flight.id },
        sent: [],
        hosts: this.faces,
        connections: this.shots,
        why: [{ key: "wire.lost", numbers: {} }],
      });
      return;
    }
    const machine = this.machine(flight.to);
    const outcome = flight.isCorrupt ? nothingBut("segment.corrupt") : arrive(machine, packetOf(flight), atUs);
    this.note(machine, { kind: "arrival", host: machine.name, flight: flight.id }, outcome, atUs);
  }

  /** How much work an event is: its frame, its segments with what becomes of them, and what is looked through or copied. */
  private priceOf({ born, idle }: Machine, { connection, sent, entered }: Outcome): number {
    const { early, unacked } = connection?.endpoint ?? idle;
    const copied = early.length + (sent[0]?.resent ? unacked.length : 0);
    const looks = born.length + copied + entered.length * this.reactions.length;
    const rules = this.scenario.wire.rules?.length ?? 0;
    return 1 + (looks >> 5) + sent.length * (1 + ((born.length + rules) >> 5));
  }

  /** What happened becomes a frame; what was sent goes on the wire; who waited for it gets its turn. */
  private note(machine: Machine, event: Event, outcome: Outcome, atUs: Micros): void {
    const price = this.priceOf(machine, outcome);
    this.isOver = this.work + price > this.workMax;
    if (this.isOver) return;
    this.work += price;
    const { name } = machine;
    const face = faceOf(machine);
    if (face !== this.faces[name]) this.faces = replaced(this.faces, name, face);
    this.shots = replaced<readonly ConnectionShot[], Frame["connections"]>(
      this.shots,
      name,
      shotsOf(machine, this.shots[name] ?? []),
    );
    const sent: number[] = [];
    const firstId = this.flights.length;
    for (const one of outcome.sent) this.launch(one, outcome.connection, atUs);
    for (let id = firstId; id < this.flights.length; id++) sent.push(id);
    this.frames.push({ atUs, event, sent, hosts: this.faces, connections: this.shots, why: outcome.why });
    if (this.reactions.length > 0) for (const state of outcome.entered) this.react(name, state, atUs);
  }

  /** Puts a segment on the wire, and its end, good or bad, on the agenda. */
  private launch({ packet, resent }: Outcome["sent"][number], connection: Connection | null, now: Micros): void {
    const { from, to, segment } = packet;
    const { wire } = this.scenario;
    const counts = this.sentBy.get(from.host) ?? {};
    this.sentBy.set(from.host, counts);
    count(counts, segment);
    const { passages, rule } = carry(wire, from.host, to.host, segment, counts, now, this.draw);
    if (rule !== null) this.matched.add(rule);
    const base = baseOf(packet, connection, this.machines, this.scenario);
    const leaving: Leaving = { packet, base, nth: counts.any ?? 0, sentAtUs: now, nature: resent ? "resent" : "first" };
    if (passages.length === 0) {
      const id = this.flights.length;
      this.flights.push(flightOf(id, leaving, LOST));
      this.agenda.plan(now + Math.round(wire.delayUs / 2), RANK.loss, { kind: "loss", flight: id });
    }
    for (const [i, passage] of passages.entries()) {
      this.arriveLater(i === 0 ? leaving : { ...leaving, nature: "copy" }, passage);
    }
  }

  private summon(ghost: Ghost): void {
    const { from, arrivesAtUs } = ghost;
    const to = ghost.to ?? (from === "server" ? "client" : "server");
    const packet = {
      from: { host: from, port: ghost.fromPort ?? portOf(from) },
      to: { host: to, port: ghost.toPort ?? portOf(to) },
      segment: ghostSegment(ghost),
    };
    const sentAtUs = Math.max(0, arrivesAtUs - Math.round(this.scenario.wire.delayUs / 2));
    const leaving: Leaving = { packet, base: firstBase(this.scenario, from, to), nth: 0, sentAtUs, nature: "ghost" };
    this.arriveLater(leaving, { arrivesAtUs, isCorrupt: false });
  }

  private arriveLater(leaving: Leaving, passage: Passage): void {
    const id = this.flights.length;
    this.flights.push(flightOf(id, leaving, passage));
    this.agenda.plan(passage.arrivesAtUs, RANK.arrival, { kind: "arrival", flight: id });
  }

  /** The applications that waited for this state get their turn; each of them once. */
  private react(host: string, state: State, now: Micros): void {
    const waits = (cue: Reaction) => cue.host === host && cue.on === state;
    const due = this.reactions.filter(waits);
    if (due.length === 0) return;
    this.reactions = this.reactions.filter((cue) => !waits(cue));
    for (const cue of due) this.planCall(now + cue.afterUs, cue);
  }

  private planCall(
    atUs: Micros,
    cue: { readonly host: string; readonly call: ScriptCall; readonly connection?: number },
  ): void {
    this.agenda.plan(atUs, RANK.call, { kind: "call", cue });
  }

  private machine(name: string): Machine {
    const machine = this.machines.get(name);
    if (machine === undefined) throw new Error(`no host ${name}`);
    return machine;
  }
}

/** Any number will do: hosts must only differ in it. */
const SECRETS = 0x7f4a7c15;

function machineOf(scenario: Scenario, name: string): Machine {
  const profile = profileOf(scenario, name);
  return createMachine(name, profile, numbersOf(SECRETS, profile, firstIssOf(scenario, name)));
}

/** The connections of a host as they stand; what did not move since the last shots is taken over from them. */
function shotsOf({ connections }: Machine, before: readonly ConnectionShot[]): ConnectionShot[] {
  return connections.map(({ nth, local, remote, endpoint }, i) => {
    const old = before[i];
    return old?.endpoint === endpoint && old.nth === nth ? old : { nth, local, remote, endpoint };
  });
}

/** The port by which a host is known where nothing is said of one. */
function portOf(host: string): number {
  return host === "server" ? SERVER_PORT : CLIENT_PORT;
}

/** A segment as it goes on the wire. */
interface Leaving extends Pick<Flight, "base" | "nth" | "sentAtUs" | "nature"> {
  readonly packet: Packet;
}

const LOST = { arrivesAtUs: null, isCorrupt: false };

/** Written out, since a film makes many: an engine copies objects that are spread together far more slowly. */
function flightOf(
  id: number,
  { packet: { from, to, segment }, base, nth, sentAtUs, nature }: Leaving,
  { arrivesAtUs, isCorrupt }: Pick<Flight, "arrivesAtUs" | "isCorrupt">,
): Flight {
  return {
    id,
    from: from.host,
    to: to.host,
    fromPort: from.port,
    toPort: to.port,
    segment,
    base,
    nth,
    sentAtUs,
    arrivesAtUs,
    isCorrupt,
    nature,
  };
}

/** A copy of a record in which one host has another value. */
function replaced<Value, Hosts extends Readonly<Record<string, Value>>>(
  record: Hosts,
  name: string,
  value: Value,
): Hosts {
  const copy: Record<string, Value> = { ...record };
  copy[name] = value;
  return copy as Hosts;
}

function packetOf({ from, to, fromPort, toPort, segment }: Flight) {
  return { from: { host: from, port: fromPort }, to: { host: to, port: toPort }, segment };
}

function ghostSegment({ flags, seq, ack, len, options }: Ghost): Segment {
  return segmentOf({
    seq,
    ack: flags.includes("ACK") ? (ack ?? 0) : null,
    syn: flags.includes("SYN"),
    fin: flags.includes("FIN"),
    rst: flags.includes("RST"),
    psh: flags.includes("PSH"),
    len: len ?? 0,
    options: options ?? NO_OPTIONS,
  });
}
