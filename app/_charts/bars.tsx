import { Chart } from "./chart.tsx";
import { countScale } from "./scale.ts";
import type { ChartTable } from "./table.tsx";

export interface Bar {
  /** Unique among the bars; shown when one points at it. */
  readonly name: string;
  readonly count: number;
  /** How much of the count is striped, at the foot of the bar. */
  readonly striped?: number;
  /** What stands below it; left out where there is no room. */
  readonly tick?: string;
}

interface Props {
  id: string;
  title: string;
  text: string;
  bars: readonly Bar[];
  /** The top of the scale; left out: as high as the highest bar. */
  most?: number;
  table: ChartTable;
  asTable: string;
}

const WIDTH = 360;
const HEIGHT = 170;
const LEFT = 42;
const RIGHT = 14;
const TOP = 8;
const FOOT = 150;
const GAP = 2;

/** Upright bars over names, with a scale of counts at the left. */
export function BarChart({ id, title, text, bars, most, table, asTable }: Props) {
  const { top, ticks } = countScale(most ?? Math.max(...bars.map(({ count }) => count)));
  const yOf = (count: number) => FOOT - (count / top) * (FOOT - TOP);
  const step = (WIDTH - LEFT - RIGHT) / bars.length;
  const stripes = `${id}-stripes`;
  return (
    <Chart id={id} title={title} text={text} width={WIDTH} height={HEIGHT} table={table} asTable={asTable}>
      <Stripes id={stripes} />
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={yOf(tick)} y2={yOf(tick)} className="stroke-line" />
          <text x={LEFT - 5} y={yOf(tick) + 4} textAnchor="end" className="fill-quiet">
            {tick}
          </text>
        </g>
      ))}
      {bars.map(({ name, count, striped = 0, tick }, i) => {
        const x = LEFT + i * step + GAP / 2;
        const width = step - GAP;
        return (
          <g key={name}>
            <title>{`${name}: ${count}`}</title>
            <rect x={x} width={width} y={yOf(count)} height={yOf(striped) - yOf(count)} className="fill-client" />
            {striped > 0 && (
              <rect
                x={x + 0.5}
                width={width - 1}
                y={yOf(striped)}
                height={FOOT - yOf(striped)}
                fill={`url(#${stripes})`}
                className="stroke-server"
              />
            )}
            {tick && (
              <text x={x + width / 2} y={HEIGHT - 5} textAnchor="middle" className="fill-quiet">
                {tick}
              </text>
            )}
          </g>
        );
      })}
    </Chart>
  );
}

function Stripes({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" className="fill-raised" />
        <rect width="2" height="4" className="fill-server" />
      </pattern>
    </defs>
  );
}
