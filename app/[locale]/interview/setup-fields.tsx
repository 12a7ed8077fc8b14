import type { ReactNode } from "react";

/** A question of the form, with what is to be said about it. */
export function SetupGroup({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold">{title}</legend>
      {children}
      {note && <p className="mt-2 text-sm text-quiet">{note}</p>}
    </fieldset>
  );
}

interface OneOf<Value extends string | number> {
  name: string;
  all: readonly Value[];
  chosen: Value;
  onChoose: (value: Value) => void;
}

/** Radio buttons in lines of their own, each with what it means. */
export function Lines<Value extends string | number>({
  name,
  all,
  chosen,
  told,
  onChoose,
}: OneOf<Value> & { told: Readonly<Record<Value, { readonly name: string; readonly note?: string }>> }) {
  return (
    <div className="grid gap-1">
      {all.map((value) => (
        <label key={value} className="flex cursor-pointer items-baseline gap-3 rounded px-2 py-1 -mx-2 hover:bg-sunk">
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChoose(value)}
            className="accent-client"
          />
          <span>
            {told[value].name}
            {told[value].note && <span className="block text-sm text-quiet">{told[value].note}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

/** Radio buttons that look like keys side by side. */
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
