// With every step all of this is drawn anew: what the React Compiler would remember of it only weighs.
"use no memo";

import { useMemo } from "react";
import { Button } from "#app/_ui/button.tsx";
import { say } from "#lib/i18n/say.ts";
import { tellSpan } from "#lib/i18n/span.ts";
import { explain } from "#lib/i18n/why.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import { sourceOf } from "#lib/tcp/why/why.ts";
import { classicHost, type Film, hostsAt } from "#lib/tcp/world/film.ts";
import { HOSTS, type Host, type Scenario } from "#lib/tcp/world/scenario.ts";
import { closes, ruleFor, type StoryChange } from "./change.ts";
import { type Run, timerRuns } from "./diagram/timer-runs.ts";
import { type NumberStyle, SENT_MAX, sentIn, tellEvent, tellHost, tellHostWithin, tellSegment } from "./telling.ts";

interface Props {
  film: Film;
  scenario: Scenario;
  moment: number;
  numbers: NumberStyle;
  words: PlayerWords;
  onChange: (change: StoryChange) => void;
}

/** The current frame: what happened, why, the state and timers of both sides, and what may be broken here. */
export function Now({ film, scenario, moment, numbers, words, onChange }: Props) {
  const frame = film.frames[moment];
  const hosts = hostsAt(film, moment);
  return (
    <div className="border-b border-line">
      <div className="min-h-56 px-4 py-4 sm:px-5" aria-live="polite">
        <p className="font-medium">{frame ? tellEvent(film, frame.event, numbers, words) : words.before}</p>
        {frame?.why.map((why) => (
          <p key={why.key} className="mt-1">
            {explain(why, words)} <span className="inline-block text-sm text-quiet">{sourceOf(why)}</span>
          </p>
        ))}
        <dl className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(8rem,100%),1fr))] gap-2 text-sm">
          {HOSTS.map((host) => (
            <div key={host}>
              <dt className="text-quiet">{words.hosts[host]}</dt>
              <dd className={`font-medium ${host === "client" ? "text-client" : "text-server"}`}>
                {hosts[host].state}
              </dd>
              <Timers film={film} host={host} moment={moment} words={words} />
            </div>
          ))}
        </dl>
      </div>
      <BreakIt film={film} scenario={scenario} moment={moment} numbers={numbers} words={words} onChange={onChange} />
    </div>
  );
}

/** The timers that run at this moment, as bars that empty. */
function Timers({ film, host, moment, words }: { film: Film; host: Host; moment: number; words: PlayerWords }) {
  const now = film.frames[moment]?.atUs ?? 0;
  const runs = useMemo(() => timerRuns(film, host), [film, host]);
  const running = runs.filter((run) => run.since <= moment && (run.until === null || run.until > moment));
  return running.map((run) => (
    <dd key={run.timer} className="mt-1 text-xs text-quiet">
      {words.timers[run.timer]}: {say(words.left, { span: tellSpan(run.deadlineUs - now, words) })}
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="mt-0.5 block h-1 w-full">
        <rect width="100" height="4" className="fill-line" />
        <rect
          width={100 * shareLeft(run, now)}
          height="4"
          className={host === "client" ? "fill-client" : "fill-server"}
        />
      </svg>
    </dd>
  ));
}

function shareLeft({ startedUs, deadlineUs }: Run, now: number): number {
  return Math.min(1, Math.max(0, (deadlineUs - now) / Math.max(1, deadlineUs - startedUs)));
}

/** What can be done to the segments that leave here, and to both hosts at this moment. */
function BreakIt({ film, scenario, moment, numbers, words, onChange }: Props) {
  const frame = film.frames[moment];
  if (frame === undefined) return null;
  const { breakIt } = words;
  const segments = sentIn(film, frame).filter((flight) => ruleFor(flight, "drop") !== null);
  const more = segments.length - SENT_MAX;
  const atUs = frame.atUs;
  return (
    <details className="border-t border-line px-4 py-3 text-sm sm:px-5" open={segments.length > 0}>
      <summary className="font-semibold text-quiet">{breakIt.heading}</summary>
      {segments.length === 0 && <p className="mt-1 text-quiet">{breakIt.hint}</p>}
      {segments.slice(0, SENT_MAX).map((flight) => {
        const name = say(breakIt.segment, {
          segment: tellSegment(flight, numbers),
          host: tellHostWithin(flight.from, words),
        });
        const act = (fate: "drop" | "delay" | "duplicate") => {
          const rule = ruleFor(flight, fate);
          if (rule !== null) onChange({ kind: "segment", rule, flight });
        };
        return (
          <Actions key={flight.id} title={tellSegment(flight, numbers)} mono>
            <Action label={`${breakIt.drop}: ${name}`} text={breakIt.drop} onPress={() => act("drop")} />
            <Action label={`${breakIt.delay}: ${name}`} text={breakIt.delay} onPress={() => act("delay")} />
            <Action label={`${breakIt.duplicate}: ${name}`} text={breakIt.duplicate} onPress={() => act("duplicate")} />
          </Actions>
        );
      })}
      {more > 0 && <p className="mt-1 text-quiet">{say(words.moreSegments, { n: more })}</p>}
      {Object.keys(film.start)
        .filter((host) => classicHost(host) !== null)
        .map((host) => {
          const title = say(breakIt.host, { host: tellHost(host, words) });
          const call = (kind: "crash" | "abort" | "close") => onChange({ kind: "call", host, atUs, call: kind });
          const shift = (byUs: number) => onChange({ kind: "shift", host, byUs });
          return (
            <Actions key={host} title={title}>
              <Action label={`${title}: ${breakIt.crash}`} text={breakIt.crash} onPress={() => call("crash")} />
              <Action label={`${title}: ${breakIt.abort}`} text={breakIt.abort} onPress={() => call("abort")} />
              <Action label={`${title}: ${breakIt.close}`} text={breakIt.close} onPress={() => call("close")} />
              {closes(scenario, host) && (
                <>
                  <Action
                    label={`${title}: ${breakIt.closeEarlier}`}
                    text={breakIt.closeEarlier}
                    onPress={() => shift(-100_000)}
                  />
                  <Action
                    label={`${title}: ${breakIt.closeLater}`}
                    text={breakIt.closeLater}
                    onPress={() => shift(100_000)}
                  />
                </>
              )}
            </Actions>
          );
        })}
    </details>
  );
}

function Actions({ title, mono = false, children }: { title: string; mono?: boolean; children: React.ReactNode }) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <span className={`w-full text-quiet ${mono ? "font-mono text-xs" : ""}`}>{title}</span>
      {children}
    </div>
  );
}

function Action({ label, text, onPress }: { label: string; text: string; onPress: () => void }) {
  return (
    <Button look="quiet" size="small" aria-label={label} onClick={onPress}>
      {text}
    </Button>
  );
}
