"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ask, type ReplyProblem } from "#app/_ui/ask.ts";
import { Button } from "#app/_ui/button.tsx";
import type { ToldImport } from "#app/api/log/_told.ts";
import type { Messages } from "#lib/i18n/messages.ts";

const LOOK_EVERY_MS = 400;

interface Props {
  initial: ToldImport;
  words: Messages["log"]["form"];
  unreachable: string;
}

/** Sends a file with a log to the server, watches what is taken over, also after a reload, and can end it. */
export function LogImport({ initial, words, unreachable }: Props) {
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const [now, setNow] = useState(initial);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Pick<ReplyProblem, "message" | "fields"> | null>(null);
  const isRunning = now.state === "running";

  const tell = async (path: `/api/${string}`, init: RequestInit) => {
    const answer = await ask(path, init, unreachable);
    if (!answer.ok) return setProblem(answer.problem);
    // Ours answers with nothing else.
    const next = answer.said as ToldImport;
    setProblem(null);
    setNow(next);
    // What the server rendered counts answers.
    if (next.state !== "running") router.refresh();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: whether an import goes on is the one reason to look
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void tell("/api/log/import", { method: "GET" }), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning]);

  const send = async () => {
    const file = chooser.current?.files?.[0];
    setProblem(null);
    if (file === undefined) {
      setProblem({ message: words.noFile, fields: [] });
      chooser.current?.focus();
      return;
    }
    setSending(true);
    await tell("/api/log", { method: "POST", headers: { "content-type": "text/csv" }, body: file });
    setSending(false);
  };

  return (
    <div ref={desk} tabIndex={-1} className="mt-6 rounded-lg border border-line bg-raised p-4">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSending && !isRunning) void send();
        }}
      >
        <label htmlFor="log-file" className="block font-medium">
          {words.file}
        </label>
        <p id="log-file-hint" className="text-sm text-quiet">
          {words.note}
        </p>
        <input
          ref={chooser}
          id="log-file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          aria-describedby="log-file-hint"
          className="mt-2 block w-full text-sm file:me-3 file:rounded file:border file:border-line file:bg-paper file:px-3 file:py-1"
        />
        <Button
          type="submit"
          aria-disabled={isSending || isRunning}
          className="mt-3 rounded-lg border border-ink px-4 py-2 hover:bg-sunk aria-disabled:opacity-60"
        >
          {isSending ? words.reading : words.act}
        </Button>
      </form>
      {isRunning && (
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <progress
            max={1}
            value={now.share}
            aria-label={words.progress}
            className="h-3 w-full max-w-xs accent-client"
          />
          <Button
            type="button"
            onClick={() => {
              // The button goes away: the focus stays here, rather than nowhere.
              desk.current?.focus();
              void tell("/api/log/import", { method: "DELETE" });
            }}
            className="rounded-lg border border-ink px-4 py-2 hover:bg-sunk"
          >
            {words.cancel}
          </Button>
        </p>
      )}
      {/* What changes several times a second is not read aloud; how it ended is. */}
      {isRunning && <p className="mt-2 text-sm text-quiet">{now.message}</p>}
      <p role="status" className="mt-2">
        {!isRunning && !isSending && now.message}
      </p>
      {problem && (
        <div role="alert" className="mt-2 text-alarm">
          <p>{problem.message}</p>
          <ul className="list-disc ps-5 text-sm">
            {problem.fields.map((field) => (
              <li key={field} className="wrap-anywhere">
                {field}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
