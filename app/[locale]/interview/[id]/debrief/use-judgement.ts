"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useLayoutEffect, useTransition } from "react";
import { ask, type Reply } from "#app/_ui/ask.ts";
import { usePuts } from "#app/_ui/puts.ts";
import { useMachine } from "#app/_ui/use-machine.ts";
import {
  beginJudgement,
  type DebriefEffect,
  type DebriefInput,
  type DebriefReply,
  type DebriefSheet,
  type Judgement,
  judge,
} from "./judgement.ts";

interface JudgementInUse {
  readonly judgement: Judgement;
  /** Says that something happened. */
  readonly happen: (input: DebriefInput) => void;
}

/** The judgement of an interview: lives through what happens within `root`, and does what follows from it. */
export function useJudgement(
  interviewId: string,
  { isKept, questions }: DebriefSheet,
  unreachable: string,
  root: RefObject<HTMLElement | null>,
): JudgementInUse {
  const router = useRouter();
  const put = usePuts(unreachable);
  const [isRefreshing, startRefresh] = useTransition();
  const [judgement, happen] = useMachine(() => beginJudgement({ isKept, questions }), judge, run);

  // Before it is seen, and before it is told that the page has come.
  useLayoutEffect(() => happen({ kind: "came", sheet: { isKept, questions } }), [happen, isKept, questions]);
  const waitsForPage = judgement.phase.kind === "refreshing";
  useLayoutEffect(() => {
    if (waitsForPage && !isRefreshing) happen({ kind: "refreshed" });
  }, [waitsForPage, isRefreshing, happen]);
  return { judgement, happen };

  function run(effect: DebriefEffect, happen: (input: DebriefInput) => void) {
    const of = `/api/interviews/${interviewId}` as const;
    const hear = (answer: Reply) => happen({ kind: "heard", reply: replyOf(answer) });
    if (effect.kind === "focus") focus(root.current, effect);
    else if (effect.kind === "refresh") startRefresh(() => router.refresh());
    else if (effect.kind === "reopen") void ask(`${of}/judgement`, { method: "DELETE" }, unreachable).then(hear);
    else if (effect.kind === "put judgement") {
      const { call, isKept: believed } = effect;
      void put(`${of}/judgement`, { call, isKept: believed }).then(hear);
    } else {
      const { question, ticked } = effect;
      void put(`${of}/ticks`, { question, ticked }).then((answer) =>
        happen({ kind: "heard of ticks", question, ticked, reply: replyOf(answer) }),
      );
    }
  }
}

function replyOf(answer: Reply): DebriefReply {
  if (answer.ok) return { ok: true, called: calledIn(answer.said) };
  const { message, reason } = answer.problem;
  return { ok: false, message, isRefused: reason !== null };
}

function calledIn(said: unknown): number {
  if (typeof said !== "object" || said === null || !("called" in said)) return 0;
  return typeof said.called === "number" ? said.called : 0;
}

function focus(root: HTMLElement | null, effect: Extract<DebriefEffect, { kind: "focus" }>): void {
  const place = effect.on === "told" ? "[data-told]" : `[data-points="${effect.question}"] input`;
  root?.querySelector<HTMLElement>(place)?.focus({ preventScroll: effect.on === "points" });
}
