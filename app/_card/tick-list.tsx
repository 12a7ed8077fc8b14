import type { ReactNode } from "react";

interface Props {
  points: readonly {
    readonly id: string;
    readonly text: ReactNode /** What is to be said of it. */;
    readonly note?: string;
  }[];
  /** Ids. */
  ticked: readonly string[];
  /** In the order of the points. */
  onChange: (ticked: string[]) => void;
}

/** Key points with a box for each that was said. */
export function TickList({ points, ticked, onChange }: Props) {
  const change = (id: string, isTicked: boolean) =>
    onChange(points.map((point) => point.id).filter((other) => (other === id ? isTicked : ticked.includes(other))));
  return (
    <ul className="space-y-1">
      {points.map(({ id, text, note }) => (
        <li key={id}>
          <label className="flex cursor-pointer items-start gap-3 rounded px-2 py-1.5 -mx-2 hover:bg-sunk">
            <input
              type="checkbox"
              autoComplete="off" // the ticks of an older visit are not to be told again
              checked={ticked.includes(id)}
              onChange={(event) => change(id, event.target.checked)}
              className="mt-1.5 size-4 shrink-0 accent-client"
            />
            <span>
              {text}
              {note && <span className="block text-sm text-client">{note}</span>}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
