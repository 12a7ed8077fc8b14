/**
 * Long work on the server's only thread comes in slices, and other requests have their turn between them. Training
 * itself runs on a thread of the binding's own, so that no worker is needed here: a worker would have to be a file of
 * its own beside the production build, which bundlers get wrong.
 */
export class Pace {
  readonly #signal: AbortSignal | undefined;
  readonly #every: number;
  #done = 0;

  /** `every`: how many steps a slice has; it should take some ten milliseconds. */
  constructor(signal: AbortSignal | undefined, every: number) {
    this.#signal = signal;
    this.#every = every;
  }

  /** Counts steps; at the end of a slice it lets others run, and throws when the work was cancelled. */
  async step(steps = 1): Promise<void> {
    this.#done += steps;
    if (this.#done < this.#every) return;
    this.#done = 0;
    await new Promise((resolve) => setImmediate(resolve));
    this.#signal?.throwIfAborted();
  }
}
