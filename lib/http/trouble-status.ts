import { AsyncLocalStorage } from "node:async_hooks";

/**
 * A page that cannot be read because of its database is not a page with a bug, and machines that look at it should know:
 * 503, "come back later". The framework knows only 500 for what a page throws, so the page leaves a word here and the
 * server, which is another bundle and finds it through globalThis, answers with it.
 */
interface Answering {
  isInTrouble: boolean;
}

const holder = globalThis as unknown as { retransmitAnswering?: AsyncLocalStorage<Answering> };
holder.retransmitAnswering ??= new AsyncLocalStorage();
const answering = holder.retransmitAnswering;

/** Called by a page whose database is in trouble. */
export function tellTroubleStatus(): void {
  const current = answering.getStore();
  if (current !== undefined) current.isInTrouble = true;
}

/** Answers one request; `statusOf` says with which status, given the one that the framework chose. */
export function whileAnswering<T>(work: (statusOf: (chosen: number) => number) => T): T {
  const current: Answering = { isInTrouble: false };
  return answering.run(current, () => work((chosen) => (chosen === 500 && current.isInTrouble ? 503 : chosen)));
}
