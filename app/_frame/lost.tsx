import { PageHeading } from "#app/_ui/heading.tsx";
import { TextLink } from "#app/_ui/link.tsx";
import { LANG_TAG, LANGUAGES, type Language, OWN_NAME } from "#lib/i18n/languages.ts";
import { messagesFor } from "#lib/i18n/messages.ts";

/** There is no such page, or no such language. */
export function Lost({ language, unknownLanguage = false }: { language: Language; unknownLanguage?: boolean }) {
  const m = messagesFor(language);
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading>{m.frame.notFound.heading}</PageHeading>
      <p className="mt-3 text-lg text-quiet">
        {unknownLanguage ? m.frame.notFound.unknownLanguage : m.frame.notFound.text}
      </p>
      <p className="mt-8 flex flex-wrap gap-4">
        {unknownLanguage ? (
          LANGUAGES.map((l) => (
            <TextLink key={l} href={`/${l}`} lang={LANG_TAG[l]}>
              {OWN_NAME[l]}
            </TextLink>
          ))
        ) : (
          <TextLink href={`/${language}`}>{m.frame.notFound.home}</TextLink>
        )}
      </p>
    </div>
  );
}
