import type { Language } from "#lib/i18n/languages.ts";
import { classicHost, type Film, type Flight, hostsAt } from "#lib/tcp/film.ts";
import { type Numbers, sentIn, tellEvent, tellHost, tellSegment, tellTime } from "./telling.ts";
import { WORDS, type Words } from "./words.ts";

interface Props {
  film: Film;
  moment: number;
  numbers: Numbers;
  language: Language;
  /** null: the list is only heard, so nothing in it can be pressed. */
  onSeek: ((moment: number) => void) | null;
}

/** As many steps as anybody reads around the moment; of a longer film the rest is only counted. */
const STEPS_MAX = 120;

/** The film in words: everything that the diagram shows, for everybody; each line leads to its moment. */
export function FilmList({ film, moment, numbers, language, onSeek }: Props) {
  const words = WORDS[language];
  const first = Math.max(0, Math.min(moment - STEPS_MAX / 2, film.frames.length - STEPS_MAX));
  const frames = film.frames.slice(first, first + STEPS_MAX);
  const left = film.frames.length - first - frames.length;
  return (
    <>
      {first > 0 && <p className="px-2 text-sm text-quiet">⋮ {words.earlier(first)}</p>}
      <ol className="text-sm" start={first + 1}>
        {frames.map((frame, offset) => {
          const i = first + offset;
          const Line = onSeek === null ? "div" : "button";
          return (
            <li key={i}>
              <Line
                {...(onSeek === null ? {} : { type: "button", onClick: () => onSeek(i) })}
                aria-current={i === moment ? "step" : undefined}
                className="grid w-full grid-cols-[4.5rem_1fr] gap-x-2 rounded px-2 py-1 text-start hover:bg-sunk aria-[current=step]:bg-sunk"
              >
                <span className="text-end text-quiet">{tellTime(frame.atUs, language)}</span>
                <span>
                  {tellEvent(film, frame.event, numbers, words)}
                  {sentIn(film, frame).map((flight) => (
                    <span key={flight.id} className="block text-quiet">
                      → {words.sends(tellSegment(flight, numbers))}
                      {natureOf(flight, words)}
                    </span>
                  ))}
                  <Moves film={film} index={i} words={words} />
                </span>
              </Line>
            </li>
          );
        })}
      </ol>
      <p className="px-2 pt-2 text-sm text-quiet">
        {left > 0 ? `⋮ ${words.laterSteps(left)}` : words.ended[film.ended]}
      </p>
    </>
  );
}

function natureOf({ nature }: Flight, words: Words): string {
  return nature === "resent" ? words.again : nature === "copy" ? words.doubled : "";
}

function Moves({ film, index, words }: { film: Film; index: number; words: Words }) {
  const [before, after] = [hostsAt(film, index - 1), hostsAt(film, index)];
  const moved = Object.keys(after).filter((host) => before[host]?.state !== after[host]?.state);
  const inks = { client: "text-client", server: "text-server", other: "text-quiet" };
  return moved.map((host) => (
    <span key={host} className={`block font-medium ${inks[classicHost(host) ?? "other"]}`}>
      {words.enters(tellHost(host, words), after[host]?.state ?? "")}
    </span>
  ));
}
