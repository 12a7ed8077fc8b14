import { ScrollBox } from "#app/_ui/scroll-box.tsx";

export interface ChartTable {
  /** The names of the columns; the first column names the rows. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A table of numbers; one that is too wide for the screen scrolls in its own box. */
export function DataTable({ caption, table: { head, rows } }: { caption: string; table: ChartTable }) {
  return (
    <ScrollBox label={caption} className="max-h-96 overflow-auto">
      <table className="w-full max-w-xl text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-quiet">
            {head.map((name, i) => (
              <th
                key={name}
                scope="col"
                className={`py-1 pe-3 font-normal whitespace-nowrap last:pe-0 ${i === 0 ? "text-start" : "text-end"}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...values]) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-1 pe-3 text-start font-normal whitespace-nowrap">
                {name}
              </th>
              {values.map((value, i) => (
                <td key={head[i + 1]} className="py-1 pe-3 text-end whitespace-nowrap last:pe-0">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
