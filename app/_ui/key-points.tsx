import type { Language } from "#lib/i18n/languages.ts";
import { Markdown } from "./markdown.tsx";

/** The key points as a plain list. */
export function KeyPoints({ points, language }: { points: readonly string[]; language: Language }) {
  return (
    <ul className="list-disc space-y-1 pl-5 marker:text-quiet">
      {points.map((point) => (
        <li key={point}>
          <Markdown language={language}>{point}</Markdown>
        </li>
      ))}
    </ul>
  );
}
