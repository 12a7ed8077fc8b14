"use client";

import { type FormEvent, type RefObject, useRef, useState } from "react";
import { Box } from "#app/_ui/box.tsx";
import { Button } from "#app/_ui/button.tsx";
import { ProgressBar } from "#app/_ui/progress-bar.tsx";
import type { ToldImport } from "#app/api/log/_told.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { type JobProblem, useJob } from "./use-job.ts";

interface Props {
  initial: ToldImport;
  words: Messages["log"]["form"];
  unreachable: string;
}

/** Sends a file with a log to the server, watches what is taken over, also after a reload, and can end it. */
export function LogImport({ initial, words, unreachable }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const [isSending, setSending] = useState(false);
  const job = useJob({ initial, address: "/api/log/import", everyMs: 400, unreachable });
  const { now, isRunning, problem } = job;

  const send = async () => {
    const file = chooser.current?.files?.[0];
    job.setProblem(null);
    if (file === undefined) {
      job.setProblem({ message: words.noFile, fields: [] });
      chooser.current?.focus();
      return;
    }
    setSending(true);
    await job.tell({ method: "POST", headers: { "content-type": "text/csv" }, body: file }, "/api/log");
    setSending(false);
  };
  const cancel = () => {
    // The button goes away: the focus stays here, rather than nowhere.
    desk.current?.focus();
    void job.tell({ method: "DELETE" });
  };

  return (
    <Box ref={desk} tabIndex={-1} look="raised" className="mt-6">
      <FileForm chooser={chooser} isSending={isSending} isBusy={isSending || isRunning} words={words} onSend={send} />
      {now.state === "running" && (
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <ProgressBar share={now.share} label={words.progress} />
          <Button look="quiet" onClick={cancel}>
            {words.cancel}
          </Button>
        </p>
      )}
      {/* What changes several times a second is not read aloud; how it ended is. */}
      {isRunning && <p className="mt-2 text-sm text-quiet">{now.message}</p>}
      <p role="status" className="mt-2">
        {!isRunning && !isSending && now.message}
      </p>
      {problem && <Refused problem={problem} />}
    </Box>
  );
}

interface FileFormProps {
  chooser: RefObject<HTMLInputElement | null>;
  isSending: boolean;
  /** Nothing can be sent now. */
  isBusy: boolean;
  words: Messages["log"]["form"];
  onSend: () => Promise<void>;
}

function FileForm({ chooser, isSending, isBusy, words, onSend }: FileFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void onSend();
  };
  return (
    <form onSubmit={submit}>
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
      <Button type="submit" look="quiet" aria-disabled={isBusy} className="mt-3">
        {isSending ? words.reading : words.act}
      </Button>
    </form>
  );
}

/** Why nothing was taken over, line by line. */
function Refused({ problem: { message, fields } }: { problem: JobProblem }) {
  return (
    <div role="alert" className="mt-2 text-alarm">
      <p>{message}</p>
      <ul className="list-disc ps-5 text-sm">
        {fields.map((field) => (
          <li key={field} className="wrap-anywhere">
            {field}
          </li>
        ))}
      </ul>
    </div>
  );
}
