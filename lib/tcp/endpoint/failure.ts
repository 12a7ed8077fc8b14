import type { Failure } from "./control-block.ts";
import type { Turn } from "./turn.ts";

/** What the application is told when a RST ends the connection. `ending`: in CLOSING, LAST-ACK or TIME-WAIT. */
export function failureOfReset({ e, profile }: Turn, ending: boolean): Failure | null {
  if (profile.resetIsTold === "standard") {
    if (ending || e.app.orphan) return null;
    return e.state === "SYN-RECEIVED" ? "connection refused" : "connection reset";
  }
  if (e.app.orphan || e.state === "TIME-WAIT") return null;
  return e.state === "CLOSE-WAIT" ? "broken pipe" : "connection reset";
}
