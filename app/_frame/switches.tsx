"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { Button } from "#app/_ui/button.tsx";
import { ButtonLink } from "#app/_ui/link.tsx";
import { LANG_TAG, LANGUAGE_COOKIE, LANGUAGES, type Language, OWN_NAME } from "#lib/i18n/languages.ts";
import { THEME_COOKIE, themeOf } from "./theme.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

function remember(name: string, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

/** The same page in the other language; the choice is remembered for addresses without a language. */
export function LanguageSwitch({ language, label }: { language: Language; label: string }) {
  const pathname = usePathname();
  const other = LANGUAGES.find((l) => l !== language) ?? language;
  const path = pathname.replace(/^\/[^/]+/, `/${other}`);
  // Pressed before the scripts ran, the link brought one here all the same; then the choice is remembered late.
  useEffect(() => {
    if (document.referrer.split(/[?#]/)[0] === location.origin + path) remember(LANGUAGE_COOKIE, language);
  }, [language, path]);
  return (
    <ButtonLink
      look="bare"
      href={path as Route}
      hrefLang={LANG_TAG[other]}
      lang={LANG_TAG[other]}
      onClick={() => remember(LANGUAGE_COOKIE, other)}
      className="px-2 py-1 text-sm"
      title={label}
    >
      {OWN_NAME[other]}
    </ButtonLink>
  );
}

/** Light becomes dark and back; before the first choice the system decides. */
export function ThemeSwitch({ label }: { label: string }) {
  const pathname = usePathname();
  // A page that comes back from the router's memory brings the theme of its time along; the cookie knows the last choice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new page is the reason to look
  useEffect(() => {
    const theme = themeOf(new RegExp(`(?:^|; )${THEME_COOKIE}=(\\w+)`).exec(document.cookie)?.[1]);
    if (theme) document.documentElement.dataset.theme = theme;
  }, [pathname]);
  const toggle = () => {
    const root = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const next = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
    root.dataset.theme = next;
    remember(THEME_COOKIE, next);
  };
  return (
    <Button look="bare" onClick={toggle} aria-label={label} title={label} className="p-2">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
      </svg>
    </Button>
  );
}
