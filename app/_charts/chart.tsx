import type { ReactNode } from "react";
import { type ChartTable, DataTable } from "./table.tsx";

interface Props {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What the picture says, in a sentence. */
  text: string;
  width: number;
  height: number;
  table: ChartTable;
  asTable: string;
  children: ReactNode;
}

/** A picture with its numbers: a drawing that a screen reader announces by its caption, once, and a table behind it. */
export function Chart({ id, title, text, width, height, table, asTable, children }: Props) {
  return (
    <figure className="min-w-0" aria-labelledby={`${id}-caption`}>
      <figcaption>
        <h3 id={`${id}-caption`} className="font-semibold">
          {title}
        </h3>
        <p id={`${id}-text`} className="mt-1 text-sm text-quiet">
          {text}
        </p>
      </figcaption>
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        viewBox={`0 0 ${width} ${height}`}
        className="mt-3 h-auto w-full max-w-xl"
        fontSize="11"
      >
        <title id={`${id}-title`}>{title}</title>
        {children}
      </svg>
      <details className="mt-1 text-sm">
        <summary className="cursor-pointer text-quiet hover:text-ink">
          {asTable}
          <span className="sr-only">{` – ${title}`}</span>
        </summary>
        <div className="mt-2">
          <DataTable caption={title} table={table} />
        </div>
      </details>
    </figure>
  );
}
