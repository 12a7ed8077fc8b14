"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState, useTransition } from "react";
import type { RoomProps } from "#app/_interview/room-props.tsx";
import { mintId } from "#app/_ui/mint.ts";
import { usePuts } from "#app/_ui/puts.ts";
import type { EventInput } from "#lib/interview/schema.ts";
import type { Answer } from "#lib/quiz/draw.ts";

type Told = Partial<Pick<EventInput, "text" | "board" | "probe">>;

export interface Draft {
  readonly text: string;
  readonly board: Answer | null;
}

/** What ties the screen to the server: what happens is told, what is typed is kept, and the page follows. */
export function useInterview(room: Pick<RoomProps, "interviewId" | "turn">, unreachable: string) {
  const { interviewId, turn } = room;
  const router = useRouter();
  const [problem, setProblem] = useState("");
  const [sending, setSending] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  /** What is at hand was ended, and the page shows it until the next thing comes. */
  const [endedTurn, setEndedTurn] = useState<number | null>(null);
  /** One id for each thing that happens, until the server has it: told twice, it happened once. */
  const ids = useRef(new Map<string, string>());
  const put = usePuts(unreachable);
  const refresh = useCallback(() => startRefresh(() => router.refresh()), [router]);

  /** Takes a sign of life to the server, with what is new. Whether it was heard, whatever the server thinks of it. */
  const keep = useCallback(
    async (said: Draft | null): Promise<boolean> => {
      const answer = await put(`/api/interviews/${interviewId}/draft`, { turn, said });
      if (!answer.ok && answer.problem.reason !== null) refresh();
      return answer.ok || answer.problem.reason !== null;
    },
    [interviewId, turn, put, refresh],
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
      const reason = answer.ok ? null : answer.problem.reason;
      if (answer.ok || reason !== null) ids.current.delete(name);
      // A strict clock was faster: what was said counts as far as it came.
      if (reason === "interview-over" && told.text !== undefined) {
        await put(`/api/interviews/${interviewId}/draft`, {
          turn,
          said: { text: told.text, board: told.board ?? null },
        });
      }
      if (!quiet) setSending(false);
      if (!answer.ok) setProblem(answer.problem.message);
      else if (!quiet) setEndedTurn(turn);
      // What does not fit any more is shown as it is; a page that nobody answers would be lost by loading it again.
      if (answer.ok ? !quiet : reason !== null) refresh();
      return answer.ok;
    },
    [interviewId, turn, put, refresh],
  );
  return { tell, keep, put, problem, setProblem, busy: sending || (refreshing && endedTurn === turn), refresh };
}

export type Interview = ReturnType<typeof useInterview>;
