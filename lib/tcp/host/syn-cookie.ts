import { step } from "../endpoint/endpoint.ts";
import type { Options } from "../options.ts";
import type { Profile } from "../profile.ts";
import { Queue } from "../queue.ts";
import { type Segment, segmentOf } from "../segment.ts";
import { add } from "../sequence.ts";
import type { Micros } from "../time.ts";
import { fork } from "./forking.ts";
import { COOKIE_LIFE_US, enqueue, isFull, type Listener } from "./listener.ts";
import { bear, fromNobody, type Machine, nothingBut, type Outcome, settle } from "./machine.ts";
import type { Packet } from "./packet.ts";

/** The sizes that the number of a cookie can tell apart; it is the largest one that the SYN allows (Linux: msstab). */
const SIZES = [1460, 1440, 1300, 536] as const;

/** The low bits of a timestamp that remember the SYN's options (Linux: cookie_init_timestamp). */
const REMEMBERING_BITS = 6;
const SHIFT_BITS = 0b1111;
const NO_SHIFT = 0b1111;
const SACK_BIT = 0b1_0000;

/** RFC 4987, 3.6: the SYN-ACK goes out, its number and its timestamp hold what the SYN said, and nothing is kept. */
export function answerWithCookie(machine: Machine, listener: Listener, packet: Packet, now: Micros): Outcome {
  const { segment } = packet;
  const cookie = machine.numbers.synCookie(packet.to, packet.from, segment.seq, sizeIndexOf(segment));
  const endpoint = fork(machine, listener, packet, cookie);
  const result = step(endpoint, { kind: "arrival", segment }, now, asRemembered(machine.profile, segment));
  if (result.send.length === 0) return fromNobody(packet, result);
  listener.cookieAtUs = now;
  const send = result.send.map((sent) => ({ ...sent, segment: remembering(sent.segment, segment) }));
  return { ...fromNobody(packet, { ...result, send }), why: [{ key: "cookie.sent", numbers: {} }] };
}

function sizeIndexOf({ options: { mss = 536 } }: Segment): number {
  const at = SIZES.findIndex((size) => size <= mss);
  return at < 0 ? SIZES.length - 1 : at;
}

/** Without timestamps there is no room for more than the size. */
function asRemembered(profile: Profile, { options }: Segment): Profile {
  if (options.timestamps && profile.timestamps) return profile;
  return { ...profile, timestamps: false, sack: false, windowScale: null };
}

/** The SYN-ACK with what the SYN offered in the low bits of its timestamp. */
function remembering(synAck: Segment, syn: Segment): Segment {
  const { timestamps } = synAck.options;
  if (timestamps === undefined) return synAck;
  const bits = (syn.options.windowScale ?? NO_SHIFT) | (syn.options.sackPermitted ? SACK_BIT : 0);
  const value = ((timestamps.value >>> REMEMBERING_BITS) << REMEMBERING_BITS) | bits;
  return { ...synAck, options: { ...synAck.options, timestamps: { ...timestamps, value: value >>> 0 } } };
}

/** An ACK of a cookie of ours; null: it is none. The connection is rebuilt as if its SYN had just come. */
export function arriveCookie(machine: Machine, listener: Listener, packet: Packet, now: Micros): Outcome | null {
  const { segment } = packet;
  const irs = add(segment.seq, -1);
  const cookie = add(segment.ack ?? 0, -1);
  const mss = SIZES.find((_, i) => machine.numbers.synCookie(packet.to, packet.from, irs, i) === cookie);
  const isRecent = listener.cookieAtUs !== null && now - listener.cookieAtUs < COOKIE_LIFE_US;
  if (!isRecent || mss === undefined) return null;
  if (isFull(listener.queue.length, listener)) return nothingBut("accept.full-ack");
  const profile = asRemembered(machine.profile, segment);
  const syn = segmentOf({ seq: irs, syn: true, wnd: segment.wnd, options: recalled(mss, segment) });
  const half = step(fork(machine, listener, packet, cookie), { kind: "arrival", segment: syn }, now, profile);
  // When the SYN-ACK really left is not known any more, so its round trip must not be measured.
  const unacked = new Queue(half.endpoint.unacked.toJSON().map((piece) => ({ ...piece, resent: true })));
  const endpoint = { ...half.endpoint, unacked };
  const connection = bear(machine, { local: packet.to, remote: packet.from, endpoint, stage: "waiting" });
  // Its timestamp was bent, and is older than what was just rebuilt.
  const result = step(endpoint, { kind: "arrival", segment }, now, { ...profile, checksEcho: false });
  if (result.entered.includes("ESTABLISHED")) enqueue(listener, connection);
  return settle(machine, connection, { ...result, why: [{ key: "cookie.good", numbers: {} }, ...result.why] });
}

/** What the SYN had offered: the size from the cookie, the rest from the timestamp that comes back. */
function recalled(mss: number, { options: { timestamps } }: Segment): Options {
  if (timestamps === undefined) return { mss };
  const shift = timestamps.echo & SHIFT_BITS;
  return {
    mss,
    timestamps,
    ...((timestamps.echo & SACK_BIT) !== 0 ? { sackPermitted: true } : {}),
    ...(shift === NO_SHIFT ? {} : { windowScale: shift }),
  };
}
