import Link from "next/link";
import { LANG_TAG, LANGUAGES, type Language, OWN_NAME } from "#lib/i18n/languages.ts";
import { messagesFor } from "#lib/i18n/messages.ts";

/** There is no such page, or no such language. */
export function Lost({ language, unknownLanguage = false }: { language: Language; unknownLanguage?: boolean }) {
  const m = messagesFor(language);
  return (
    <div className="mx-auto max-w-xl">
      <h1 className="text-3xl font-semibold tracking-tight">{m.frame.notFound.heading}</h1>
      <p className="mt-3 text-lg text-quiet">
        {unknownLanguage ? m.frame.notFound.unknownLanguage : m.frame.notFound.text}
      </p>
      <p className="mt-8 flex flex-wrap gap-4">
        {unknownLanguage ? (
          LANGUAGES.map((l) => (
            <Link key={l} href={`/${l}`} lang={LANG_TAG[l]} className="underline underline-offset-4">
              {OWN_NAME[l]}
            </Link>
          ))
        ) : (
          <Link href={`/${language}`} className="underline underline-offset-4">
            {m.frame.notFound.home}
          </Link>
        )}
      </p>
    </div>
  );
}
