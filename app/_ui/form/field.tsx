"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ComponentProps, ReactNode } from "react";
import { CheckLine } from "./check-line.tsx";
import { NumberInput } from "./text-input.tsx";

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

interface NumberFieldProps extends Omit<FieldProps, "children"> {
  value: number;
  min: number;
  max: number;
  step?: ComponentProps<"input">["step"];
}

export function NumberField({ value, min, max, step = 1, ...field }: NumberFieldProps) {
  return (
    <Field {...field}>{(control) => <NumberInput {...control} {...{ min, max, step }} defaultValue={value} />}</Field>
  );
}

interface CheckFieldProps extends Pick<FieldProps, "name" | "label" | "hint"> {
  checked: boolean;
}

export function CheckField({ name, label, hint, checked }: CheckFieldProps) {
  return (
    <div>
      <CheckLine
        name={name}
        defaultChecked={checked}
        aria-describedby={controlOf(name, hint, undefined)["aria-describedby"]}
      >
        {label}
      </CheckLine>
      <FieldNotes name={name} hint={hint} error={undefined} />
    </div>
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
