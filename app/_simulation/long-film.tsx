import { useEffect, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";

interface Props {
  scenario: Scenario;
  language: Language;
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
export function LongFilm({ scenario, language, onWhole }: Props) {
  const words = WORDS[language];
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

  if (progress === null || words[progress] === "") return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-sunk px-4 py-2 text-sm sm:px-5">
      <p role="status" className="mr-auto">
        {words[progress]}
      </p>
      {progress === "running" && (
        <Button look="quiet" size="small" className="bg-paper" onClick={() => setProgress("stopped")}>
          {words.stop}
        </Button>
      )}
    </div>
  );
}

/** Here and not with the words of the player, which are loaded with every card. */
const WORDS: Readonly<Record<Language, Readonly<Record<Progress | "stop", string>>>> = {
  en: {
    running: "This film is long. You see its beginning while the rest is worked out.",
    stopped: "Stopped: only the beginning of the film is shown.",
    late: "This film takes too long on this device: only its beginning is shown.",
    failed: "The rest of this film could not be worked out: only its beginning is shown.",
    work: "More happens in this scenario than a film can show. Larger segments, a smaller window or less text make it shorter.",
    events: "More happens in this scenario than a film can show. Less text or an earlier end makes it shorter.",
    time: "",
    rest: "",
    stop: "Stop",
  },
  zh: {
    running: "这部影片很长。其余部分正在计算，先看开头。",
    stopped: "已停止：只显示影片的开头。",
    late: "这部影片在本设备上耗时太久：只显示开头。",
    failed: "影片的其余部分没能算出来：只显示开头。",
    work: "这个场景发生的事太多，影片放不下。加大报文段、缩小窗口或少发些数据，影片就会短一些。",
    events: "这个场景发生的事太多，影片放不下。少发些数据或提早结束，影片就会短一些。",
    time: "",
    rest: "",
    stop: "停止",
  },
};
