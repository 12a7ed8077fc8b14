import { z } from "zod";
import { MILLISECOND, SECOND } from "#lib/tcp/time.ts";
import type { Comparison } from "./comparison.ts";
import { lettersOf } from "./letters.ts";
import { MEASURED } from "./measured.ts";
import { describeReply, Rig } from "./rig.ts";
import { settingsOf } from "./sysctls.ts";

/** When a silent or probed connection sends again, and when it is gone; seconds. See data/README.md. */
const number = z.union([z.string(), z.number()]);
const probe = z.object({ flags: z.string(), seq: number, ack: number.nullable(), len: z.number() });
const reply = z.array(probe);

export const timersFile = z.object({
  timers: z.array(
    z.object({
      id: z.string(),
      start: z.string(),
      do: z.string(),
      sysctl: z.record(z.string(), z.number()).optional(),
      sends: z.object({ flags: z.string().optional(), times: z.array(z.number()) }).optional(),
      gone: z.number().nullable().optional(),
      until: z.number().optional(),
      error: z.string().optional(),
      probeAt: z.number().optional(),
      probe: probe.optional(),
      reply: reply.optional(),
      // biome-ignore lint/suspicious/noThenProperty: the name that the data files use; a row is never awaited
      then: z.object({ probe, reply, next: z.string().optional() }).optional(),
    }),
  ),
});
type TimerRow = z.infer<typeof timersFile>["timers"][number];

/** Long enough for everything that the kernel ever gave up. */
const FOR_EVER_US = 2_000 * SECOND;

/** How long the scripted peer collected answers. */
const COLLECTED_US = 45 * MILLISECOND;

/** A kernel timer is never early, and late by at most so much. */
function isWithinSlack(nominal: number, measured: number): boolean {
  return nominal <= measured + 0.005 && measured <= nominal * 1.07 + 0.05;
}

export function runTimer(row: TimerRow): Comparison {
  const verdict = (agrees: boolean, expected: string, got: string) => ({ id: row.id, agrees, expected, got });
  const { settings, unknown } = settingsOf(row.sysctl ?? {});
  if (unknown.length > 0) return verdict(false, "a known sysctl", unknown.join());
  const rig = new Rig({ ...MEASURED, ...settings });
  if (!rig.reach(row.start) || !act(rig, row.do)) return verdict(false, "a known start", `${row.start}, ${row.do}`);

  const begun = rig.now;
  const seconds = () => (rig.now - begun) / SECOND;
  const problems: string[] = [];
  if (row.probe && row.probeAt !== undefined) {
    rig.runUntil(begun + row.probeAt * SECOND);
    problems.push(...answers(rig, row.probe, row.reply ?? []));
  }
  const state = rig.endpoint.state;
  const gone = runUntilGone(rig, state, begun + (row.until === undefined ? FOR_EVER_US : row.until * SECOND));
  const flags = row.sends?.flags;
  const times = rig.sent
    .filter(({ segment }) => flags === undefined || lettersOf(segment) === flags)
    .map(({ atUs }) => (atUs - begun) / SECOND);
  if (flags !== undefined && !agree(row.sends?.times ?? [], times)) problems.push(`sends at ${times.join(" ")}`);
  const end = gone ? seconds() : null;
  const expectedEnd = row.gone ?? null;
  if ((end === null) !== (expectedEnd === null)) problems.push(end === null ? "is never gone" : `is gone at ${end}`);
  else if (end !== null && expectedEnd !== null && !isWithinSlack(end, expectedEnd)) problems.push(`is gone at ${end}`);
  if (row.error === "ETIMEDOUT" && rig.endpoint.failure !== "timed out")
    problems.push(`fails with ${rig.endpoint.failure}`);
  if (row.then) problems.push(...answers(rig, row.then.probe, row.then.reply, row.then.next));
  return verdict(problems.length === 0, JSON.stringify(row), problems.join("; "));
}

/** What is done at time 0; false: not known. */
function act(rig: Rig, what: string): boolean {
  const bytes = /^send (\d+)$/.exec(what)?.[1];
  if (bytes !== undefined) rig.call({ kind: "send", len: Number(bytes) });
  else if (what === "connect" || what === "close" || what === "shutdown") rig.call({ kind: what });
  else if (what === "peer SYN") rig.peer("S", 0, null);
  else return what === "nothing";
  return true;
}

/** Runs until the connection is no more; a listener that is back at LISTEN counts as gone. False: it outlived `until`. */
function runUntilGone(rig: Rig, from: string, until: number): boolean {
  const isGone = () => rig.endpoint.state === "CLOSED" || (rig.endpoint.state === "LISTEN" && from !== "LISTEN");
  while (!isGone() && rig.runNext(until)) {
    // one timer after the other
  }
  return isGone();
}

/** Sends the probe; what is wrong with the answer. */
function answers(
  rig: Rig,
  { flags, seq, ack, len }: z.infer<typeof probe>,
  expected: z.infer<typeof reply>,
  next?: string,
): string[] {
  const before = rig.sent.length;
  const { rcvNxt, sndNxt } = rig.numbers;
  const seqAt = seq === "nxt" ? rcvNxt : seq === "left" ? rcvNxt - 1 : Number(seq);
  rig.peer(flags, seqAt, ack === null ? null : ack === "nxt" ? sndNxt : Number(ack), len);
  rig.runUntil(rig.now + COLLECTED_US);
  const got = rig.sent.slice(before).map(({ segment }) => describeReply(segment));
  const wanted = expected.map((r) => `${r.flags} ${r.seq} ${r.ack} ${r.len}`);
  const problems = got.join() === wanted.join() ? [] : [`answers ${got.join(", ") || "nothing"}`];
  if (next !== undefined && rig.endpoint.state !== next) problems.push(`is then in ${rig.endpoint.state}`);
  return problems;
}

function agree(measured: readonly number[], nominal: readonly number[]): boolean {
  return measured.length === nominal.length && measured.every((time, i) => isWithinSlack(nominal[i] ?? 0, time));
}
