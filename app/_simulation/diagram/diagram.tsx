import { memo, type SVGProps } from "react";
import { say } from "#lib/i18n/say.ts";
import { tellSpan } from "#lib/i18n/span.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import { classicHost, type Film, type Flight } from "#lib/tcp/world/film.ts";
import { flightIn, tellHost, tellTime } from "../telling.ts";
import { baseLine } from "./labels.ts";
import { type Arrow, BAR, type Layout, type LifelineMark, type Stretch, type Wedge } from "./layout.ts";
import { seenAt } from "./seen.ts";

interface Props {
  film: Film;
  layout: Layout;
  /** Index of the current frame; what comes behind it is not drawn yet. */
  moment: number;
  words: PlayerWords;
  /** A frame that is marked: where this film begins to differ from another. */
  marked?: number | null;
}

/** The sequence diagram: time flows down, segments are slanted arrows, lost ones end in a cross. */
export function Diagram({ film, layout, moment, words, marked = null }: Props) {
  const { top, bottom, untilY, ...seen } = seenAt(layout, moment);
  const y = layout.frameY[moment];
  const markedY = marked === null ? undefined : layout.frameY[marked];
  return (
    <svg
      viewBox={`0 ${top} ${layout.width} ${bottom - top}`}
      role="img"
      data-diagram
      aria-label={words.diagram}
      className={`mx-auto block h-auto w-full select-none ${layout.lifelines.length > 2 ? "max-w-2xl" : "max-w-md"}`}
    >
      {y !== undefined && <rect x="0" y={y - 9} width={layout.width} height="18" rx="4" className="fill-sunk" />}
      {markedY !== undefined && (
        <path d={`M4 ${markedY - 15}H${layout.width - 4}`} className="stroke-alarm" strokeDasharray="2 3" fill="none" />
      )}
      {layout.lifelines.map(({ host, x }) => (
        <g key={host}>
          <text x={x} y={top + 18} textAnchor="middle" className={`text-[13px] font-semibold ${inkOf(host)}`}>
            {tellHost(host, words)}
          </text>
          <rect {...lineOf(x, layout, top, bottom)} rx="1.5" className="fill-paper stroke-line" strokeWidth="1" />
        </g>
      ))}
      {seen.bars.map((bar) => (
        <StateBar key={`${bar.host} ${bar.since}`} bar={bar} until={Math.min(bar.y + bar.height, untilY)} />
      ))}
      {seen.timers.map((wedge) => (
        <TimerWedge
          key={`${wedge.host} ${wedge.timer} ${wedge.since}`}
          wedge={wedge}
          until={Math.min(wedge.y2, untilY)}
        />
      ))}
      {seen.waits.map((wait) => (
        <text key={wait.y} x={layout.width / 2} y={wait.y} textAnchor="middle" className="fill-quiet text-[10px]">
          {`⋮ ${say(words.later, { span: tellSpan(wait.us, words) })}`}
        </text>
      ))}
      {seen.arrows.map((arrow) => (
        <SegmentArrow
          key={arrow.flight}
          arrow={arrow}
          flight={flightIn(film, arrow.flight)}
          there={arrow.ends <= moment}
          current={isCurrent(arrow, moment)}
        />
      ))}
      {seen.labels.map((arrow) => (
        <LabelText key={arrow.flight} arrow={arrow} current={isCurrent(arrow, moment)} />
      ))}
      {seen.marks.map((mark) => (
        <MarkText key={mark.frame} mark={mark} words={words} current={mark.frame === moment} />
      ))}
    </svg>
  );
}

/** It leaves or ends at this moment. */
function isCurrent({ leaves, ends }: Arrow, moment: number): boolean {
  return leaves === moment || ends === moment;
}

/** The two hosts of every scenario have a colour each; whoever else there is has none. */
function inkOf(host: string): string {
  return { client: "fill-client", server: "fill-server", other: "fill-quiet" }[classicHost(host) ?? "other"];
}

function strokeOf(host: string): string {
  return { client: "stroke-client", server: "stroke-server", other: "stroke-quiet" }[classicHost(host) ?? "other"];
}

function softOf(host: string): string {
  const looks = {
    client: "fill-client-soft stroke-client",
    server: "fill-server-soft stroke-server",
    other: "fill-sunk stroke-quiet",
  };
  return looks[classicHost(host) ?? "other"];
}

function lineOf(x: number, { bars, height }: Layout, top: number, bottom: number) {
  const from = Math.max(top + 26, bars[0]?.y ?? 0);
  return { x: x - BAR / 2, y: from, width: BAR, height: Math.min(height - 8, bottom) - from };
}

/** A state that somebody is in, as far as the film has come; CLOSED and LISTEN leave the lifeline empty. */
const StateBar = memo(function StateBar({ bar, until }: { bar: Stretch; until: number }) {
  if (bar.state === "CLOSED" || bar.state === "LISTEN") return null;
  const height = Math.max(0, Math.min(bar.height, until - bar.y));
  return <rect x={bar.x} y={bar.y} width={BAR} height={height} rx="1.5" className={softOf(bar.host)} strokeWidth="1" />;
});

const WEDGE = 6;

/** Broad while much time is left; what was stopped early ends broad. */
const TimerWedge = memo(function TimerWedge({
  wedge: { host, x, y1, y2, left, side },
  until,
}: {
  wedge: Wedge;
  until: number;
}) {
  const end = Math.min(y2, until);
  if (end <= y1) return null;
  const share = (end - y1) / Math.max(1, y2 - y1);
  const breadth = WEDGE * (1 - share * (1 - left));
  return (
    <path d={`M${x} ${y1}h${side * WEDGE}L${x + side * breadth} ${end}H${x}Z`} className={inkOf(host)} opacity="0.28" />
  );
});

interface SegmentArrowProps {
  arrow: Arrow;
  flight: Flight;
  there: boolean;
  current: boolean;
}

const SegmentArrow = memo(function SegmentArrow({ arrow, flight, there, current }: SegmentArrowProps) {
  const { x1, y1, x2, y2, from, lost } = arrow;
  const { nature, isCorrupt } = flight;
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  return (
    <g className={`${strokeOf(from)} ${inkOf(from)}`} opacity={there ? 1 : 0.55}>
      <line
        x1={x1}
        y1={y1}
        x2={x2}
        y2={y2}
        strokeWidth={current ? 2.4 : 1.5}
        strokeDasharray={there && nature === "first" ? undefined : "5 3"}
      />
      {there && (lost || isCorrupt ? <Cross x={x2} y={y2} /> : <Head x={x2} y={y2} angle={angle} />)}
    </g>
  );
});

const LabelText = memo(function LabelText({ arrow: { from, label }, current }: { arrow: Arrow; current: boolean }) {
  const { lines, x, y, angle, anchor } = label;
  const look: SVGProps<SVGTextElement> = { strokeWidth: 3, paintOrder: "stroke", textAnchor: anchor };
  return (
    <text
      {...look}
      transform={`translate(${x} ${y}) rotate(${angle})`}
      className={`stroke-paper font-mono text-[9.5px] ${inkOf(from)} ${current ? "font-semibold" : ""}`}
    >
      {lines.map((line, i) => (
        <tspan key={line} x="0" y={baseLine(label, i)}>
          {line}
        </tspan>
      ))}
    </text>
  );
});

/** Arrowhead and cross are drawn, not markers: a marker cannot take the colour of its line everywhere. */
function Head({ x, y, angle }: { x: number; y: number; angle: number }) {
  return <path d="M0 0L-8 -3.6L-8 3.6Z" transform={`translate(${x} ${y}) rotate(${angle})`} stroke="none" />;
}

function Cross({ x, y }: { x: number; y: number }) {
  return <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} className="stroke-alarm" strokeWidth="2.2" fill="none" />;
}

const MarkText = memo(function MarkText({
  mark,
  words,
  current,
}: {
  mark: LifelineMark;
  words: PlayerWords;
  current: boolean;
}) {
  return (
    <text
      x={mark.x}
      y={mark.y}
      textAnchor={mark.anchor}
      className={`text-[9.5px] ${current ? "fill-ink" : "fill-quiet"}`}
    >
      {mark.state && (
        <tspan x={mark.x} dy="0" className={`font-semibold ${inkOf(mark.host)}`}>
          {mark.state}
        </tspan>
      )}
      {mark.tellsTime && (
        <tspan x={mark.x} dy={mark.state ? 11 : 3}>
          {tellTime(mark.atUs, words)}
        </tspan>
      )}
    </text>
  );
});
