"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ComponentProps } from "react";
import { type ControlSize, controlLook } from "./control.ts";

/** A line to be typed: a text, a number, a day. */
export function TextInput({
  size = "medium",
  className,
  ...input
}: Omit<ComponentProps<"input">, "size"> & { size?: ControlSize }) {
  return <input {...input} className={controlLook(size, className)} />;
}

interface NumberProps extends Omit<ComponentProps<typeof TextInput>, "type" | "onChange"> {
  min: number;
  max: number;
  /** Left out: what was typed is read by the form. */
  onNumber?: (value: number) => void;
}

/** A number to be typed. While what stands there is none, nothing is told. */
export function NumberInput({ onNumber, className = "w-28", ...input }: NumberProps) {
  const tell = onNumber && {
    onChange: ({ target }: { target: HTMLInputElement }) => {
      if (!Number.isNaN(target.valueAsNumber)) onNumber(target.valueAsNumber);
    },
  };
  return <TextInput {...input} {...tell} type="number" className={className} />;
}
