"use client";

import {
  type InputHTMLAttributes,
  type RefObject,
  type TextareaHTMLAttributes,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Language } from "#lib/i18n/languages.ts";

/** Small, since it reaches the browser in both languages. */
const SAID: Readonly<Record<Language, (max: string, over: number) => string>> = {
  en: (max, over) =>
    `At most ${max} characters fit here. The last ${over === 1 ? "one" : over} did not fit and ${over === 1 ? "was" : "were"} left out.`,
  zh: (max, over) => `这里最多能放 ${max} 个字符，多出的 ${over} 个没有放进来。`,
};

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
  language: Language;
}

/** What is told of what did not fit; nothing while all does. */
export function LeftOut({ over, maxLength, language }: Limits & { over: number }) {
  if (over <= 0) return null;
  return (
    <span role="alert" className="mt-1 block text-sm whitespace-normal text-alarm">
      {SAID[language](maxLength.toLocaleString("en"), over)}
    </span>
  );
}

interface AreaProps extends Limits, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "maxLength"> {
  ref?: RefObject<HTMLTextAreaElement | null>;
}

/** A text of several lines that says when something did not fit. */
export function LimitedArea({ ref, language, ...area }: AreaProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  const field = ref ?? own;
  return (
    <>
      <textarea {...area} ref={field} />
      <LeftOut over={useCut(field)} maxLength={area.maxLength} language={language} />
    </>
  );
}

/** The same for one line. */
export function LimitedInput({
  language,
  ...input
}: Limits & Omit<InputHTMLAttributes<HTMLInputElement>, "maxLength">) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input {...input} ref={field} />
      <LeftOut over={useCut(field)} maxLength={input.maxLength} language={language} />
    </>
  );
}
