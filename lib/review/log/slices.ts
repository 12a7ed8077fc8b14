/** Work that stops after every slice of some ten milliseconds, so that others may have their turn on the only thread. */
export type Sliced<T> = Generator<void, T>;

/** Does it without a stop. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Lets others have their turn after every slice; throws where `signal` says so. */
export async function inTurns<T>(work: Sliced<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await turn();
    signal?.throwIfAborted();
  }
}

/** The driver and we work on the server's only thread: without this nobody else would be heard. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A list in pieces of `size`, the last one shorter. */
export function lotsOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
