"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Player } from "#app/_simulation/player.tsx";
import { Button } from "#app/_ui/button.tsx";
import { FileButton } from "#app/_ui/file-button.tsx";
import { linkTextOf } from "#lib/content/link-text.ts";
import type { Recording } from "#lib/content/queries.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/world/simulate.ts";
import { CopyByHand } from "./by-hand.tsx";
import { Editor } from "./editor.tsx";
import { capture, picture, raster, scenarioFile } from "./exports.ts";
import { RecordingTable } from "./recording.tsx";
import { useTools } from "./use-tools.ts";

interface Props {
  scenario: Scenario;
  /** What saved files are called. */
  name: string;
  language: Language;
  words: Messages["lab"];
  caption: ReactNode;
  /** What a real kernel did in the same story; null: nobody recorded it. */
  recording: Recording | null;
}

/** The simulator on its own: play it, change it, take it along. Every scenario is an address, so that it can be passed on. */
export function LabBench({ scenario, name, language, words: { desk, player }, caption, recording }: Props) {
  const router = useRouter();
  const run = (next: Scenario): boolean => {
    const text = linkTextOf(next);
    if (text !== null) router.push(`/${language}/lab?s=${text}` as never, { scroll: false });
    return text !== null;
  };
  return (
    <>
      <Player
        key={JSON.stringify(scenario)}
        scenario={scenario}
        words={player}
        caption={caption}
        tools={(film) => (
          <Tools film={film} name={name} language={language} words={desk} player={player} onOpen={run} />
        )}
      />
      {recording !== null && (
        <RecordingTable film={simulate(scenario, FRAMES_MAX)} recording={recording} words={desk} />
      )}
      <details className="mx-auto mt-6 max-w-4xl rounded-xl border border-line bg-paper px-4 py-3 sm:px-5">
        <summary className="font-semibold">{desk.edit}</summary>
        <Editor key={JSON.stringify(scenario)} scenario={scenario} words={desk} onRun={run} />
      </details>
    </>
  );
}

interface ToolsProps {
  film: Film;
  name: string;
  language: Language;
  words: Messages["lab"]["desk"];
  player: PlayerWords;
  onOpen: (scenario: Scenario) => boolean;
}

/** Share, save, open. */
function Tools({ film, name, language, words, player, onOpen }: ToolsProps) {
  const { told, byHand, share, keep, open } = useTools({ film, name, language, words, onOpen });
  const files = [
    ["pcapng", "pcapng", () => capture(film, player)],
    ["json", "JSON", () => scenarioFile(film)],
    ["svg", "SVG", () => picture(diagram())],
    ["png", "PNG", () => raster(diagram())],
  ] as const;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2 text-sm sm:px-5">
      <Button look="quiet" size="small" onClick={share}>
        {words.share}
      </Button>
      <span className="text-quiet">{words.export}</span>
      {files.map(([ending, label, make]) => (
        <Button key={ending} look="quiet" size="small" onClick={() => keep(make, ending)}>
          {label}
        </Button>
      ))}
      <FileButton accept="application/json,.json" onFile={open}>
        {words.open}
      </FileButton>
      <span role="status" className="min-w-0 text-quiet">
        {told}
      </span>
      {byHand && <CopyByHand key={byHand.nth} address={byHand.address} label={words.address} why={byHand.why} />}
    </div>
  );
}

/** The drawing that the page shows. */
function diagram(): SVGSVGElement {
  const svg = document.querySelector<SVGSVGElement>("svg[data-diagram]");
  if (svg === null) throw new Error("there is no diagram to save");
  return svg;
}
