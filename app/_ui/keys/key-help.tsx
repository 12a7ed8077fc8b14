"use client";

import { useRef, useState } from "react";
import type { Messages } from "#lib/i18n/messages.ts";
import { Button } from "../button.tsx";
import { press } from "../press.ts";
import { type KeyHint, keyHints } from "./key-hints.ts";
import { useKeys } from "./use-keys.ts";

/** A list of the page's keys, which "?" opens anywhere, and a button for who does not know that. */
export function KeyHelp({ words }: { words: Messages["keys"] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [hints, setHints] = useState<readonly KeyHint[]>([]);
  const toggle = () => {
    if (dialog.current?.open) return dialog.current.close();
    setHints(keyHints());
    dialog.current?.showModal();
  };
  useKeys(["?"], toggle);
  return (
    <>
      <Button
        onClick={press(toggle)}
        aria-keyshortcuts="?"
        look="bare"
        className="px-2 py-1 text-sm pointer-coarse:hidden"
      >
        {words.open} <kbd className={KEY}>?</kbd>
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby="key-help"
        className="m-auto max-h-[80dvh] w-[min(32rem,calc(100%-2rem))] overflow-y-auto rounded-xl border border-line bg-raised p-5 text-ink backdrop:bg-ink/40"
      >
        <h2 id="key-help" className="text-xl font-semibold">
          {words.heading}
        </h2>
        {hints.length === 0 && <p className="mt-3">{words.none}</p>}
        <dl className="mt-3 grid grid-cols-[fit-content(9rem)_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2">
          {[...hints, { keys: ["?"], told: words.help }].map((hint) => (
            <Hint key={hint.told} {...hint} />
          ))}
        </dl>
        <p className="mt-4 text-sm text-quiet">{words.where}</p>
        <form method="dialog" className="mt-4">
          <Button type="submit" look="quiet">
            {words.close}
          </Button>
        </form>
      </dialog>
    </>
  );
}

function Hint({ keys, told }: KeyHint) {
  return (
    <>
      <dt className="flex flex-wrap justify-end gap-1">
        {keys.map((key) => (
          <kbd key={key} className={KEY}>
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{told}</dd>
    </>
  );
}

const KEY = "rounded border border-line bg-sunk px-1.5 py-0.5 font-mono text-xs text-ink";
