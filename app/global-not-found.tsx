import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import "./globals.css";
import { LANG_TAG, negotiate } from "#lib/i18n/languages.ts";
import { Lost } from "./_frame/lost.tsx";
import { THEME_COOKIE, themeOf } from "./_frame/theme.ts";

export const metadata: Metadata = { title: "404 · Retransmit" };

/** For addresses outside the languages, such as an unknown /api/…. */
export default async function GlobalNotFound() {
  const language = negotiate((await headers()).get("accept-language"));
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang={LANG_TAG[language]} data-theme={theme}>
      <body>
        <main className="px-4 py-10">
          <Lost language={language} />
        </main>
      </body>
    </html>
  );
}
