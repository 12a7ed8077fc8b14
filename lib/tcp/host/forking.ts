import type { Endpoint } from "../endpoint/control-block.ts";
import { freshSnd } from "../endpoint/turn.ts";
import type { Seq } from "../sequence.ts";
import type { Listener } from "./listener.ts";
import type { Machine } from "./machine.ts";
import type { Packet } from "./packet.ts";

/** A copy of the listener's endpoint for whoever sent the packet, with a number of its own. */
export function fork(machine: Machine, { endpoint }: Listener, { from, to }: Packet, iss: Seq): Endpoint {
  const stampOffset = machine.numbers.stampOffset(to, from);
  return { ...endpoint, snd: freshSnd(iss, endpoint.snd), agreed: { ...endpoint.agreed, stampOffset } };
}
