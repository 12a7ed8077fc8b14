"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ask } from "#app/_ui/ask.ts";
import { Button } from "#app/_ui/button.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import type { Optimiser, OptimiserState } from "#lib/optimiser/job.ts";

const LOOK_EVERY_MS = 300;

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
  const [now, setNow] = useState<OptimiserState>(initial);
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState("");
  const isRunning = now.state === "running";

  const tell = async (path: `/api/${string}`, method: "GET" | "POST" | "DELETE") => {
    const answer = await ask(path, { method }, unreachable);
    setSaid("");
    setProblem(answer.ok ? "" : answer.problem.message);
    if (!answer.ok || answer.said === null) return answer.ok;
    const next = answer.said as Optimiser;
    setNow(next);
    // What the server rendered speaks of the weights in force.
    if (next.state === "done") router.refresh();
    return true;
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: whether a search goes on is the one reason to look
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void tell("/api/optimiser", "GET"), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning]);

  const drop = async () => {
    if (!(await tell("/api/optimiser/weights", "DELETE"))) return;
    setNow({ state: "idle" });
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
      {isRunning ? (
        <p className="flex flex-wrap items-center gap-3">
          <progress
            max={1}
            value={now.share}
            aria-label={words.progress}
            className="h-3 w-full max-w-xs accent-client"
          />
          <Act onPress={press(() => tell("/api/optimiser", "DELETE"))}>{words.cancel}</Act>
        </p>
      ) : (
        <p className="flex flex-wrap gap-3">
          {initial.missing === 0 && <Act onPress={press(() => tell("/api/optimiser", "POST"))}>{words.start}</Act>}
          {hasOwnWeights && <Act onPress={press(drop)}>{words.published}</Act>}
        </p>
      )}
      <div role="status" className="mt-3">
        {isRunning && <p className="text-quiet">{words.running}</p>}
        {now.state === "cancelled" && <p>{words.cancelled}</p>}
        {now.state === "failed" && <p className="text-alarm">{words.failed[now.reason]}</p>}
        {now.state === "done" && <Result {...now} words={words} />}
        {said && <p>{said}</p>}
      </div>
      {problem && (
        <p role="alert" className="mt-2 text-alarm">
          {problem}
        </p>
      )}
    </div>
  );
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

function Act({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <Button type="button" onClick={onPress} className="rounded-lg border border-ink px-4 py-2 hover:bg-sunk">
      {children}
    </Button>
  );
}
