import { z } from "zod";
import type { Profile } from "#lib/tcp/profile.ts";
import { MILLISECOND } from "#lib/tcp/time.ts";
import type { Comparison } from "./comparison.ts";
import { MEASURED } from "./measured.ts";
import { describeReply, Rig } from "./rig.ts";

/**
 * What a kernel answers: one fresh connection in a state, one probe segment, the replies within 45 ms, the next state.
 * Numbers are relative to the initial sequence numbers of both sides; see data/README.md.
 */
const number = z.union([z.string(), z.number()]);
const reply = z.object({ flags: z.string(), seq: number, ack: number.nullable(), len: z.number() });

export const matrixFile = z.object({
  rows: z.array(
    z.object({
      profile: z.string(),
      state: z.string(),
      seg: z.object({ flags: z.string(), seq: number, ack: number.nullable(), len: z.number() }),
      rcv_nxt: z.number(),
      snd_una: z.number(),
      snd_nxt: z.number(),
      reply: z.array(reply),
      next: z.string(),
    }),
  ),
});
export type MatrixRow = z.infer<typeof matrixFile>["rows"][number];

const COLLECTED_US = 45 * MILLISECOND;

/** The sysctl that a row was measured with, as fields of the profile. */
const SETTINGS: Readonly<Record<string, Partial<Profile>>> = {
  "tcp_rfc1337=1": { ignoresResetInTimeWait: true },
  "tcp_timestamps=1": { timestamps: true },
  "tcp_invalid_ratelimit=500": { challengeIntervalUs: 500 * MILLISECOND },
};

/** Runs one row under the Linux profile. */
export function runRow(row: MatrixRow, index: number): Comparison {
  const { flags, seq, ack, len } = row.seg;
  const id = `row ${index}: ${row.profile}, ${row.state}, ${flags} seq=${seq} ack=${ack} len=${len}`;
  const replies = row.reply.map((r) => `${r.flags} ${r.seq === "iss" ? 0 : r.seq} ${r.ack} ${r.len}`);
  const expected = told(replies, row.next.replace(/ \(.*\)$/, ""));
  const rig = new Rig({ ...MEASURED, ...SETTINGS[row.profile] });
  if (!rig.reach(row.state)) return { id, agrees: false, expected, got: `the state ${row.state} is not known` };
  rig.peer(flags, row.rcv_nxt + seqOf(row), ackOf(row), len);
  rig.runUntil(rig.now + COLLECTED_US);
  const sent = rig.sent.map(({ segment }) => describeReply(segment));
  const got = told(sent, rig.endpoint.state);
  return { id, agrees: got === expected, expected, got };
}

function told(replies: readonly string[], next: string): string {
  return `${replies.join(", ") || "silence"}, then ${next}`;
}

const SEQ_FROM_RCV_NXT: Readonly<Record<string, number>> = { left: -1, nxt: 0, in: 10, edge: 64_239, out: 64_240 };

function seqOf({ seg, rcv_nxt }: MatrixRow): number {
  return typeof seg.seq === "number" ? seg.seq - rcv_nxt : (SEQ_FROM_RCV_NXT[seg.seq] ?? Number.NaN);
}

function ackOf({ seg, snd_una, snd_nxt }: MatrixRow): number | null {
  if (typeof seg.ack !== "string") return seg.ack;
  const at: Readonly<Record<string, number>> = {
    "una-1": snd_una - 1,
    una: snd_una,
    nxt: snd_nxt,
    "nxt+1": snd_nxt + 1,
  };
  return at[seg.ack] ?? Number.NaN;
}
