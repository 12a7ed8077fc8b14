import type { Metadata, Route, Viewport } from "next";
import { cookies, headers } from "next/headers";
import Link from "next/link";
import { ButtonLink } from "#app/_ui/link.tsx";
import "#app/globals.css";
import { FocusKeeper } from "#app/_frame/focus-keeper.tsx";
import { LanguageSwitch, ThemeSwitch } from "#app/_frame/switches.tsx";
import { THEME_COOKIE, themeOf } from "#app/_frame/theme.ts";
import { KeyHelp } from "#app/_ui/keys/key-help.tsx";
import { TakeOver } from "#app/_ui/live.tsx";
import { isLanguage, LANG_TAG, type Language, negotiate } from "#lib/i18n/languages.ts";
import { type Messages, messagesFor } from "#lib/i18n/messages.ts";

/** Every page is rendered on request: its scripts carry the nonce of that one answer. */
export const dynamic = "force-dynamic";

/** An unknown language still gets a page that says so, in the best language for the reader. */
async function languageFor(params: Promise<{ locale: string }>) {
  const { locale } = await params;
  return isLanguage(locale) ? locale : negotiate((await headers()).get("accept-language"));
}

export async function generateMetadata({ params }: LayoutProps<"/[locale]">): Promise<Metadata> {
  const m = messagesFor(await languageFor(params));
  return { title: { default: m.frame.title, template: `%s · ${m.frame.title}` }, description: m.frame.tagline };
}

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children, params }: LayoutProps<"/[locale]">) {
  const language = await languageFor(params);
  const m = messagesFor(language);
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang={LANG_TAG[language]} data-theme={theme}>
      <body className="flex min-h-dvh flex-col">
        <TakeOver />
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:rounded focus:bg-raised focus:px-3 focus:py-2"
        >
          {m.frame.skip}
        </a>
        <Header language={language} m={m} />
        <noscript>
          <p className="border-b border-line bg-sunk px-4 py-2 text-sm sm:px-6 print:hidden">
            <span className="mx-auto block max-w-5xl sm:px-0">{m.frame.noScripts}</span>
          </p>
        </noscript>
        <main id="content" className="mx-auto w-full max-w-5xl flex-1 px-4 py-6 sm:px-6 sm:py-10">
          {children}
        </main>
        <footer className="mx-auto flex w-full max-w-5xl justify-end px-4 pb-4 sm:px-6 print:hidden">
          <KeyHelp words={m.keys} />
        </footer>
        <FocusKeeper />
      </body>
    </html>
  );
}

/** The name of the program, where one can go, and how it speaks and looks. */
function Header({ language, m }: { language: Language; m: Messages }) {
  return (
    <header className="border-b border-line print:hidden">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2 sm:px-6">
        <Link
          href={`/${language}`}
          className="mr-auto flex items-center gap-2 py-1 font-semibold tracking-tight sm:mr-0"
        >
          <Mark />
          {m.frame.title}
        </Link>
        <nav
          aria-label={m.frame.nav.label}
          className="order-last -mx-1 flex w-[calc(100%+0.5rem)] flex-wrap justify-between text-sm sm:order-none sm:justify-start sm:mx-0 sm:mr-auto sm:w-auto sm:gap-1"
        >
          {/* On a phone the name of the program leads there as well, and the others fit in one line. */}
          <span className="hidden sm:flex">
            <NavLink href={`/${language}`}>{m.frame.nav.today}</NavLink>
          </span>
          <NavLink href={`/${language}/review`}>{m.frame.nav.review}</NavLink>
          <NavLink href={`/${language}/interview`}>{m.frame.nav.interview}</NavLink>
          <NavLink href={`/${language}/cards`}>{m.frame.nav.cards}</NavLink>
          <NavLink href={`/${language}/claims`}>{m.frame.nav.claims}</NavLink>
          <NavLink href={`/${language}/lab`}>{m.frame.nav.lab}</NavLink>
          <NavLink href={`/${language}/progress`}>{m.frame.nav.progress}</NavLink>
        </nav>
        <div className="flex items-center">
          <SettingsLink href={`/${language}/settings`} label={m.settings.heading} />
          <LanguageSwitch language={language} label={m.frame.language} />
          <ThemeSwitch label={m.frame.theme} />
        </div>
      </div>
    </header>
  );
}

function NavLink({ href, children }: { href: string; children: string }) {
  return (
    <ButtonLink look="bare" href={href as Route} className="px-1 py-1 sm:px-2">
      {children}
    </ButtonLink>
  );
}

/** Three sliders. */
function SettingsLink({ href, label }: { href: string; label: string }) {
  return (
    <ButtonLink look="bare" href={href as Route} aria-label={label} title={label} className="p-2">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" stroke="currentColor" strokeWidth="1.6">
        <path d="M1.5 3.5h13M1.5 8h13M1.5 12.5h13" />
        <path d="M5 1.5v4M11 6v4M6.5 10.5v4" strokeWidth="2.6" />
      </svg>
    </ButtonLink>
  );
}

/** Two lifelines, a segment that is lost, and its retransmission. */
function Mark() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
    >
      <path d="M3 2v16M17 2v16" className="stroke-quiet" strokeWidth="1.5" />
      <path d="M4 4.5l11.5 3" className="stroke-client" />
      <path d="M16 10.5l-4 1.2" className="stroke-server" />
      <path d="M16 14L5 17" className="stroke-server" />
    </svg>
  );
}
