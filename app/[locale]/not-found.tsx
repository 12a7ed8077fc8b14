import { headers } from "next/headers";
import { Lost } from "#app/_frame/lost.tsx";
import { LANGUAGE_HEADER } from "#lib/http/policy.ts";
import { isLanguage, negotiate } from "#lib/i18n/languages.ts";

export default async function NotFound() {
  const sent = await headers();
  const asked = sent.get(LANGUAGE_HEADER);
  return isLanguage(asked) ? (
    <Lost language={asked} />
  ) : (
    <Lost language={negotiate(sent.get("accept-language"))} unknownLanguage />
  );
}
