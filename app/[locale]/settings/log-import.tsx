"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { ask, type Problem } from "#app/_ui/ask.ts";
import { Button } from "#app/_ui/button.tsx";
import type { ImportWords } from "./words.ts";

/** Sends a file with a log to the server, and tells what became of it. */
export function LogImport({ words }: { words: ImportWords }) {
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);

  const send = async () => {
    const file = chooser.current?.files?.[0];
    setSaid("");
    setProblem(null);
    if (file === undefined) {
      setProblem({ message: words.noFile, reason: null, fields: [] });
      chooser.current?.focus();
      return;
    }
    setBusy(true);
    const init = { method: "POST", headers: { "content-type": "text/csv" }, body: file };
    const answer = await ask("/api/log", init, words.unreachable);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setSaid(sentenceIn(answer.said));
    router.refresh();
  };

  return (
    <form
      className="mt-6 rounded-lg border border-line bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <label htmlFor="log-file" className="block font-medium">
        {words.file}
      </label>
      <p id="log-file-hint" className="text-sm text-quiet">
        {words.importNote}
      </p>
      <input
        ref={chooser}
        id="log-file"
        type="file"
        accept=".csv,text/csv"
        aria-describedby="log-file-hint"
        className="mt-2 block w-full text-sm file:me-3 file:rounded file:border file:border-line file:bg-paper file:px-3 file:py-1"
      />
      <Button
        type="submit"
        aria-disabled={busy}
        className="mt-3 rounded-lg border border-ink px-4 py-2 hover:bg-sunk aria-disabled:opacity-60"
      >
        {busy ? words.importing : words.act}
      </Button>
      <p role="status" className="mt-2">
        {said}
      </p>
      {problem && (
        <div role="alert" className="mt-2 text-alarm">
          <p>{problem.message}</p>
          <ul className="list-disc ps-5 text-sm">
            {problem.fields.map((field) => (
              <li key={field}>{field}</li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}

function sentenceIn(said: unknown): string {
  if (typeof said !== "object" || said === null || !("message" in said)) return "";
  return typeof said.message === "string" ? said.message : "";
}
