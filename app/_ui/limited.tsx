"use client";

import {
  type InputHTMLAttributes,
  type RefObject,
  type TextareaHTMLAttributes,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Sentence } from "#lib/i18n/form.ts";
import { say } from "#lib/i18n/say.ts";

type Field = HTMLTextAreaElement | HTMLInputElement;

/** How many characters of a text do not fit any more, when it takes the place of what is selected. */
function overflow(field: Field, text: string): number {
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  return text.replaceAll("\r\n", "\n").length - (field.maxLength - field.value.length + selected);
}

/** A browser cuts what is longer than a field without a word: how many characters the last input lost, to be told. */
function useCut(field: RefObject<Field | null>): number {
  const [over, setOver] = useState(0);
  useEffect(() => {
    const typed = field.current;
    const onInput = (event: Event) => {
      if (!(event instanceof InputEvent) || typed === null || event.isComposing) return;
      const text =
        event.data ?? event.dataTransfer?.getData("text/plain") ?? (event.inputType === "insertLineBreak" ? "\n" : "");
      setOver(Math.max(0, overflow(typed, text)));
    };
    typed?.addEventListener("beforeinput", onInput);
    return () => typed?.removeEventListener("beforeinput", onInput);
  }, [field]);
  return over;
}

interface Limits {
  /** How many characters it holds. */
  maxLength: number;
  /** Says that the last {n} characters did not fit into {max}. */
  leftOut: Sentence<"max" | "n">;
}

/** What is told of what did not fit; nothing while all does. */
export function LeftOut({ over, maxLength, leftOut }: Limits & { over: number }) {
  if (over <= 0) return null;
  return (
    <span role="alert" className="mt-1 block text-sm whitespace-normal text-alarm">
      {say(leftOut, { max: maxLength, n: over })}
    </span>
  );
}

interface AreaProps extends Limits, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "maxLength"> {
  ref?: RefObject<HTMLTextAreaElement | null>;
}

/** A text of several lines that says when something did not fit. */
export function LimitedArea({ ref, leftOut, ...area }: AreaProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  const field = ref ?? own;
  return (
    <>
      <textarea {...area} ref={field} />
      <LeftOut over={useCut(field)} maxLength={area.maxLength} leftOut={leftOut} />
    </>
  );
}

/** The same for one line. */
export function LimitedInput({ leftOut, ...input }: Limits & Omit<InputHTMLAttributes<HTMLInputElement>, "maxLength">) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input {...input} ref={field} />
      <LeftOut over={useCut(field)} maxLength={input.maxLength} leftOut={leftOut} />
    </>
  );
}
