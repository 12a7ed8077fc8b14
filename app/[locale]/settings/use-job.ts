import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ask, type ReplyProblem } from "#app/_ui/ask.ts";

interface JobAt<Told> {
  /** What the server knew of it when the page was made. */
  initial: Told;
  address: `/api/${string}`;
  /** How often it is asked while the job goes on. */
  everyMs: number;
  unreachable: string;
}

export type JobProblem = Pick<ReplyProblem, "message" | "fields">;

/** A long work of the server: what is known of it, and what asks for something about it. While it goes on it is watched. */
export function useJob<Told extends { readonly state: string }>({
  initial,
  address,
  everyMs,
  unreachable,
}: JobAt<Told>) {
  const router = useRouter();
  const [now, setNow] = useState(initial);
  const [problem, setProblem] = useState<JobProblem | null>(null);
  const isRunning = now.state === "running";

  /** Whether the server did it. */
  const tell = async (init: RequestInit, path = address): Promise<boolean> => {
    const answer = await ask(path, init, unreachable);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok || answer.said === null) return answer.ok;
    // Ours answers with nothing else.
    const next = answer.said as Told;
    setNow(next);
    // What the server rendered counts answers, and speaks of the weights in force.
    if (next.state !== "running") router.refresh();
    return true;
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: whether the work goes on is the one reason to look
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void tell({ method: "GET" }), everyMs);
    return () => clearInterval(timer);
  }, [isRunning]);

  return { now, setNow, problem, setProblem, isRunning, tell };
}
