"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { LANG_TAG, type Language } from "#lib/i18n/languages.ts";

const KEY = "interview: read aloud";

/** Reads what is said, if the browser can and the candidate wants it; the wish is remembered in this browser. */
export function useReading(language: Language, text: string) {
  const [can, setCan] = useState(false);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    setCan("speechSynthesis" in window);
    setWanted(stored() === "yes");
  }, []);
  const read = useCallback(() => {
    if (!("speechSynthesis" in window) || text === "") return;
    window.speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = LANG_TAG[language];
    window.speechSynthesis.speak(utterance);
  }, [text, language]);
  useEffect(() => {
    if (wanted) read();
    return () => {
      if ("speechSynthesis" in window) window.speechSynthesis.cancel();
    };
  }, [wanted, read]);
  const want = (next: boolean) => {
    setWanted(next);
    try {
      localStorage.setItem(KEY, next ? "yes" : "no");
    } catch {
      // A browser may forbid storage; then it is asked again the next time.
    }
  };
  return { can, wanted, want, read };
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** What of the Web Speech API is used; browsers name it differently, and TypeScript does not know it. */
interface Recognition {
  lang: string;
  continuous: boolean;
  onresult: ((event: RecognitionEvent) => void) | null;
  onerror: ((event: { readonly error?: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}
interface RecognitionEvent {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}
type SpeechWindow = Window & Partial<Record<"SpeechRecognition" | "webkitSpeechRecognition", new () => Recognition>>;

/** Speech to text, where the browser has it; every phrase goes to `onPhrase` once it is certain. */
export function useDictation(language: Language, onPhrase: (phrase: string) => void) {
  const [can, setCan] = useState(false);
  const [isOn, setOn] = useState(false);
  const [failed, setFailed] = useState<"plain http" | "somehow" | null>(null);
  const running = useRef<Recognition | null>(null);
  const latest = useRef(onPhrase);
  const onEnd = useRef(() => {});
  useEffect(() => {
    latest.current = onPhrase;
  });
  useEffect(() => {
    setCan(recognitionOf(window) !== undefined);
    return () => running.current?.stop();
  }, []);
  const start = () => {
    const Constructor = recognitionOf(window);
    if (Constructor === undefined) return;
    const recognition = new Constructor();
    recognition.lang = LANG_TAG[language];
    recognition.continuous = true;
    recognition.onresult = ({ results, resultIndex }) => {
      for (const result of Array.from(results).slice(resultIndex)) {
        const phrase = result.isFinal ? result[0]?.transcript.trim() : "";
        if (phrase) latest.current(phrase);
      }
    };
    recognition.onerror = ({ error = "" }) =>
      // Over plain http browsers give no page the microphone.
      setFailed(HARMLESS.includes(error) ? null : window.isSecureContext ? "somehow" : "plain http");
    recognition.onend = () => {
      running.current = null;
      setOn(false);
      onEnd.current();
    };
    running.current = recognition;
    setFailed(null);
    setOn(true);
    recognition.start();
  };
  /** Ends it, and waits a moment for the last phrase. */
  const finish = () =>
    new Promise<void>((resolve) => {
      if (running.current === null) return resolve();
      onEnd.current = resolve;
      setTimeout(resolve, LAST_PHRASE_MS);
      running.current.stop();
    });
  return { can, isOn, failed, finish, toggle: () => (isOn ? void finish() : start()) };
}

const LAST_PHRASE_MS = 1_500;
/** Nobody spoke, or somebody stopped it. */
const HARMLESS: readonly string[] = ["no-speech", "aborted"];

function recognitionOf(from: SpeechWindow) {
  return from.SpeechRecognition ?? from.webkitSpeechRecognition;
}
