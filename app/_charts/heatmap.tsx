import type { Week } from "#lib/progress/days.ts";
import { Chart } from "./chart.tsx";
import { levelOf } from "./scale.ts";
import type { ChartTable } from "./table.tsx";

interface Props {
  id: string;
  title: string;
  text: string;
  weeks: readonly Week[];
  /** The count of the busiest day, which has the largest square. */
  most: number;
  /** Monday first. */
  weekdays: readonly string[];
  table: ChartTable;
  asTable: string;
}

const CELL = 13;
const LEFT = 28;
const TOP = 16;

/** A column a week, a square a day: the more answers, the larger. Days without an answer are dots. */
export function Heatmap({ id, title, text, weeks, most, weekdays, table, asTable }: Props) {
  const width = LEFT + weeks.length * CELL;
  const height = TOP + 7 * CELL;
  return (
    <Chart id={id} title={title} text={text} width={width} height={height} table={table} asTable={asTable}>
      {weekdays.map(
        (name, i) =>
          i % 2 === 0 && (
            <text key={name} x={0} y={TOP + i * CELL + 10} className="fill-quiet">
              {name}
            </text>
          ),
      )}
      {weeks.map((week, i) => (
        <g key={week[0]?.day}>
          {beginsMonth(week) && i < weeks.length - 1 && (
            <text x={LEFT + i * CELL} y={10} className="fill-quiet">
              {week[6]?.day.slice(5, 7)}
            </text>
          )}
          {week.map(({ day, answers }, weekday) =>
            answers === null ? null : (
              <Square
                key={day}
                x={LEFT + (i + 0.5) * CELL}
                y={TOP + (weekday + 0.5) * CELL}
                level={levelOf(answers, most)}
                name={`${day}: ${answers}`}
              />
            ),
          )}
        </g>
      ))}
    </Chart>
  );
}

/** The side of a square by its level. */
const SIDES = [2, 5, 7, 9, 11];

function Square({ x, y, level, name }: { x: number; y: number; level: number; name: string }) {
  const side = SIDES[level] ?? 0;
  return (
    <rect
      x={x - side / 2}
      y={y - side / 2}
      width={side}
      height={side}
      rx={1}
      className={level === 0 ? "fill-quiet" : "fill-client"}
    >
      <title>{name}</title>
    </rect>
  );
}

/** The first of a month falls into the week. */
function beginsMonth(week: Week): boolean {
  return week.some(({ day }) => day.endsWith("-01"));
}
