import type { Endpoint, Timer } from "../endpoint/control-block.ts";
import { isSameAddress } from "../host/packet.ts";
import { atMost, distance } from "../sequence.ts";
import { isSynchronized, type State } from "../state.ts";
import type { Film, Frame } from "./film.ts";

/** The states in which a timer may run. */
const HOME: Record<Exclude<Timer, "retransmission">, readonly State[]> = {
  lossProbe: ["ESTABLISHED", "FIN-WAIT-1", "CLOSE-WAIT", "CLOSING", "LAST-ACK"],
  keepalive: ["ESTABLISHED", "CLOSE-WAIT", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSING", "LAST-ACK"],
  delayedAck: ["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSE-WAIT"],
  finWait2: ["FIN-WAIT-2"],
  timeWait: ["TIME-WAIT"],
};

/** Every sentence that must hold in every frame of every film and does not; empty for a sound film. */
export function violations(film: Film): string[] {
  const names = Object.keys(film.start);
  return film.frames.flatMap((frame, index) => {
    const before = film.frames[index - 1];
    const broken = names.flatMap((host) => hostViolations(film, host, before, frame));
    if (frame.why.length === 0) broken.push("something happened without a reason");
    if (frame.atUs < (before?.atUs ?? 0)) broken.push("time ran backwards");
    return broken.map((sentence) => `frame ${index}: ${sentence}`);
  });
}

/** What a frame left as it was needs no second look. */
function hostViolations(film: Film, host: string, before: Frame | undefined, frame: Frame): string[] {
  const shots = frame.connections[host] ?? [];
  const face = frame.hosts[host];
  const ofFace = face === undefined || face === before?.hosts[host] ? [] : endpointViolations(face, frame.atUs);
  if (shots === before?.connections[host]) return ofFace;
  const ofShots = shots.flatMap((shot) => {
    const old = before?.connections[host]?.find(({ nth }) => nth === shot.nth)?.endpoint;
    if (old === shot.endpoint) return [];
    return [...endpointViolations(shot.endpoint, frame.atUs), ...(old ? stepViolations(old, shot.endpoint) : [])];
  });
  return [...ofFace, ...ofShots, ...pairViolations(film, host, frame)];
}

function endpointViolations(e: Endpoint, now: number): string[] {
  const broken: string[] = [];
  if (!atMost(e.snd.una, e.snd.nxt)) broken.push(`${e.state}: SND.UNA is beyond SND.NXT`);
  const first = e.unacked.at(0);
  // A connection that was given up leaves its numbers where they were.
  const alive = e.state !== "CLOSED" && e.state !== "LISTEN";
  if (first !== undefined && first.seq !== e.snd.una) broken.push(`${e.state}: the queue does not begin at SND.UNA`);
  if (alive && (first === undefined) !== (e.snd.una === e.snd.nxt))
    broken.push(`${e.state}: queue and SND.UNA disagree`);
  if ((first === undefined) !== (e.timers.retransmission === null)) {
    broken.push(`${e.state}: the retransmission timer must run while something is in flight, and only then`);
  }
  for (const [timer, states] of Object.entries(HOME) as [keyof typeof HOME, readonly State[]][]) {
    if (e.timers[timer] !== null && !states.includes(e.state)) broken.push(`${e.state}: the ${timer} timer runs`);
  }
  if (e.state === "TIME-WAIT" && e.timers.timeWait === null) broken.push("TIME-WAIT without an end");
  for (const [timer, at] of Object.entries(e.timers)) {
    if (at !== null && at < now) broken.push(`${e.state}: the ${timer} timer is overdue`);
  }
  return broken;
}

function stepViolations(before: Endpoint, after: Endpoint): string[] {
  const broken: string[] = [];
  const goesOn = isSynchronized(before.state) && isSynchronized(after.state);
  if (goesOn && !atMost(before.rcv.nxt, after.rcv.nxt)) broken.push("RCV.NXT went back");
  if (goesOn && !atMost(before.snd.una, after.snd.una)) broken.push("SND.UNA went back");
  if (goesOn && after.delivered < before.delivered) broken.push("delivered text was taken back");
  return broken;
}

/** Nobody can have received, or seen acknowledged, what the other side never sent. Ghosts may lie, so they end this check. */
function pairViolations(film: Film, host: string, { connections }: Frame): string[] {
  if ((film.scenario.ghosts ?? []).length > 0) return [];
  return (connections[host] ?? []).flatMap((mine) => {
    const theirs = connections[mine.remote.host]?.find(
      (c) => isSameAddress(c.remote, mine.local) && isSameAddress(c.local, mine.remote),
    );
    const [me, peer] = [mine.endpoint, theirs?.endpoint];
    if (peer === undefined || !isSynchronized(me.state) || !isSynchronized(peer.state)) return [];
    if (me.rcv.irs !== peer.snd.iss || peer.rcv.irs !== me.snd.iss) return []; // two incarnations that met
    if (distance(me.rcv.nxt, peer.snd.nxt) < 0) return [`${host} received more than was sent`];
    if (distance(me.snd.una, peer.rcv.nxt) < 0) return [`${host} saw more acknowledged than was received`];
    return [];
  });
}
