import type { SVGProps } from "react";
import type { Language } from "#lib/i18n/languages.ts";
import type { Film, Flight } from "#lib/tcp/film.ts";
import { HOSTS, type Host } from "#lib/tcp/scenario.ts";
import { describeSpan } from "#lib/tcp/why/span.ts";
import { type Arrow, BAR, type Bar, type Layout, LIFELINE, type Mark, WIDTH } from "./layout.ts";
import { flightOf, tellSegment, tellTime } from "./telling.ts";
import { WORDS, type Words } from "./words.ts";

interface Props {
  film: Film;
  layout: Layout;
  /** Index of the current frame; what comes behind it is not drawn yet. */
  moment: number;
  language: Language;
}

/** The sequence diagram: time flows down, segments are slanted arrows, lost ones end in a cross. */
export function Diagram({ film, layout, moment, language }: Props) {
  const words = WORDS[language];
  const y = layout.frameY[moment];
  const last = film.frames.length - 1;
  return (
    <svg
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={words.diagram}
      className="mx-auto block h-auto w-full max-w-md select-none"
    >
      {y !== undefined && <rect x="0" y={y - 9} width={WIDTH} height="18" rx="4" className="fill-sunk" />}
      {HOSTS.map((host) => (
        <text
          key={host}
          x={LIFELINE[host]}
          y="18"
          textAnchor="middle"
          className={`text-[13px] font-semibold ${INK[host]}`}
        >
          {words.hosts[host]}
        </text>
      ))}
      {HOSTS.map((host) => (
        <rect key={host} {...lifeline(host, layout)} rx="1.5" className="fill-paper stroke-line" strokeWidth="1" />
      ))}
      {layout.bars
        .filter((bar) => bar.since <= moment)
        .map((bar) => (
          <StateBar key={`${bar.host} ${bar.since}`} bar={bar} until={moment === last ? layout.height : (y ?? 0)} />
        ))}
      {layout.waits
        .filter((wait) => wait.before <= moment)
        .map((wait) => (
          <text key={wait.y} x={WIDTH / 2} y={wait.y + 3} textAnchor="middle" className="fill-quiet text-[10px]">
            {`⋮ ${words.later(describeSpan(wait.us, language))}`}
          </text>
        ))}
      {layout.arrows
        .filter((arrow) => (arrow.leaves < 0 ? arrow.ends : arrow.leaves) <= moment)
        .map((arrow) => {
          const flight = flightOf(film, arrow.flight);
          const label = labelOf(flight, words);
          return <SegmentArrow key={arrow.flight} arrow={arrow} flight={flight} label={label} moment={moment} />;
        })}
      {layout.marks
        .filter((mark) => mark.frame <= moment)
        .map((mark) => (
          <MarkText key={mark.frame} mark={mark} language={language} current={mark.frame === moment} />
        ))}
    </svg>
  );
}

interface ArrowProps {
  arrow: Arrow;
  flight: Flight;
  label: string;
  moment: number;
}

const INK: Record<Host, string> = { client: "fill-client", server: "fill-server" };
const STROKE: Record<Host, string> = { client: "stroke-client", server: "stroke-server" };

function lifeline(host: Host, { bars, height }: Layout) {
  const top = bars[0]?.y ?? 0;
  return { x: LIFELINE[host] - BAR / 2, y: top, width: BAR, height: height - 8 - top };
}

/** A state that somebody is in, as far as the film has come; CLOSED and LISTEN leave the lifeline empty. */
function StateBar({ bar, until }: { bar: Bar; until: number }) {
  if (bar.state === "CLOSED" || bar.state === "LISTEN") return null;
  const height = Math.max(0, Math.min(bar.height, until - bar.y));
  const look = bar.host === "client" ? "fill-client-soft stroke-client" : "fill-server-soft stroke-server";
  return <rect x={bar.x} y={bar.y} width={BAR} height={height} rx="1.5" className={look} strokeWidth="1" />;
}

function SegmentArrow({ arrow, flight, label, moment }: ArrowProps) {
  const { x1, y1, x2, y2 } = arrow;
  const there = arrow.ends <= moment;
  const current = arrow.leaves === moment || arrow.ends === moment;
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const solid = there && flight.nature === "first";
  return (
    <g className={`${STROKE[arrow.from]} ${INK[arrow.from]}`} opacity={there ? 1 : 0.55}>
      <line
        x1={x1}
        y1={y1}
        x2={x2}
        y2={y2}
        strokeWidth={current ? 2.4 : 1.5}
        strokeDasharray={solid ? undefined : "5 3"}
      />
      {there && (arrow.lost ? <Cross x={x2} y={y2} /> : <Head x={x2} y={y2} angle={angle} />)}
      <text
        {...labelPlace(arrow, angle)}
        y="-4"
        strokeWidth="3"
        paintOrder="stroke"
        className="stroke-paper font-mono text-[9.5px]"
      >
        {label}
      </text>
    </g>
  );
}

/** Along the arrow. One that is short, lost or from nowhere, has its label begin or end where it touches a lifeline. */
function labelPlace({ from, x1, y1, x2, y2, lost, leaves }: Arrow, angle: number): SVGProps<SVGTextElement> {
  const right = from === "client";
  const rotate = `rotate(${right ? angle : angle - 180})`;
  if (lost)
    return { transform: `translate(${x1} ${y1}) ${rotate}`, x: right ? 14 : -14, textAnchor: right ? "start" : "end" };
  if (leaves < 0)
    return { transform: `translate(${x2} ${y2}) ${rotate}`, x: right ? -10 : 10, textAnchor: right ? "end" : "start" };
  return { transform: `translate(${(x1 + x2) / 2} ${(y1 + y2) / 2}) ${rotate}`, textAnchor: "middle" };
}

/** Arrowhead and cross are drawn, not markers: a marker cannot take the colour of its line everywhere. */
function Head({ x, y, angle }: { x: number; y: number; angle: number }) {
  return <path d="M0 0L-8 -3.6L-8 3.6Z" transform={`translate(${x} ${y}) rotate(${angle})`} stroke="none" />;
}

function Cross({ x, y }: { x: number; y: number }) {
  return <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} className="stroke-alarm" strokeWidth="2.2" fill="none" />;
}

function MarkText({ mark, language, current }: { mark: Mark; language: Language; current: boolean }) {
  const anchor = mark.host === "client" ? "end" : "start";
  return (
    <text x={mark.x} y={mark.y} textAnchor={anchor} className={`text-[9.5px] ${current ? "fill-ink" : "fill-quiet"}`}>
      {mark.state && (
        <tspan x={mark.x} dy="0" className={`font-semibold ${INK[mark.host]}`}>
          {mark.state}
        </tspan>
      )}
      {!mark.repeatsTime && (
        <tspan x={mark.x} dy={mark.state ? 11 : 3}>
          {tellTime(mark.atUs, language)}
        </tspan>
      )}
    </text>
  );
}

function labelOf(flight: Flight, words: Words): string {
  const segment = tellSegment(flight);
  if (flight.nature === "resent") return `↻ ${segment}`;
  return flight.nature === "ghost" ? `${words.stray}: ${segment}` : segment;
}
