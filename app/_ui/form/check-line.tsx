"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ComponentProps, ReactNode } from "react";

interface Props extends Omit<ComponentProps<"input">, "type" | "className"> {
  type?: "checkbox" | "radio";
  /** "row": as wide as the list of which it is one, and it shows that all of it can be pressed. */
  look?: keyof typeof LOOKS;
  children: ReactNode;
}

const LOOKS = {
  line: { label: "flex w-fit cursor-pointer items-baseline gap-2", box: "accent-client" },
  row: {
    label: "-mx-2 flex cursor-pointer items-start gap-3 rounded px-2 py-1.5 hover:bg-sunk",
    box: "mt-1.5 size-4 shrink-0 accent-client",
  },
};

/** A box to tick, or one of several to choose, with what it means beside it. */
export function CheckLine({ type = "checkbox", look = "line", children, ...input }: Props) {
  const { label, box } = LOOKS[look];
  return (
    <label className={label}>
      <input {...input} type={type} className={box} />
      {children}
    </label>
  );
}
