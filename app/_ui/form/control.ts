import { joined } from "../look.ts";

/** How much room a control takes; "code" is for what is written as a program prints it. */
export type ControlSize = keyof typeof SIZES;

const SIZES = {
  small: "px-2 py-1",
  medium: "min-h-9 px-2 py-1.5",
  code: "px-1.5 py-1.5 font-mono text-xs",
};

/** The classes of what is typed into or chosen from. */
export function controlLook(size: ControlSize, place: string | undefined): string {
  return joined("rounded border border-line bg-paper text-ink aria-[invalid=true]:border-alarm", SIZES[size], place);
}
