"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { Player } from "#app/_simulation/player.tsx";
import { Button } from "#app/_ui/button.tsx";
import { linkTextOf } from "#lib/content/link-text.ts";
import type { Recording } from "#lib/content/queries.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/world/simulate.ts";
import { ByHand } from "./by-hand.tsx";
import { Editor } from "./editor.tsx";
import { capture, picture, raster, save, scenarioFile } from "./exports.ts";
import { RecordingTable } from "./recording.tsx";

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
export function Bench({ scenario, name, language, words: { desk, player }, caption, recording }: Props) {
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

/** In bytes: whatever fits into a link takes less room as a file, however generously it is indented. */
const FILE_MAX = 200_000;

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
  const [told, setTold] = useState("");
  const tries = useRef(0);
  /** An address that could not be copied, each time it was asked for. */
  const [byHand, setByHand] = useState<{ readonly address: string; readonly nth: number; readonly why: string } | null>(
    null,
  );
  const diagram = () => {
    const svg = document.querySelector<SVGSVGElement>("svg[data-diagram]");
    if (svg === null) throw new Error("there is no diagram to save");
    return svg;
  };
  const attempt = (what: () => Promise<string>) => {
    setByHand(null);
    what().then(setTold, () => setTold(words.failed));
  };
  const copy = async () => {
    const text = linkTextOf(film.scenario);
    if (text === null) return words.tooLong;
    const address = `${location.origin}/${language}/lab?s=${text}`;
    try {
      await navigator.clipboard.writeText(address);
      return words.shared;
    } catch {
      // Over plain http there is no clipboard at all.
      const why = window.isSecureContext ? words.copyRefused : words.copyPlain;
      tries.current += 1;
      setByHand({ address, why, nth: tries.current });
      return "";
    }
  };
  const keep = (blob: Promise<Blob> | Blob, ending: string) => async () => {
    save(await blob, `${name}.${ending}`);
    return `${name}.${ending}`;
  };
  const open = async (file: File | undefined) => {
    if (file === undefined) return "";
    if (file.size > FILE_MAX) return words.tooLong;
    let value: unknown;
    try {
      value = JSON.parse(await file.text());
    } catch {
      return words.notJson;
    }
    // The page that the link leads to checks it, and says what is wrong.
    return onOpen(value as Scenario) ? "" : words.tooLong;
  };
  const look = "rounded-lg border border-line px-3 py-1 hover:bg-sunk";
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2 text-sm sm:px-5">
      <Button type="button" className={look} onClick={() => attempt(copy)}>
        {words.share}
      </Button>
      <span className="text-quiet">{words.export}</span>
      <Button
        type="button"
        className={look}
        onClick={() => attempt(async () => keep(capture(film, player), "pcapng")())}
      >
        pcapng
      </Button>
      <Button type="button" className={look} onClick={() => attempt(async () => keep(scenarioFile(film), "json")())}>
        JSON
      </Button>
      <Button type="button" className={look} onClick={() => attempt(async () => keep(picture(diagram()), "svg")())}>
        SVG
      </Button>
      <Button type="button" className={look} onClick={() => attempt(async () => keep(raster(diagram()), "png")())}>
        PNG
      </Button>
      <label className={`${look} cursor-pointer focus-within:outline-2 focus-within:outline-focus`}>
        {words.open}
        <input
          type="file"
          accept="application/json,.json"
          className="sr-only"
          onChange={(event) => attempt(() => open(event.target.files?.[0]))}
        />
      </label>
      <span role="status" className="min-w-0 text-quiet">
        {told}
      </span>
      {byHand && <ByHand key={byHand.nth} address={byHand.address} label={words.address} why={byHand.why} />}
    </div>
  );
}
