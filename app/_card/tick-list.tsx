import type { ReactNode } from "react";
import { CheckLine } from "#app/_ui/form/check-line.tsx";

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
          <CheckLine
            look="row"
            autoComplete="off" // the ticks of an older visit are not to be told again
            checked={ticked.includes(id)}
            onChange={(event) => change(id, event.target.checked)}
          >
            <span>
              {text}
              {note && <span className="block text-sm text-client">{note}</span>}
            </span>
          </CheckLine>
        </li>
      ))}
    </ul>
  );
}
