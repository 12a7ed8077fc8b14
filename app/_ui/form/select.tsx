"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ComponentProps, ReactNode } from "react";
import { type ControlSize, controlLook } from "./control.ts";

interface SelectProps<Value extends string> extends Omit<ComponentProps<"select">, "size" | "onChange"> {
  size?: ControlSize;
  /** Each with what it is called. */
  options?: readonly (readonly [Value, string])[];
  /** Left out: what was chosen is read by the form. */
  onChoose?: (value: Value) => void;
  /** Options that stand before the others. */
  children?: ReactNode;
}

/** A list to choose one from. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { size = "medium", options = [], onChoose, className, children, ...select } = props;
  const tell = onChoose && {
    onChange: ({ target }: { target: HTMLSelectElement }) => {
      const chosen = options.find(([option]) => option === target.value);
      if (chosen !== undefined) onChoose(chosen[0]);
    },
  };
  return (
    <select {...select} {...tell} className={controlLook(size, className)}>
      {children}
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
}
