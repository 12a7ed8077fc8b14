import type { Cut } from "./use-film.ts";
import type { Words } from "./words.ts";

interface Props {
  cut: Cut;
  words: Words;
  onStop: () => void;
}

/** Why only the beginning of a film is to be seen, and a way to be content with it. */
export function CutStrip({ cut, words, onStop }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-sunk px-4 py-2 text-sm sm:px-5">
      <p role="status" className="mr-auto">
        {words.cut[cut]}
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
