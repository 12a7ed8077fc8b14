import type { NextRequest } from "next/server";
import { isLanguage, type Language, negotiate } from "#lib/i18n/languages.ts";

/** The language that an address asks for (`?language=zh`), or that of the browser. */
export function languageAsked(request: NextRequest): Language {
  const wish = request.nextUrl.searchParams.get("language");
  return isLanguage(wish) ? wish : negotiate(request.headers.get("accept-language"));
}

/** Text to be kept as a file. */
export function asFile(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.md"`,
      "cache-control": "no-store",
    },
  });
}
