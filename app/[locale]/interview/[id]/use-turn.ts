"use client";

import type { RoomProps } from "#app/_interview/room-props.tsx";
import { useKeys } from "#app/_ui/use-keys.ts";
import { useAnswering } from "./use-answering.ts";
import { useDraft } from "./use-draft.ts";
import type { Draft, Interview } from "./use-interview.ts";
import { useKeeping, useOnce } from "./use-keeping.ts";

/** One thing that is asked, whoever sits at the screen: its clock, what is said to it, and the ways in which it ends. */
export function useTurn(props: RoomProps, interview: Interview, initial: Draft) {
  const { tell, keep, busy, refresh } = interview;
  const { rules } = props;
  const { draft, typed, over, latest, change } = useDraft(initial);
  const { ending } = useKeeping(interview, typed);
  const answering = useAnswering(props, interview);
  const isUp = answering.leftMs <= 0;
  // The last words go first, then the page shows that it is over.
  useOnce(isUp && rules.end === "at once", () => void keep(latest()).then((isHeard) => isHeard && refresh()));
  const leave = (how: "paused" | "ended") => {
    if (busy) return;
    void ending(async () => {
      await keep(latest());
      return tell(how);
    });
  };
  const pause = () => rules.mayPause && leave("paused");
  useKeys(["p"], pause);
  return {
    ...answering,
    ...{ draft, over, latest, change, ending, pause },
    /** The time is up, and this is the last answer. */
    isLast: isUp && rules.end === "after the answer",
    skip: () => !busy && void ending(() => tell("skipped")),
    end: () => leave("ended"),
  };
}
