import { type MouseEvent, memo, type ReactNode } from "react";
import { Button } from "#app/_ui/button.tsx";
import { say } from "#lib/i18n/say.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import { classicHost, type Film, type Flight, hostsAt } from "#lib/tcp/world/film.ts";
import { type NumberStyle, SENT_MAX, sentIn, tellEvent, tellHost, tellSegment, tellTime } from "./telling.ts";

interface Props {
  film: Film;
  moment: number;
  /** The last frame that may be told. */
  until: number;
  numbers: NumberStyle;
  words: PlayerWords;
  /** null: the list is only heard, so nothing in it can be pressed. */
  onSeek: ((moment: number) => void) | null;
}

/** As many steps as anybody reads around the moment; of a longer film the rest is only counted. */
const STEPS_MAX = 60;
/** The part of a long film that is told moves on by so many steps at once: most steps then change two lines only. */
const STEPS_AT_ONCE = 10;

/** The film in words: everything that the diagram shows, for everybody; each line leads to its moment. */
export function FilmList({ film, moment, until, numbers, words, onSeek }: Props) {
  const around = Math.floor(Math.max(0, moment - STEPS_MAX / 2) / STEPS_AT_ONCE) * STEPS_AT_ONCE;
  const first = Math.max(0, Math.min(around, film.frames.length - STEPS_MAX));
  const frames = film.frames.slice(first, Math.min(first + STEPS_MAX, until + 1));
  const left = until + 1 - first - frames.length;
  const choose = (event: MouseEvent<HTMLOListElement>) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-frame]") : null;
    if (line !== null) onSeek?.(Number(line.dataset.frame));
  };
  return (
    <>
      {first > 0 && <p className="px-2 text-sm text-quiet">⋮ {say(words.earlier, { n: first })}</p>}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: what is clicked are the buttons in it, which have keys of their own */}
      <ol className="text-sm" start={first + 1} onClick={choose}>
        {placesOf(frames, first).map((index) => (
          <Line
            key={index}
            film={film}
            index={index}
            current={index === moment}
            numbers={numbers}
            words={words}
            pressable={onSeek !== null}
          />
        ))}
      </ol>
      <p className="px-2 pt-2 text-sm text-quiet">
        {left > 0
          ? `⋮ ${say(words.laterSteps, { n: left })}`
          : until < film.frames.length - 1
            ? "⋮"
            : words.ended[film.ended]}
      </p>
    </>
  );
}

/** The places of frames in their film. */
function placesOf(frames: readonly unknown[], first: number): number[] {
  return [...frames.keys()].map((offset) => first + offset);
}

interface LineProps {
  film: Film;
  index: number;
  current: boolean;
  numbers: NumberStyle;
  words: PlayerWords;
  pressable: boolean;
}

/** One step. It is drawn again only when it becomes the current one, or is so no longer. */
const Line = memo(function Line({ film, index, current, numbers, words, pressable }: LineProps) {
  const frame = film.frames[index];
  if (frame === undefined) return null;
  return (
    <li>
      <Place index={index} current={current} pressable={pressable}>
        <span className="text-quiet @min-[17rem]:text-end">{tellTime(frame.atUs, words)}</span>
        <span>
          {tellEvent(film, frame.event, numbers, words)}
          {sentIn(film, frame)
            .slice(0, SENT_MAX)
            .map((flight) => (
              <span key={flight.id} className="block text-quiet">
                → {say(words.sends, { segment: tellSegment(flight, numbers) })}
                {natureOf(flight, words)}
              </span>
            ))}
          {frame.sent.length > SENT_MAX && (
            <span className="block text-quiet">→ {say(words.moreSegments, { n: frame.sent.length - SENT_MAX })}</span>
          )}
          <Moves film={film} index={index} words={words} />
        </span>
      </Place>
    </li>
  );
});

type PlaceProps = Pick<LineProps, "index" | "current" | "pressable"> & { children: ReactNode };

/** What leads to a moment; nothing does where the list is only for those who cannot see the diagram. */
function Place({ index, current, pressable, children }: PlaceProps) {
  const now = current ? "step" : undefined;
  if (!pressable) return <div aria-current={now}>{children}</div>;
  return (
    <Button
      look="entry"
      data-frame={index}
      aria-current={now}
      className="grid grid-cols-[minmax(0,1fr)] gap-x-2 @min-[17rem]:grid-cols-[4.5rem_minmax(0,1fr)]"
    >
      {children}
    </Button>
  );
}

function natureOf({ nature }: Flight, words: PlayerWords): string {
  return nature === "resent" ? words.again : nature === "copy" ? words.doubled : "";
}

function Moves({ film, index, words }: { film: Film; index: number; words: PlayerWords }) {
  const [before, after] = [hostsAt(film, index - 1), hostsAt(film, index)];
  const moved = Object.keys(after).filter((host) => before[host]?.state !== after[host]?.state);
  const inks = { client: "text-client", server: "text-server", other: "text-quiet" };
  return moved.map((host) => (
    <span key={host} className={`block font-medium ${inks[classicHost(host) ?? "other"]}`}>
      {say(words.enters, { host: tellHost(host, words), state: after[host]?.state ?? "" })}
    </span>
  ));
}
