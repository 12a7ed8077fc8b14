import type { ComponentProps, ReactNode } from "react";
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
