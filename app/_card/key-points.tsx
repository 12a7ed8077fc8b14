import { Markdown } from "#app/_ui/markdown.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";

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

/** The key points hidden, each to be said before it is opened. */
export function OneByOne({ points, language }: { points: readonly string[]; language: Language }) {
  const m = messagesFor(language).cards;
  return (
    <ol className="space-y-2">
      {points.map((point, i) => (
        <li key={point}>
          <details className="rounded-lg border border-line px-4 py-2">
            <summary className="cursor-pointer">{say(m.point, { n: i + 1, of: points.length })}</summary>
            <div className="mt-2">
              <Markdown language={language}>{point}</Markdown>
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}
