import { useEffect, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";

interface Props {
  scenario: Scenario;
  words: PlayerWords;
  /** All of the film, when it is there. */
  onWhole: (film: Film) => void;
}

/** Who waits longer than this is content with the beginning, and told why. */
const DEADLINE_MS = 5_000;

type Progress = "running" | "stopped" | "late" | "failed" | Film["ended"];

/**
 * Of a film that is too long to be there at once, the page shows the beginning. Here a worker works out all of it, which
 * can be stopped and has a deadline; a line says how far it is, once there is something to be pressed on it.
 */
export function LongFilm({ scenario, words, onWhole }: Props) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const isDone = progress !== null && progress !== "running";

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scenario is another LongFilm
  useEffect(() => {
    if (isDone) return;
    setProgress("running");
    const worker = new Worker(new URL("./film.worker.ts", import.meta.url), { type: "module" });
    const deadline = setTimeout(() => setProgress("late"), DEADLINE_MS);
    worker.onerror = () => setProgress("failed");
    // What comes is plain data: its queues have lost their methods, which nobody asks of a film that is over.
    worker.onmessage = ({ data }: MessageEvent<Film>) => {
      onWhole(data);
      setProgress(data.ended);
    };
    worker.postMessage(scenario);
    return () => {
      clearTimeout(deadline);
      // One that is ended while it is still being loaded says that it failed.
      worker.onerror = null;
      worker.terminate();
    };
  }, [isDone]);

  if (progress === null || words.long[progress] === "") return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-sunk px-4 py-2 text-sm sm:px-5">
      <p role="status" className="mr-auto">
        {words.long[progress]}
      </p>
      {progress === "running" && (
        <Button look="quiet" size="small" className="bg-paper" onClick={() => setProgress("stopped")}>
          {words.long.stop}
        </Button>
      )}
    </div>
  );
}
