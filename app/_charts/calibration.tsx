import type { CalibrationBin } from "#lib/progress/predictions.ts";
import { Chart } from "./chart.tsx";
import { percent } from "./numbers.ts";
import { countScale } from "./scale.ts";
import type { ChartTable } from "./table.tsx";

interface Props {
  id: string;
  title: string;
  text: string;
  bins: readonly CalibrationBin[];
  /** The names of the axes: what was foretold, what came true. */
  axes: { readonly x: string; readonly y: string };
  table: ChartTable;
  asTable: string;
}

const SIZE = 360;
const LEFT = 44;
const TOP = 20;
const FOOT = 320;
const SIDE = FOOT - TOP;
/** How high the bar of the largest count is. */
const BAR_MAX = SIDE / 4;
const MARKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** What was foretold against what came true: a point a bin, the diagonal where both agree, and the counts at the foot. */
export function CalibrationChart({ id, title, text, bins, axes, table, asTable }: Props) {
  return (
    <Chart id={id} title={title} text={text} width={SIZE} height={SIZE} table={table} asTable={asTable}>
      <Grid axes={axes} />
      <Counts bins={bins} />
      <line x1={xOf(0)} y1={yOf(0)} x2={xOf(1)} y2={yOf(1)} strokeDasharray="5 4" className="stroke-quiet" />
      <Observed bins={bins} />
    </Chart>
  );
}

function xOf(share: number): number {
  return LEFT + share * SIDE;
}

function yOf(share: number): number {
  return FOOT - share * SIDE;
}

/** The shares of both axes, and what they are called. */
function Grid({ axes }: Pick<Props, "axes">) {
  return (
    <>
      {MARKS.map((mark) => (
        <g key={mark}>
          <line x1={xOf(0)} x2={xOf(1)} y1={yOf(mark)} y2={yOf(mark)} className="stroke-line" />
          <text x={LEFT - 5} y={yOf(mark) + 4} textAnchor="end" className="fill-quiet">
            {percent(mark)}
          </text>
          <text x={xOf(mark)} y={FOOT + 15} textAnchor="middle" className="fill-quiet">
            {percent(mark)}
          </text>
        </g>
      ))}
      <text x={LEFT} y={11} className="fill-quiet">
        {axes.y}
      </text>
      <text x={xOf(1)} y={FOOT + 32} textAnchor="end" className="fill-quiet">
        {axes.x}
      </text>
    </>
  );
}

/** How many answers each bin holds. */
function Counts({ bins }: Pick<Props, "bins">) {
  const { top } = countScale(Math.max(...bins.map(({ count }) => count)));
  return bins.map(({ from, count }) => {
    const height = (count / top) * BAR_MAX;
    return (
      <rect
        key={from}
        x={xOf(from) + 1}
        width={SIDE / bins.length - 2}
        y={FOOT - height}
        height={height}
        className="fill-server-soft stroke-server"
      >
        <title>{`${percent(from)} – ${percent(from + 1 / bins.length)}: ${count}`}</title>
      </rect>
    );
  });
}

/** What came true of each bin that holds any. */
function Observed({ bins }: Pick<Props, "bins">) {
  const points = bins.flatMap(({ from, predicted, observed, count }) => {
    if (predicted === null || observed === null) return [];
    return [
      { from, x: xOf(predicted), y: yOf(observed), name: `${percent(predicted)} → ${percent(observed)} (${count})` },
    ];
  });
  return (
    <>
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
        fill="none"
        strokeWidth="2"
        className="stroke-client"
      />
      {points.map(({ from, x, y, name }) => (
        <circle key={from} cx={x} cy={y} r="4" className="fill-client stroke-raised">
          <title>{name}</title>
        </circle>
      ))}
    </>
  );
}
