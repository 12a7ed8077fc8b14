import { Markdown } from "./markdown.tsx";

/** The key points as a plain list. */
export function KeyPoints({ points }: { points: readonly string[] }) {
  return (
    <ul className="list-disc space-y-1 pl-5 marker:text-quiet">
      {points.map((point) => (
        <li key={point}>
          <Markdown>{point}</Markdown>
        </li>
      ))}
    </ul>
  );
}
