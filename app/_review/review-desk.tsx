"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useState, useTransition } from "react";
import { Button } from "#app/_ui/button.tsx";
import { useKeys } from "#app/_ui/use-keys.ts";
import type { Done } from "#lib/review/history.ts";
import { type Method, type Outcome, type ReviewPath, send } from "./send.ts";
import type { ReviewWords } from "./words.ts";

interface Desk {
  /** A request is under way, or the next card is. */
  readonly busy: boolean;
  /** A card was answered or taken back on this page: the next one is to be announced. */
  readonly movedOn: boolean;
  /** Sends one request; on success the page is refreshed and `said` announced. The outcome comes back at once. */
  readonly submit: (method: Method, path: ReviewPath, body: object | null, said: string) => Promise<Outcome>;
  /** Tells something that stays until the next request. */
  readonly tell: (notice: ReactNode) => void;
}

const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("a review card stands outside of its desk");
  return desk;
}

interface Props {
  undoable: Done | null;
  redoable: Done | null;
  left: string;
  words: ReviewWords;
  children: ReactNode;
}

/** What stays while cards come and go: what is left, undo and redo, and the sentence that says what just happened. */
export function ReviewDesk({ undoable, redoable, left, words, children }: Props) {
  const router = useRouter();
  const [said, setSaid] = useState<{ sentence: string; alarm: boolean }>({ sentence: "", alarm: false });
  const [notice, tell] = useState<ReactNode>(null);
  const [sending, setSending] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const busy = sending || refreshing;

  const submit = useCallback<Desk["submit"]>(
    async (method, path, body, sentence) => {
      setSending(true);
      const outcome = await send(method, path, body, words);
      setSending(false);
      tell(null);
      setSaid(outcome.ok ? { sentence, alarm: false } : { sentence: outcome.message, alarm: true });
      if (outcome.ok || outcome.outdated) startRefresh(() => router.refresh());
      return outcome;
    },
    [router, words],
  );

  const takeBack = (done: Done | null, sentence: string) => {
    if (done !== null && !busy) void submit("DELETE", `/api/reviews/${done.entryId}`, null, sentence);
  };
  const undo = () => takeBack(undoable, words.undone);
  const redo = () => takeBack(redoable, words.redone);
  useKeys(["u", "Mod+z", "Mod+Shift+z"], (key) => (key === "Mod+Shift+z" ? redo() : undo()));

  return (
    <DeskContext.Provider value={{ busy, movedOn: said.sentence !== "" && !said.alarm, submit, tell }}>
      <div className="mx-auto mb-6 flex min-h-9 max-w-2xl flex-wrap items-center gap-x-4 text-sm text-quiet">
        <span className="me-auto">{left}</span>
        {undoable && (
          <Taking done={undoable} keys="u Control+Z Meta+Z" label={words.undo} words={words} onTake={undo} />
        )}
        {redoable && (
          <Taking done={redoable} keys="Control+Shift+Z Meta+Shift+Z" label={words.redo} words={words} onTake={redo} />
        )}
      </div>
      <div className="mx-auto max-w-2xl">
        <p role="status" className={said.alarm ? "sr-only" : "mb-4 text-sm text-quiet empty:hidden"}>
          {said.alarm ? "" : said.sentence}
        </p>
        <p role="alert" className={said.alarm ? "mb-4 rounded-lg bg-alarm-soft px-4 py-3 text-alarm" : "sr-only"}>
          {said.alarm ? said.sentence : ""}
        </p>
        {notice}
      </div>
      {children}
    </DeskContext.Provider>
  );
}

interface TakingProps {
  done: Done;
  keys: string;
  label: string;
  words: ReviewWords;
  onTake: () => void;
}

/** "Undo “Good”", "Redo “Put off”". */
function Taking({ done, keys, label, words, onTake }: TakingProps) {
  const isGrade = done.rating !== null && done.kind !== "interview";
  const what = isGrade ? words.grades[done.rating] : words.did[done.kind];
  return (
    <Button
      type="button"
      onClick={onTake}
      title={done.question}
      aria-keyshortcuts={keys}
      className="rounded px-2 py-1 underline underline-offset-4 hover:text-ink"
    >
      {`${label}${words.quote[0]}${what}${words.quote[1]}`}
    </Button>
  );
}
