import type { Segment } from "../segment.ts";
import { MSS_DEFAULT } from "./control-block.ts";
import type { Turn } from "./turn.ts";

/** RFC 7323, 2.3: a shift beyond 14 would make windows as large as half of the sequence space. */
const SHIFT_MAX = 14;

/** What the options of the peer's SYN and our own profile make possible: an option holds when both sides have it. */
export function agree({ e, now, profile }: Turn, { options, wnd }: Segment): void {
  const { mss, sackPermitted, timestamps, windowScale } = options;
  const scales = profile.windowScale !== null && windowScale !== undefined;
  e.agreed = {
    ...e.agreed,
    scales,
    sack: profile.sack && sackPermitted === true,
    stamps: profile.timestamps && timestamps !== undefined ? { recent: timestamps.value, recentAtUs: now } : null,
  };
  e.snd = {
    ...e.snd,
    wnd,
    maxWnd: wnd,
    mss: Math.min(profile.mss, Math.max(1, mss ?? MSS_DEFAULT)),
    scale: scales ? Math.min(windowScale, SHIFT_MAX) : 0,
  };
  e.rcv = { ...e.rcv, scale: scales ? (profile.windowScale ?? 0) : 0 };
}
