"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, useTransition } from "react";
import { ask } from "#app/_ui/ask.ts";
import { mintId } from "#app/_ui/mint.ts";
import { ALIVE_EVERY_MS, DRAFT_AFTER_MS } from "#lib/interview/limits.ts";
import type { EventInput } from "#lib/interview/schema.ts";
import type { Answer } from "#lib/quiz/draw.ts";
import type { RoomProps } from "./room-props.tsx";

type Told = Partial<Pick<EventInput, "text" | "board" | "probe">>;

export interface Draft {
  readonly text: string;
  readonly board: Answer | null;
}

/** What ties the screen to the server: what happens is told, what is typed is kept, and the page follows. */
export function useInterview(room: Pick<RoomProps, "interviewId" | "turn" | "phase">, unreachable: string) {
  const { interviewId, turn, phase } = room;
  const router = useRouter();
  const [problem, setProblem] = useState("");
  const [sending, setSending] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  /** One id for each thing that happens, until the server has it: told twice, it happened once. */
  const ids = useRef(new Map<string, string>());
  /** Requests go one after the other, so that a draft never overtakes the answer that ends it. */
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const refresh = useCallback(() => startRefresh(() => router.refresh()), [router]);

  const put = useCallback(
    (path: `/api/${string}`, body: object) => {
      const init = { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
      const answer = queue.current.then(() => ask(path, init, unreachable));
      queue.current = answer;
      return answer;
    },
    [unreachable],
  );

  /** Whether the server took it down. Unless `quiet`, the page then shows what comes next. */
  const tell = useCallback(
    async (kind: EventInput["kind"], told: Told = {}, { quiet = false } = {}): Promise<boolean> => {
      const name = `${turn} ${kind}`;
      const id = ids.current.get(name) ?? mintId();
      ids.current.set(name, id);
      if (!quiet) setSending(true);
      setProblem("");
      const answer = await put(`/api/interviews/${interviewId}/events/${id}`, { turn, kind, ...told });
      if (!quiet) setSending(false);
      if (answer.ok || answer.problem.reason !== null) ids.current.delete(name);
      if (!answer.ok) setProblem(answer.problem.message);
      // What does not fit any more is shown as it is; a page that nobody answers would be lost by loading it again.
      if (answer.ok ? !quiet : answer.problem.reason !== null) refresh();
      return answer.ok;
    },
    [interviewId, turn, put, refresh],
  );

  /** Whether the server heard it, whatever it thinks of it. */
  const keep = useCallback(
    async ({ text, board }: Draft): Promise<boolean> => {
      const answer = await put(`/api/interviews/${interviewId}/draft`, { turn, text, board });
      if (!answer.ok && answer.problem.reason !== null) refresh();
      return answer.ok || answer.problem.reason !== null;
    },
    [interviewId, turn, put, refresh],
  );
  return { tell, keep, put, problem, setProblem, busy: sending || refreshing, refresh, isPaused: phase === "paused" };
}

export type Interview = ReturnType<typeof useInterview>;

/**
 * Keeps what is typed a moment after it was, and says every now and then that somebody is there. `ending` ends what is at
 * hand: what it holds goes with it and is not kept besides, unless that fails.
 */
export function useKeeping({ keep, isPaused }: Interview, draft: Draft) {
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isStopped = useRef(false);
  const isFirst = useRef(true);
  const { text, board } = draft;
  useEffect(() => {
    latest.current = { text, board };
    if (isFirst.current || isPaused) {
      isFirst.current = false;
      return;
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!isStopped.current) void keep({ text, board });
    }, DRAFT_AFTER_MS);
    return () => clearTimeout(timer.current);
  }, [text, board, keep, isPaused]);
  useEffect(() => {
    if (isPaused) return;
    const say = () => {
      if (!isStopped.current) void keep(latest.current);
    };
    say(); // whoever comes back is there again at once
    const alive = setInterval(say, ALIVE_EVERY_MS);
    return () => clearInterval(alive);
  }, [keep, isPaused]);
  const ending = useCallback(async (end: () => Promise<boolean>) => {
    isStopped.current = true;
    clearTimeout(timer.current);
    isStopped.current = await end();
  }, []);
  return { ending };
}

/** Does something once, when its time has come. */
export function useOnce(isTime: boolean, act: () => void): void {
  const latest = useRef(act);
  const isDone = useRef(false);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!isTime || isDone.current) return;
    isDone.current = true;
    latest.current();
  }, [isTime]);
}
