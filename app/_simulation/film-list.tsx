import type { Language } from "#lib/i18n/languages.ts";
import { type Film, hostsAt } from "#lib/tcp/film.ts";
import { HOSTS } from "#lib/tcp/scenario.ts";
import { sentIn, tellEvent, tellSegment, tellTime } from "./telling.ts";
import { WORDS } from "./words.ts";

interface Props {
  film: Film;
  moment: number;
  language: Language;
  onSeek: (moment: number) => void;
}

/** The film in words: everything that the diagram shows, for everybody; each line leads to its moment. */
export function FilmList({ film, moment, language, onSeek }: Props) {
  const words = WORDS[language];
  return (
    <>
      <ol className="text-sm">
        {film.frames.map((frame, i) => {
          const before = hostsAt(film, i - 1);
          const moves = HOSTS.filter((host) => before[host].state !== frame.hosts[host].state);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frame is its place in the film
            <li key={i}>
              <button
                type="button"
                onClick={() => onSeek(i)}
                aria-current={i === moment ? "step" : undefined}
                className="grid w-full grid-cols-[4.5rem_1fr] gap-x-2 rounded px-2 py-1 text-start hover:bg-sunk aria-[current=step]:bg-sunk"
              >
                <span className="text-end text-quiet">{tellTime(frame.atUs, language)}</span>
                <span>
                  {tellEvent(film, frame.event, words)}
                  {sentIn(film, frame).map((flight) => (
                    <span key={flight.id} className="block text-quiet">
                      → {words.sends(tellSegment(flight))}
                      {flight.nature === "resent" && words.again}
                    </span>
                  ))}
                  {moves.map((host) => (
                    <span
                      key={host}
                      className={`block font-medium ${host === "client" ? "text-client" : "text-server"}`}
                    >
                      {words.enters(words.hosts[host], frame.hosts[host].state)}
                    </span>
                  ))}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <p className="px-2 pt-2 text-sm text-quiet">{words.ended[film.ended]}</p>
    </>
  );
}
