"use client";

import { LANG_TAG, LANGUAGES } from "#lib/i18n/languages.ts";
import { troubleWords } from "#lib/i18n/words/trouble.ts";

/** The last resort, when not even the layout could be rendered: plain, and in all languages, since none is known. */
export default function GlobalFailed({ retry }: { error: Error; retry: () => void }) {
  const inAll = (part: "heading" | "retry") => LANGUAGES.map((language) => troubleWords[language][part]).join(" · ");
  return (
    <html lang="en">
      <body>
        <main role="alert">
          <h1>{inAll("heading")}</h1>
          {LANGUAGES.map((language) => (
            <p key={language} lang={LANG_TAG[language]}>
              {troubleWords[language].text}
            </p>
          ))}
          <button type="button" onClick={retry}>
            {inAll("retry")}
          </button>
        </main>
      </body>
    </html>
  );
}
