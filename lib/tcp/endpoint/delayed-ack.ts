import { MILLISECOND, type Micros } from "../time.ts";
import { because, setTimer, type Turn } from "./turn.ts";

/** TCP_DELACK_MAX. */
const DELAY_MAX_US: Micros = 200 * MILLISECOND;

/**
 * Whether the ACK that is owed may wait (RFC 9293, 3.8.6.3). True: a timer runs for it. The estimates are those of Linux
 * (__tcp_ack_snd_check, tcp_send_delayed_ack); a profile whose `quickAcks` is 0 has but one fixed delay.
 */
export function mayWait(turn: Turn): boolean {
  const { e, now, profile } = turn;
  if (profile.delayedAckUs === 0) return false;
  const { atoUs, quick, isConversation, largest } = e.delay;
  const waitUs = atoUs === 0 ? profile.delayedAckBeforeTextUs : Math.min(atoUs, bound(turn));
  if (waitUs === 0 || (quick > 0 && !isConversation)) return false;
  if ((e.rcv.nxt - e.rcv.acked) >>> 0 > largest) return false;
  const running = e.timers.delayedAck;
  if (running !== null && running <= now + waitUs / 4) return false;
  setTimer(turn, "delayedAck", running === null ? now + waitUs : Math.min(running, now + waitUs));
  because(turn, "ack.delayed");
  return true;
}

function bound({ e, profile }: Turn): Micros {
  return Math.min(DELAY_MAX_US, Math.max(e.rto.srttUs ?? DELAY_MAX_US, profile.delayedAckUs));
}

/** Text arrived: how long the next ACK may wait follows from how close together segments come (tcp_event_data_recv). */
export function heardText(turn: Turn, len: number): void {
  const { e, now, profile } = turn;
  if (profile.delayedAckUs === 0) return; // no ACK ever waits
  const { atoUs, heardAtUs, quick } = e.delay;
  const gapUs = now - heardAtUs;
  const least = profile.delayedAckUs;
  const largest = Math.max(e.delay.largest, len);
  const next = { ...e.delay, heardAtUs: now, largest };
  if (atoUs === 0) e.delay = { ...next, atoUs: least, quick: profile.quickAcks };
  else if (profile.quickAcks === 0) e.delay = next;
  else if (gapUs <= least / 2) e.delay = { ...next, atoUs: atoUs / 2 + least / 2 };
  else if (gapUs < atoUs) e.delay = { ...next, atoUs: Math.min(atoUs / 2 + gapUs, e.rto.rtoUs) };
  else e.delay = { ...next, quick: gapUs > e.rto.rtoUs ? profile.quickAcks : quick };
}

/** Text left soon after some arrived: the two sides take turns, and ACKs can ride on answers. */
export function heldConversation(turn: Turn): void {
  const { e, now } = turn;
  if (now - e.delay.heardAtUs < e.delay.atoUs && !e.delay.isConversation) takeTurns(turn, true);
}

export function takeTurns({ e }: Turn, isConversation: boolean): void {
  if (e.delay.isConversation !== isConversation) e.delay = { ...e.delay, isConversation };
}

/** Something was lost, came twice or came too early: the peer needs to know at once, and for a while (tcp_enter_quickack_mode). */
export function hurry({ e, profile }: Turn): void {
  e.delay = { ...e.delay, atoUs: profile.delayedAckUs, quick: profile.quickAcks, isConversation: false };
}

/** The delay passed without company: next time wait longer, or stop expecting an answer (tcp_delack_timer_handler). */
export function waitedInVain({ e, profile }: Turn): void {
  const { atoUs, isConversation } = e.delay;
  if (profile.quickAcks === 0) return;
  e.delay = isConversation
    ? { ...e.delay, isConversation: false, atoUs: profile.delayedAckUs }
    : { ...e.delay, atoUs: Math.min(atoUs * 2, e.rto.rtoUs) };
}

/** An ACK that left at once is one less that may. */
export function spendQuickAck({ e, profile }: Turn): void {
  const { quick } = e.delay;
  if (quick > 0)
    e.delay = quick === 1 ? { ...e.delay, quick: 0, atoUs: profile.delayedAckUs } : { ...e.delay, quick: quick - 1 };
}
