import { useRef, useState } from "react";
import { linkTextOf } from "#lib/content/link-text.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { save } from "./exports.ts";

/** In bytes: whatever fits into a link takes less room as a file, however generously it is indented. */
const FILE_MAX = 200_000;

interface Bag {
  film: Film;
  /** What saved files are called. */
  name: string;
  language: Language;
  words: Messages["lab"]["desk"];
  /** false: the scenario is too long to be a link. */
  onOpen: (scenario: Scenario) => boolean;
}

/** An address that could not be copied, and why; the nth that was asked for. */
interface HandCopy {
  readonly address: string;
  readonly nth: number;
  readonly why: string;
}

/** What can be done with a film: each tells in a sentence what came of it. */
export function useTools({ film, name, language, words, onOpen }: Bag) {
  const [told, setTold] = useState("");
  const tries = useRef(0);
  const [byHand, setByHand] = useState<HandCopy | null>(null);

  const attempt = (what: () => Promise<string>) => {
    setByHand(null);
    what().then(setTold, () => setTold(words.failed));
  };
  const copy = async () => {
    const text = linkTextOf(film.scenario);
    if (text === null) return words.tooLong;
    const address = `${location.origin}/${language}/lab?s=${text}`;
    try {
      await navigator.clipboard.writeText(address);
      return words.shared;
    } catch {
      // Over plain http there is no clipboard at all.
      const why = window.isSecureContext ? words.copyRefused : words.copyPlain;
      tries.current += 1;
      setByHand({ address, why, nth: tries.current });
      return "";
    }
  };
  const read = async (file: File | undefined) => {
    if (file === undefined) return "";
    if (file.size > FILE_MAX) return words.tooLong;
    let value: unknown;
    try {
      value = JSON.parse(await file.text());
    } catch {
      return words.notJson;
    }
    // The page that the link leads to checks it, and says what is wrong.
    return onOpen(value as Scenario) ? "" : words.tooLong;
  };

  return {
    told,
    byHand,
    share: () => attempt(copy),
    keep: (make: () => Promise<Blob> | Blob, ending: string) =>
      attempt(async () => {
        save(await make(), `${name}.${ending}`);
        return `${name}.${ending}`;
      }),
    open: (file: File | undefined) => attempt(() => read(file)),
  };
}
