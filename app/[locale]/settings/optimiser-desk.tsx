"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Alert } from "#app/_ui/alert.tsx";
import { Button } from "#app/_ui/button.tsx";
import { ProgressBar } from "#app/_ui/progress-bar.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import type { Optimiser, OptimiserState } from "#lib/optimiser/optimiser-job.ts";
import { useJob } from "./use-job.ts";

interface Props {
  initial: Optimiser;
  hasOwnWeights: boolean;
  words: Messages["optimiser"];
  unreachable: string;
}

/** Starts and cancels the search for better weights, watches it, and tells how it ended. */
export function OptimiserDesk({ initial, hasOwnWeights, words, unreachable }: Props) {
  const router = useRouter();
  const desk = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const job = useJob<OptimiserState>({ initial, address: "/api/optimiser", everyMs: 300, unreachable });
  const { now } = job;

  const ask = (method: "POST" | "DELETE") => {
    setSaid("");
    return job.tell({ method });
  };
  const drop = async () => {
    setSaid("");
    if (!(await job.tell({ method: "DELETE" }, "/api/optimiser/weights"))) return;
    job.setNow({ state: "idle" });
    setSaid(words.dropped);
    router.refresh();
  };
  /** The button that is pressed goes away: the focus stays here, rather than nowhere. */
  const press = (work: () => Promise<unknown>) => () => {
    desk.current?.focus();
    void work();
  };

  return (
    <div ref={desk} tabIndex={-1} className="mt-4">
      {now.state === "running" ? (
        <p className="flex flex-wrap items-center gap-3">
          <ProgressBar share={now.share} label={words.progress} />
          <Act onPress={press(() => ask("DELETE"))}>{words.cancel}</Act>
        </p>
      ) : (
        <p className="flex flex-wrap gap-3">
          {initial.missing === 0 && <Act onPress={press(() => ask("POST"))}>{words.start}</Act>}
          {hasOwnWeights && <Act onPress={press(drop)}>{words.published}</Act>}
        </p>
      )}
      <div role="status" className="mt-3">
        <Outcome now={now} words={words} />
        {said && <p>{said}</p>}
      </div>
      {job.problem && <Alert className="mt-2">{job.problem.message}</Alert>}
    </div>
  );
}

function Act({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <Button look="quiet" onClick={onPress}>
      {children}
    </Button>
  );
}

/** How the search goes, or how it ended. */
function Outcome({ now, words }: { now: OptimiserState; words: Messages["optimiser"] }) {
  switch (now.state) {
    case "idle":
      return null;
    case "running":
      return <p className="text-quiet">{words.running}</p>;
    case "cancelled":
      return <p>{words.cancelled}</p>;
    case "failed":
      return <p className="text-alarm">{words.failed[now.reason]}</p>;
    case "done":
      return <Result {...now} words={words} />;
  }
}

interface ResultProps {
  before: number;
  after: number;
  kept: boolean;
  words: Messages["optimiser"];
}

function Result({ before, after, kept, words }: ResultProps) {
  return (
    <>
      <p>{kept ? words.kept : words.notKept}</p>
      <dl className="mt-2 grid w-fit grid-cols-[auto_auto] gap-x-4 text-sm">
        <dt>{words.before}</dt>
        <dd>{before.toFixed(4)}</dd>
        <dt>{words.after}</dt>
        <dd>{after.toFixed(4)}</dd>
      </dl>
      <p className="mt-1 text-sm text-quiet">{words.lossNote}</p>
    </>
  );
}
