"use client";

import { useCallback, useRef } from "react";
import { put, type Reply } from "./ask.ts";

/** Puts that go one after the other: the last one wins, and none overtakes what it follows. */
export function usePuts(unreachable: string): (path: `/api/${string}`, body: object) => Promise<Reply> {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (path, body) => {
      const answer = last.current.then(() => put(path, body, unreachable));
      last.current = answer;
      return answer;
    },
    [unreachable],
  );
}
