import type { Language } from "#lib/i18n/languages.ts";
import type { Cut } from "./use-film.ts";

interface Props {
  cut: Cut;
  language: Language;
  onStop: () => void;
}

/** Why only the beginning of a film is to be seen, and a way to be content with it. */
export function CutStrip({ cut, language, onStop }: Props) {
  const words = WORDS[language];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-sunk px-4 py-2 text-sm sm:px-5">
      <p role="status" className="mr-auto">
        {words[cut]}
      </p>
      {cut === "running" && (
        <button
          type="button"
          className="rounded-lg border border-line bg-paper px-3 py-1 hover:bg-sunk"
          onClick={onStop}
        >
          {words.stop}
        </button>
      )}
    </div>
  );
}

/** Beside the strip, since few films need it: the words of the player are loaded with every card. */
const WORDS: Readonly<Record<Language, Readonly<Record<Cut | "stop", string>>>> = {
  en: {
    running: "This film is long. You see its beginning while the rest is worked out.",
    stopped: "Stopped: only the beginning of the film is shown.",
    late: "This film takes too long on this device: only its beginning is shown.",
    failed: "The rest of this film could not be worked out: only its beginning is shown.",
    stop: "Stop",
  },
  zh: {
    running: "这部影片很长。其余部分正在计算，先看开头。",
    stopped: "已停止：只显示影片的开头。",
    late: "这部影片在本设备上耗时太久：只显示开头。",
    failed: "影片的其余部分没能算出来：只显示开头。",
    stop: "停止",
  },
};
