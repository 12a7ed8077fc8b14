"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Language } from "#lib/i18n/languages.ts";
import { type Film, hostsAt } from "#lib/tcp/film.ts";
import { HOSTS, type Scenario } from "#lib/tcp/scenario.ts";
import { explain, sourceOf } from "#lib/tcp/why/why.ts";
import { type Changes, dropOf, filmWith } from "./change.ts";
import { Diagram } from "./diagram.tsx";
import { FilmList } from "./film-list.tsx";
import { layOut } from "./layout.ts";
import { sentIn, tellEvent, tellHost, tellSegment, tellTime } from "./telling.ts";
import { Transport } from "./transport.tsx";
import { WORDS } from "./words.ts";

const STEP_MS = 1100;

interface Props {
  scenario: Scenario;
  language: Language;
  /** What to watch for. */
  caption: ReactNode;
}

/** The simulation of an answer. It holds a scenario and a moment; everything on it follows from these two. */
export function Player({ scenario, language, caption }: Props) {
  const words = WORDS[language];
  const root = useRef<HTMLElement>(null);
  const [changes, setChanges] = useState<Changes>([]);
  const film = useMemo(() => filmWith(scenario, changes), [scenario, changes]);
  const layout = useMemo(() => layOut(film), [film]);
  const last = film.frames.length - 1;
  const [moment, setMoment] = useState(last);
  const [playing, setPlaying] = useState(false);

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setMoment((m) => Math.min(m + 1, last)), STEP_MS);
    return () => clearInterval(timer);
  }, [playing, last]);
  if (playing && moment >= last) setPlaying(false);

  const seek = (to: number) => {
    setPlaying(false);
    setMoment(Math.max(-1, Math.min(to, last)));
  };
  const play = (on: boolean) => {
    if (on && moment >= last) setMoment(-1);
    setPlaying(on);
  };
  const change = (next: Changes) => {
    setPlaying(false);
    setChanges(next);
    // Up to the moment of the change both films are the same; behind it the story is new, so it is shown to its end.
    setMoment(filmWith(scenario, next).frames.length - 1);
    // The button that was pressed is gone; the focus goes to the way back, or to where the player begins.
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>(next.length > 0 ? "[data-undo]" : "h2")?.focus({ preventScroll: true }),
    );
  };

  return (
    <section
      ref={root}
      data-own-keys
      aria-labelledby="simulation"
      className="mx-auto max-w-4xl rounded-xl border border-line bg-paper"
    >
      <header className="border-b border-line px-4 py-3 sm:px-5">
        <h2
          id="simulation"
          tabIndex={-1}
          className="flex flex-wrap items-baseline justify-between gap-x-3 font-semibold"
        >
          {words.heading}
          <span className="text-sm font-normal text-quiet">{words.profiles[scenario.profile]}</span>
        </h2>
        <div className="mt-1 max-w-2xl text-sm text-quiet">{caption}</div>
      </header>
      {changes.length > 0 && (
        <ChangeStrip scenario={scenario} changes={changes} language={language} onChange={change} />
      )}
      <div className="sticky top-0 z-1 border-b border-line bg-paper px-4 py-3 sm:px-5">
        <Transport
          words={words}
          moment={moment}
          last={last}
          playing={playing}
          time={tellTime(film.frames[moment]?.atUs ?? 0, language)}
          onSeek={seek}
          onPlay={play}
        />
      </div>
      <div className="grid md:grid-cols-2">
        <div className="px-2 py-4 sm:px-5 md:sticky md:top-16 md:self-start">
          <Diagram film={film} layout={layout} moment={moment} language={language} />
        </div>
        <div className="border-t border-line md:border-t-0 md:border-l md:border-line">
          <Now film={film} moment={moment} language={language} onDrop={(rule) => change([...changes, rule])} />
          <h3 className="px-4 pt-4 text-sm font-semibold text-quiet sm:px-5">{words.filmList}</h3>
          <p className="px-4 text-sm text-quiet sm:px-5">{words.dropHint}</p>
          <div className="px-2 pt-1 pb-4 sm:px-3">
            <FilmList film={film} moment={moment} language={language} onSeek={seek} />
          </div>
        </div>
      </div>
    </section>
  );
}

interface NowProps {
  film: Film;
  moment: number;
  language: Language;
  onDrop: (rule: Changes[number]) => void;
}

/** The current frame: what happened, why, the state of both sides, and what may be broken here. */
function Now({ film, moment, language, onDrop }: NowProps) {
  const words = WORDS[language];
  const frame = film.frames[moment];
  const hosts = hostsAt(film, moment);
  return (
    <div className="min-h-56 border-b border-line px-4 py-4 sm:px-5" aria-live="polite">
      <p className="font-medium">{frame ? tellEvent(film, frame.event, words) : words.before}</p>
      {frame?.why.map((why) => (
        <p key={why.key} className="mt-1">
          {explain(why, language)} <span className="text-sm whitespace-nowrap text-quiet">{sourceOf(why)}</span>
        </p>
      ))}
      <dl className="mt-3 grid grid-cols-2 gap-2 text-sm">
        {HOSTS.map((host) => (
          <div key={host}>
            <dt className="text-quiet">{words.hosts[host]}</dt>
            <dd className={`font-medium ${host === "client" ? "text-client" : "text-server"}`}>{hosts[host].state}</dd>
          </div>
        ))}
      </dl>
      {frame &&
        sentIn(film, frame).map((flight) => {
          const rule = dropOf(flight);
          if (rule === null) return null;
          const segment = tellSegment(flight);
          const label = words.dropThis(segment, tellHost(flight.from, words), tellTime(flight.sentAtUs, language));
          return (
            <button
              key={flight.id}
              type="button"
              aria-label={label}
              onClick={() => onDrop(rule)}
              className="mt-3 flex items-baseline gap-2 rounded-lg border border-line px-3 py-1.5 text-sm hover:bg-sunk"
            >
              <span aria-hidden="true" className="font-semibold text-alarm">
                ✕
              </span>
              {words.drop}
              <span className="font-mono text-xs text-quiet">{segment}</span>
            </button>
          );
        })}
    </div>
  );
}

interface StripProps {
  scenario: Scenario;
  changes: Changes;
  language: Language;
  onChange: (changes: Changes) => void;
}

/** What the learner changed, with a way back. */
function ChangeStrip({ scenario, changes, language, onChange }: StripProps) {
  const words = WORDS[language];
  const names = changes.map((rule, i) => {
    // The segment as it was in the film in which it was chosen.
    const film = filmWith(scenario, changes.slice(0, i));
    const flight = film.flights.find((f) => f.from === rule.from && f.nth === rule.nth);
    return flight ? tellSegment(flight) : "";
  });
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-alarm-soft px-4 py-2 text-sm sm:px-5"
    >
      <span className="mr-auto">{words.dropped(names.join(language === "zh" ? "、" : ", "))}</span>
      <button
        type="button"
        data-undo
        className="underline underline-offset-4"
        onClick={() => onChange(changes.slice(0, -1))}
      >
        {words.undo}
      </button>
      <button type="button" className="underline underline-offset-4" onClick={() => onChange([])}>
        {words.reset}
      </button>
    </p>
  );
}
