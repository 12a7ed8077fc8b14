"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import { CheckLine } from "./check-line.tsx";

interface OneOf<Value extends string | number> {
  name: string;
  all: readonly Value[];
  chosen: Value;
  onChoose: (value: Value) => void;
}

/** One of several, each in a line of its own with what it means. */
export function Lines<Value extends string | number>({
  name,
  all,
  chosen,
  told,
  onChoose,
}: OneOf<Value> & { told: Readonly<Record<Value, { readonly name: string; readonly note?: string }>> }) {
  return (
    <div className="grid">
      {all.map((value) => (
        <CheckLine
          key={value}
          type="radio"
          look="row"
          name={name}
          checked={value === chosen}
          onChange={() => onChoose(value)}
        >
          <span>
            {told[value].name}
            {told[value].note && <span className="block text-sm text-quiet">{told[value].note}</span>}
          </span>
        </CheckLine>
      ))}
    </div>
  );
}

/** One of several, which look like keys side by side. */
export function Chips<Value extends string | number>({
  name,
  all,
  chosen,
  names,
  onChoose,
}: OneOf<Value> & { names: Readonly<Record<Value, string>> }) {
  return (
    <div className="flex flex-wrap gap-2">
      {all.map((value) => (
        <label
          key={value}
          className="cursor-pointer rounded-lg border border-line bg-raised px-4 py-2 hover:bg-sunk has-checked:border-client has-checked:bg-client-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChoose(value)}
            className="sr-only"
          />
          {names[value]}
        </label>
      ))}
    </div>
  );
}
