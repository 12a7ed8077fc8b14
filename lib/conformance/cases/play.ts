import type { Profile } from "#lib/tcp/profile.ts";
import { kindOf } from "#lib/tcp/segment.ts";
import { SECOND } from "#lib/tcp/time.ts";
import { type CaseMoment, CaseRig, line, seconds } from "./rig.ts";
import type { Case, CaseEvent, Expectation, Op, SegmentLine } from "./schema.ts";
import { departures, type Scene, unlike, type Wanted } from "./story.ts";
import { type Way, waysTo } from "./ways.ts";

/** Plays a case of one device on every way to where it begins; what was not as the case says, in sentences. */
export function play(one: Case, profile: Profile): string[] {
  const callsFollow = one.events.some((event) => "op" in event && CALLS_ON_SOCKET.has(event.op));
  const ways = waysTo(one.given.D ?? "").filter(({ orphan }) => !(orphan && callsFollow));
  if (ways.length === 0) throw new Error(`${one.id}: no way leads to where a call can be made`);
  return ways.flatMap((way) => playWay(one, profile, way).map((problem) => `${way.name}: ${problem}`));
}

const CALLS_ON_SOCKET = new Set<Op["op"]>(["send", "shutdown_wr", "close"]);

/** A device that stands where the case begins. */
interface Stage {
  readonly rig: CaseRig;
  /** The first moment of the case itself. */
  readonly first: number;
  readonly beginUs: number;
  /** The variables of the connection as the case begins. */
  readonly variables: Readonly<Record<string, number>>;
  readonly begin: Scene;
}

function stageOf(one: Case, profile: Profile, way: Way): Stage {
  const peerIsn = one.given.peer_isn === undefined ? {} : { peerIsn: Number(one.given.peer_isn) };
  const rig = way.go(new CaseRig(profile, peerIsn));
  const variables = rig.variables();
  const begin = sceneOf(rig, { atUs: rig.now, sent: [], state: rig.state, delivered: rig.endpoint.delivered });
  return { rig, first: rig.moments.length, beginUs: rig.now, variables, begin };
}

function playWay(one: Case, profile: Profile, way: Way): string[] {
  const stage = stageOf(one, profile, way);
  const { rig, first, beginUs } = stage;
  for (const event of one.events) enact(stage, event);
  rig.settle();
  const problems = one.expect.flatMap((wish) => beside(stage, wish));
  const hidden = kindsByScheduleAlone(one);
  const scenes = rig.moments.slice(first).map((moment) => {
    const sent = moment.sent.filter((segment) => !hidden.includes(kindOf(segment)));
    return sceneOf(rig, { ...moment, sent }, stage.begin.delivered.D);
  });
  // Where nothing happens at all, the beginning is the end.
  if (scenes.length === 0) scenes.push({ ...stage.begin, delivered: { D: 0 } });
  const wanted = one.expect.flatMap((wish) => wantedOf(stage, wish));
  return [...problems, ...departures(wanted, scenes, beginUs)];
}

/** Where a case lists no segments but their times, these segments have no place in the order of the story. */
function kindsByScheduleAlone({ expect }: Case): string[] {
  if (expect.some((wish) => "seg" in wish)) return [];
  return expect.flatMap((wish) => ("times_s" in wish ? Object.keys(wish.times_s) : []));
}

function sceneOf(
  rig: CaseRig,
  { atUs, sent, state, delivered }: Pick<CaseMoment, "atUs" | "sent" | "state" | "delivered">,
  deliveredBefore = 0,
): Scene {
  return {
    atUs,
    sent: sent.map((segment) => rig.tell(segment)),
    states: { D: state },
    delivered: { D: delivered - deliveredBefore },
  };
}

/** Lets one event of the case happen. */
function enact({ rig, beginUs, variables }: Stage, event: CaseEvent): void {
  if ("drop" in event) return; // the peer says nothing more: no event follows that makes it speak
  if ("advance_s" in event) rig.advance(event.advance_s * SECOND);
  else if ("seg" in event) {
    rig.settle();
    if (typeof event.t === "number") rig.advance(beginUs + event.t * SECOND - rig.now);
    if (event.win !== undefined) rig.peerWnd = event.win;
    const { flags, seq, ack, len, tsval } = event;
    rig.peer({ flags, len, seq: numberOf(seq, variables), ack: ack === null ? null : numberOf(ack, variables), tsval });
  } else if ("op" in event) {
    if (event.within_s === undefined) rig.settle();
    operate(rig, event);
  } else throw new Error(`this is not for the interpreter: ${JSON.stringify(event)}`);
}

function operate(rig: CaseRig, { op, len = 1, so_linger: linger }: Op): CaseRig {
  switch (op) {
    case "active_open":
    case "connect same 4-tuple":
      return rig.connect();
    case "send":
      return rig.call({ kind: "send", len });
    case "shutdown_wr":
      return rig.call({ kind: "shutdown" });
    case "close":
      // SO_LINGER with zero seconds makes CLOSE an ABORT; any other value is a matter of waiting.
      return rig.call({ kind: linger?.[0] === 1 && linger[1] === 0 ? "abort" : "close" });
    case "close listener":
      return rig.unlisten();
    case "bind same port":
      return rig.listen({ reuseAddress: false });
    case "bind same port with SO_REUSEADDR":
      return rig.listen({ reuseAddress: true });
  }
}

/** "RCV.NXT+RCV.WND", "SND.NXT", "RCV.NXT-1", or a number. */
function numberOf(value: number | string, variables: Readonly<Record<string, number>>): number {
  if (typeof value === "number") return value;
  const [first = "", sign = "+", second = "0"] = value.split(/([+-])/);
  const [a, b] = [first, second].map((name) => variables[name] ?? Number(name));
  if (a === undefined || b === undefined || Number.isNaN(a + b)) throw new Error(`${value} is no number`);
  return sign === "+" ? a + b : a - b;
}

/** What has its place in the order of the story. */
function wantedOf({ variables, begin }: Stage, wish: Expectation): Wanted[] {
  if ("seg" in wish) return [{ kind: "segment", line: segmentLine(wish, variables) }];
  if ("state" in wish) {
    const names = statesOf(wish.state.D ?? "", begin.states.D ?? "");
    const at = typeof wish.at_s === "number" ? { at: { since: "begin" as const, us: wish.at_s * SECOND } } : {};
    return [{ kind: "states", states: { D: names }, ...at }, ...deliveredOf(wish.delivered)];
  }
  if ("delivered" in wish) return deliveredOf(wish.delivered);
  return [];
}

function deliveredOf(delivered: { readonly D?: number } | undefined): Wanted[] {
  return delivered?.D === undefined ? [] : [{ kind: "delivered", delivered: { D: delivered.D } }];
}

export function segmentLine(
  { flags, seq, ack, len }: SegmentLine,
  variables: Readonly<Record<string, number>>,
): string {
  const own = seq === "absolute 0" ? seq : numberOf(seq, variables);
  return line(flags, own, ack === null ? null : numberOf(ack, variables), len);
}

/** "LISTEN (request removed)", "CLOSED/LISTEN", "unchanged". */
function statesOf(text: string, before: string): string[] {
  const [name = ""] = text.split(" (");
  return name === "unchanged" ? [before] : name.split("/");
}

/** What the case says about the whole, in no order. */
function beside(stage: Stage, wish: Expectation): string[] {
  const { rig, first } = stage;
  if ("seg" in wish) {
    const ack = rig.sentSince(first).at(-1)?.segment.ack;
    return wish.abs_ack === undefined ? [] : unlike("SEG.ACK, absolute", ack, wish.abs_ack);
  }
  if ("state" in wish || "delivered" in wish) return [];
  if ("no_segment" in wish) return unlike("segments", rig.sentSince(first).length, 0);
  if ("no_synack" in wish) {
    const synAcks = rig.sentSince(first).filter(({ segment }) => kindOf(segment) === "SYN-ACK");
    return unlike("SYN,ACKs", synAcks.length, 0);
  }
  if ("error" in wish) return isError(rig, wish.error) ? [] : unlike("error", errorsOf(rig), wish.error);
  if ("errors" in wish) return unlike("errors", callErrors(stage), wish.errors);
  if ("times_s" in wish) return schedule(stage, wish);
  throw new Error(`this is not for the interpreter: ${JSON.stringify(wish)}`);
}

/** "ECONNRESET (104)" as the last call or SO_ERROR reports it; or in the words of the standard. */
function isError(rig: CaseRig, text: string): boolean {
  const [name = ""] = text.split(" (");
  return name === errorsOf(rig).errno || name === errorsOf(rig).failure;
}

function errorsOf(rig: CaseRig) {
  const call = rig.moments.findLast(({ by }) => by === "call");
  return { errno: call?.errno ?? rig.errno, failure: rig.endpoint.failure };
}

function callErrors({ rig, first }: Stage) {
  return rig.moments.flatMap(({ by, errno }, i) => (i >= first && by === "call" ? [errno] : []));
}

type Schedule = Extract<Expectation, { times_s: unknown }>;

/** The peer is silent: when the same is sent again, and when the device gives up, both counted from the first time. */
function schedule({ rig, beginUs }: Stage, { times_s, give_up_s }: Schedule): string[] {
  return Object.entries(times_s).flatMap(([kind, nominal = []]) => {
    const ofKind = () => rig.sentSince(0).filter(({ segment }) => kindOf(segment) === kind);
    const zeroUs = ofKind()[0]?.atUs ?? 0;
    const lastUs = zeroUs + (give_up_s ?? nominal.at(-1) ?? 0) * SECOND;
    if (lastUs > rig.now) rig.advance(lastUs - rig.now);
    const times = ofKind().map(({ atUs }) => seconds(atUs - zeroUs));
    const goneUs = rig.moments.find(
      ({ atUs, state }) => atUs > beginUs && (state === "CLOSED" || state === "LISTEN"),
    )?.atUs;
    return [
      ...unlike(`times of ${kind}`, times, nominal),
      ...(give_up_s === null
        ? []
        : unlike("given up", goneUs === undefined ? null : seconds(goneUs - zeroUs), give_up_s)),
    ];
  });
}
