import type { Timer } from "#lib/tcp/endpoint/control-block.ts";
import { arrive, expire } from "#lib/tcp/host/arrival.ts";
import { callOn } from "#lib/tcp/host/calls.ts";
import { createMachine, discard, type Machine, nextDue, type Outcome } from "#lib/tcp/host/machine.ts";
import { type Numbers, numbersFrom } from "#lib/tcp/host/numbers.ts";
import type { Packet } from "#lib/tcp/host/packet.ts";
import { optionItems } from "#lib/tcp/options.ts";
import { PROFILES } from "#lib/tcp/profile.ts";
import { flagsOf, type Segment, segmentLength } from "#lib/tcp/segment.ts";
import { type Micros, SECOND } from "#lib/tcp/time.ts";
import { applicationsOf, type DoneCall, performStep, type ReplayedApplications } from "./applications.ts";
import type { Comparison } from "./comparison.ts";
import { settingsOf } from "./sysctls.ts";
import { asSegment, type Side, type StepTaken, type Trace, type TracedSegment } from "./trace.ts";

/** Recordings begin a little before 0; virtual time does not. */
const BEGIN_US = 60 * SECOND;

/** A segment that the machine sent. */
interface Sent {
  readonly atUs: Micros;
  /** What the wait for it is counted from: the last thing that the end was given, or the first sending of what is repeated. */
  readonly sinceUs: Micros;
  readonly cport: number;
  readonly segment: Segment;
  readonly by: "event" | Timer;
}

/** Replays each end of a recording that is a real kernel, one at a time. */
export function runTrace(trace: Trace): Comparison[] {
  return (["client", "server"] as const).filter((side) => isKernel(trace, side)).map((side) => runEnd(trace, side));
}

/** A side that did something itself, or answered; a hand-written one does neither. */
function isKernel({ steps, segments }: Trace, side: Side): boolean {
  return steps.some((s) => s.side === side) || segments.some((s) => s.from === side && !s.crafted);
}

function runEnd(trace: Trace, side: Side): Comparison {
  const { sent, problems } = replay(trace, side);
  const expected = trace.segments.filter((s) => s.from === side && !s.crafted);
  for (const cport of new Set([...expected.map((s) => s.cport), ...sent.map((s) => s.cport)])) {
    problems.push(
      ...differences(
        expected.filter((s) => s.cport === cport),
        sent.filter((s) => s.cport === cport),
      ),
    );
  }
  const { id } = trace;
  return {
    id: `${id}, ${side}`,
    agrees: problems.length === 0,
    expected: `${expected.length} segments as recorded`,
    got: problems.join("; "),
  };
}

/** Feeds one end with what it got, and nothing else. */
function replay(trace: Trace, side: Side): { sent: Sent[]; problems: string[] } {
  const { settings, unknown } = settingsOf(trace.sysctls[side]);
  const profile = { ...PROFILES["linux-6.18"], ...settings };
  const host = createMachine(side, profile, recordedNumbers(trace, side, numbersFrom(0, profile)));
  const apps = applicationsOf(host, side, portsChosen(trace, side));
  const sent: Sent[] = [];
  const problems = unknown.map((name) => `the sysctl ${name} is not known`);
  let givenAtUs = 0;
  const note = (done: DoneCall, atUs: Micros, by: Sent["by"]) => {
    if (typeof done === "string") problems.push(done);
    else for (const s of done?.sent ?? []) sent.push(sentBy(s.packet, atUs, by));
  };
  const sentBy = (packet: Packet, atUs: Micros, by: Sent["by"]): Sent => {
    const { segment } = packet;
    const cport = cportOf(packet, side);
    const first = sent.find((s) => s.cport === cport && s.segment.seq === segment.seq && segmentLength(segment) > 0);
    return { atUs, sinceUs: first?.atUs ?? givenAtUs, cport, segment, by };
  };
  const runTimers = (until: Micros) => {
    for (let next = nextDue(host); next?.due && next.due.atUs <= until; next = nextDue(host)) {
      const { timer, atUs } = next.due;
      note(expire(host, next, timer, atUs), atUs, timer);
    }
  };
  for (const event of eventsOf(trace, side)) {
    runTimers(event.atUs);
    givenAtUs = event.atUs;
    note(event.happen(host, apps, event.atUs), event.atUs, "event");
  }
  runTimers(asMicros(trace.end_t));
  return { sent, problems };
}

interface Happening {
  readonly atUs: Micros;
  readonly happen: (host: Machine, apps: ReplayedApplications, now: Micros) => DoneCall;
}

/** The calls of the side's own applications and the segments that reached it, in time. */
function eventsOf(trace: Trace, side: Side): Happening[] {
  const hidden = handWrittenPorts(trace, side);
  const calls = trace.steps.flatMap((step): Happening[] => {
    if (step.side === side) return [{ atUs: asMicros(step.t), happen: (_, apps, now) => performStep(apps, step, now) }];
    return isRemoval(step, side) ? [{ atUs: asMicros(step.t), happen: (host, _, now) => remove(host, now) }] : [];
  });
  const arrivals = trace.segments.flatMap((segment): Happening[] => {
    if (segment.from === side || segment.delivered_t === null || hidden.has(segment.cport)) return [];
    const packet = { ...socketsOf(trace, segment), segment: asSegment(segment) };
    return [{ atUs: asMicros(segment.delivered_t), happen: (host, _, now) => arrive(host, packet, now) }];
  });
  return [...arrivals, ...calls].sort((a, b) => a.atUs - b.atUs);
}

/** The port of the next connection that this side begins and had not begun before. */
function portsChosen({ segments }: Trace, side: Side): (now: Micros) => number | null {
  const seen = new Set<number>();
  return (now) => {
    const syn = segments.find((s) => s.from === side && !s.crafted && asMicros(s.t) >= now && !seen.has(s.cport));
    if (syn !== undefined) seen.add(syn.cport);
    return syn?.cport ?? null;
  };
}

/** Ports on which everything from this side was written by hand: the laboratory keeps answers from its kernel. */
function handWrittenPorts({ segments }: Trace, side: Side): Set<number> {
  const own = segments.filter((s) => s.from === side);
  const real = new Set(own.filter((s) => !s.crafted).map((s) => s.cport));
  return new Set(own.map((s) => s.cport).filter((cport) => !real.has(cport)));
}

/** The laboratory took a connection out of the kernel: to that end, a call. */
function isRemoval({ side, action }: StepTaken, of: Side): boolean {
  return side === "lab" && action.startsWith(`removes the ${of}'s connection from its kernel`);
}

/** An administrator's abort; the small socket that is left of a closed one has nothing to send. */
function remove(host: Machine, now: Micros): Outcome | null | string {
  const connection = host.connections.at(-1);
  if (connection === undefined) return "there is no connection to remove";
  if (!connection.endpoint.app.orphan) return callOn(host, connection, { kind: "abort" }, now);
  discard(host, connection);
  return null;
}

/** Initial numbers, timestamps and cookies as this kernel chose them. */
function recordedNumbers({ isns, segments }: Trace, side: Side, otherwise: Numbers): Numbers {
  const cport = (local: { port: number }, remote: { port: number }) => (side === "client" ? local.port : remote.port);
  let now = 0;
  const isnOf = (port: number) => {
    const own = isns.filter((isn) => isn.side === side && isn.cport === port);
    return (own.find((isn) => asMicros(isn.t) >= now - SLACK_US) ?? own.at(-1))?.isn;
  };
  const cookies = segments.flatMap(({ options }) =>
    options.flatMap((o) => (o.kind === "tfo" && o.cookie !== "" ? [o.cookie] : [])),
  );
  return {
    iss: (at, local, remote) => {
      now = at;
      return isnOf(cport(local, remote)) ?? otherwise.iss(at, local, remote);
    },
    synCookie: (local, remote, irs, size) =>
      isnOf(cport(local, remote)) ?? otherwise.synCookie(local, remote, irs, size),
    fastOpenCookie: (client) => cookies[0] ?? otherwise.fastOpenCookie(client),
    stampOffset: (local, remote) => {
      const first = segments.find(
        (s) => s.from === side && !s.crafted && s.cport === cport(local, remote) && stampOf(s) !== null,
      );
      return first === undefined ? 0 : ((stampOf(first) ?? 0) - Math.floor(asMicros(first.t) / 1000)) >>> 0;
    },
  };
}

function stampOf({ options }: TracedSegment): number | null {
  for (const option of options) if (option.kind === "ts") return option.val;
  return null;
}

/** What a system call, or the clock of the recording, may be early. */
const SLACK_US = 5_000;

/** Delayed ACKs depend on a tick that the recording does not show. */
const DELAYED_ACK_SLACK_US = 45_000;

/** The same segments in the same order, each at its time; what is not so, in sentences. */
function differences(expected: readonly TracedSegment[], sent: readonly Sent[]): string[] {
  const problems: string[] = [];
  for (let i = 0; i < Math.max(expected.length, sent.length); i++) {
    const [recorded, own] = [expected[i], sent[i]];
    const wanted = recorded && `n=${recorded.n} ${told(asSegment(recorded), recorded)}`;
    const base = recorded ?? expected.at(-1);
    const got = own && told(own.segment, base);
    if (recorded === undefined || own === undefined || told(asSegment(recorded), recorded) !== got) {
      return [...problems, `expected ${wanted ?? "silence"}, got ${got ?? "silence"} at ${seconds(own)} s`];
    }
    if (!isInTime(asMicros(recorded.t), own))
      problems.push(`${wanted}: expected at ${recorded.t} s, sent at ${seconds(own)} s`);
  }
  return problems;
}

/** A kernel timer is never early, and late by at most so much of the time it was to run. */
function isInTime(recordedUs: Micros, { atUs, sinceUs, by }: Sent): boolean {
  if (by === "delayedAck") return Math.abs(recordedUs - atUs) <= DELAYED_ACK_SLACK_US;
  const nominal = atUs - sinceUs;
  const measured = recordedUs - sinceUs;
  return nominal - SLACK_US <= measured && measured <= nominal * 1.07 + 0.05 * SECOND;
}

/** Flags, numbers relative to those of the recording, length, and kinds of options in order. */
function told(segment: Segment, base: TracedSegment | undefined): string {
  const seq = ((segment.seq - (base?.seq_raw ?? 0)) | 0) + (base?.seq ?? 0);
  const ack = segment.ack === null ? "none" : ((segment.ack - (base?.ack_raw ?? 0)) | 0) + (base?.ack ?? 0);
  const kinds = optionItems(segment.options).map(({ kind }) => kind);
  return `${flagsOf(segment).join(",") || "(no flags)"} seq=${seq} ack=${ack} len=${segment.len} [${kinds.join(" ")}]`;
}

function socketsOf({ server_port }: Trace, { from, cport }: TracedSegment) {
  const client = { host: "client", port: cport };
  const server = { host: "server", port: server_port };
  return from === "client" ? { from: client, to: server } : { from: server, to: client };
}

function cportOf({ from, to }: { from: { port: number }; to: { port: number } }, side: Side): number {
  return side === "client" ? from.port : to.port;
}

function asMicros(t: number): Micros {
  return BEGIN_US + Math.round(t * SECOND);
}

function seconds(sent: Sent | undefined): string {
  return sent === undefined ? "?" : ((sent.atUs - BEGIN_US) / SECOND).toFixed(4);
}
