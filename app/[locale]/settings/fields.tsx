import type { InputHTMLAttributes, ReactNode } from "react";

export const INPUT = "rounded border border-line bg-paper px-2 py-1.5 aria-[invalid=true]:border-alarm";

interface FieldProps {
  /** The field's name in the form, and in what the server says about it. */
  name: string;
  label: string;
  hint?: string | undefined;
  /** A sentence that says what is wrong; undefined: nothing is. */
  error: string | undefined;
  children: (control: Control) => ReactNode;
}

/** What ties a control to its label, its hint and its error. */
export interface Control {
  readonly id: string;
  readonly name: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

/** A control with its label above, its hint below, and what is wrong with it. */
export function Field({ name, label, hint, error, children }: FieldProps) {
  const control = controlOf(name, hint, error);
  return (
    <div>
      <label htmlFor={control.id} className="block">
        {label}
      </label>
      <div className="mt-1">{children(control)}</div>
      <FieldNotes name={name} hint={hint} error={error} />
    </div>
  );
}

interface NumberProps extends Omit<FieldProps, "children"> {
  value: number;
  min: number;
  max: number;
  step?: InputHTMLAttributes<HTMLInputElement>["step"];
}

export function NumberField({ value, min, max, step = 1, ...field }: NumberProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input {...control} type="number" {...{ min, max, step }} defaultValue={value} className={`${INPUT} w-28`} />
      )}
    </Field>
  );
}

interface CheckProps extends Omit<FieldProps, "children" | "error"> {
  checked: boolean;
}

export function CheckField({ name, label, hint, checked }: CheckProps) {
  return (
    <div>
      <label className="flex items-baseline gap-2">
        <input
          type="checkbox"
          name={name}
          defaultChecked={checked}
          aria-describedby={controlOf(name, hint, undefined)["aria-describedby"]}
        />
        {label}
      </label>
      <FieldNotes name={name} hint={hint} error={undefined} />
    </div>
  );
}

/** A group of fields under a name. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-5 border-t border-line pt-4">
      <legend className="pe-3 font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

export function FieldNotes({ name, hint, error }: Pick<FieldProps, "name" | "hint" | "error">) {
  return (
    <>
      {hint && (
        <p id={`${name}-hint`} className="mt-1 text-sm text-quiet">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="mt-1 text-sm text-alarm">
          {error}
        </p>
      )}
    </>
  );
}

function controlOf(name: string, hint: string | undefined, error: string | undefined): Control {
  const notes = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(" ");
  return {
    id: name,
    name,
    "aria-describedby": notes || undefined,
    "aria-invalid": error === undefined ? undefined : true,
  };
}
