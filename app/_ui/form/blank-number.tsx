"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { Messages } from "#lib/i18n/messages.ts";
import { LimitedInput } from "../limited.tsx";
import { type ControlSize, controlLook } from "./control.ts";

interface Props {
  id?: string;
  "aria-label"?: string;
  name: string;
  value: string;
  size: ControlSize;
  className: string;
  leftOut: Messages["failed"]["leftOut"];
  onType: (value: string) => void;
}

/** As long as the longest number that is asked for, with room for spaces. */
const LENGTH_MAX = 14;

/** A number of a question, as it is typed: it may be no number yet, or be written with signs that are taken away later. */
export function BlankNumber({ size, className, onType, ...input }: Props) {
  return (
    <LimitedInput
      {...input}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={LENGTH_MAX}
      onChange={(event) => onType(event.target.value)}
      className={controlLook(size, className)}
    />
  );
}
