"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useState, useTransition } from "react";
import type { LastAnswer } from "#lib/review/queries.ts";
import { useKeys } from "./keys.ts";
import { type Outcome, send } from "./send.ts";
import type { ReviewWords } from "./words.ts";

interface Desk {
  /** A request is under way, or the next card is. */
  readonly busy: boolean;
  /** A card was answered or taken back on this page: the next one is to be announced. */
  readonly movedOn: boolean;
  /** Sends one request; on success the page is refreshed and `said` announced. The outcome comes back at once. */
  readonly submit: (method: "PUT" | "DELETE", id: string, body: object | null, said: string) => Promise<Outcome>;
}

const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("a review card stands outside of its desk");
  return desk;
}

interface Props {
  undoable: LastAnswer | null;
  left: string;
  words: ReviewWords;
  children: ReactNode;
}

/** What stays while cards come and go: what is left, undo, and the sentence that says what just happened. */
export function ReviewDesk({ undoable, left, words, children }: Props) {
  const router = useRouter();
  const [said, setSaid] = useState<{ sentence: string; alarm: boolean }>({ sentence: "", alarm: false });
  const [sending, setSending] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const busy = sending || refreshing;

  const submit = useCallback<Desk["submit"]>(
    async (method, id, body, sentence) => {
      setSending(true);
      const outcome = await send(method, id, body, words);
      setSending(false);
      setSaid(outcome.ok ? { sentence, alarm: false } : { sentence: outcome.message, alarm: true });
      if (outcome.ok || outcome.outdated) startRefresh(() => router.refresh());
      return outcome;
    },
    [router, words],
  );

  const undo = () => {
    if (undoable !== null && !busy) void submit("DELETE", undoable.id, null, words.undone);
  };
  useKeys(["KeyU"], undo);

  return (
    <DeskContext.Provider value={{ busy, movedOn: said.sentence !== "" && !said.alarm, submit }}>
      <div className="mx-auto mb-6 flex min-h-9 max-w-2xl flex-wrap items-center justify-between gap-x-4 text-sm text-quiet">
        <span>{left}</span>
        {undoable && (
          <button
            type="button"
            onClick={undo}
            title={undoable.question}
            aria-keyshortcuts="u"
            className="rounded px-2 py-1 underline underline-offset-4 hover:text-ink"
          >
            {words.undo[undoable.rating as keyof ReviewWords["undo"]]}
          </button>
        )}
      </div>
      <div className="mx-auto max-w-2xl">
        <p role="status" className={said.alarm ? "sr-only" : "mb-4 text-sm text-quiet empty:hidden"}>
          {said.alarm ? "" : said.sentence}
        </p>
        <p role="alert" className={said.alarm ? "mb-4 rounded-lg bg-alarm-soft px-4 py-3 text-alarm" : "sr-only"}>
          {said.alarm ? said.sentence : ""}
        </p>
      </div>
      {children}
    </DeskContext.Provider>
  );
}
