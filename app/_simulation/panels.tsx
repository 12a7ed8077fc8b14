import { lazy, Suspense, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { ScrollBox } from "#app/_ui/scroll-box.tsx";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import { FilmList } from "./film-list.tsx";
import type { NumberStyle } from "./telling.ts";

interface Props {
  film: Film;
  moment: number;
  /** The last frame that may be told: what comes behind it is still asked for. */
  until: number;
  numbers: NumberStyle;
  words: PlayerWords;
  onSeek: (moment: number) => void;
}

const PANELS = ["list", "block", "states", "header"] as const;
type Panel = (typeof PANELS)[number];

// What few open at first is loaded when it is opened.
const ControlBlocks = lazy(async () => ({ default: (await import("./control-blocks.tsx")).ControlBlocks }));
const StateDiagram = lazy(async () => ({ default: (await import("./state-diagram.tsx")).StateDiagram }));
const SegmentHeader = lazy(async () => ({ default: (await import("./segment-header.tsx")).SegmentHeader }));

/** Other looks at the same moment; each can be switched on beside the others. The list is there for everybody at first. */
export function Panels({ film, moment, until, numbers, words, onSeek }: Props) {
  const [open, setOpen] = useState<readonly Panel[]>(["list"]);
  const toggle = (panel: Panel) =>
    setOpen(
      open.includes(panel)
        ? open.filter((other) => other !== panel)
        : PANELS.filter((p) => p === panel || open.includes(p)),
    );
  const show = (panel: Panel) => open.includes(panel);
  return (
    <>
      <div className="flex flex-wrap gap-2 px-4 pt-4 sm:px-5">
        {PANELS.map((panel) => (
          <Button key={panel} look="pill" aria-pressed={show(panel)} onClick={() => toggle(panel)} className="text-sm">
            {words.panels[panel]}
          </Button>
        ))}
      </div>
      <Suspense>
        {show("block") && (
          <Box>
            <ControlBlocks film={film} moment={moment} numbers={numbers} words={words} />
          </Box>
        )}
        {show("states") && (
          <Box>
            <StateDiagram film={film} moment={moment} words={words} />
          </Box>
        )}
        {show("header") && (
          <Box>
            <SegmentHeader film={film} moment={moment} words={words} />
          </Box>
        )}
      </Suspense>
      {/* Who cannot see the diagram always has the list. */}
      <div className={show("list") ? "px-2 pt-3 pb-4 sm:px-3" : "sr-only"}>
        <h3 className="sr-only">{words.filmList}</h3>
        <FilmList
          film={film}
          until={until}
          moment={moment}
          numbers={numbers}
          words={words}
          onSeek={show("list") ? onSeek : null}
        />
      </div>
    </>
  );
}

function Box({ children }: { children: React.ReactNode }) {
  return <ScrollBox className="overflow-x-auto border-b border-line px-4 py-4 sm:px-5">{children}</ScrollBox>;
}
