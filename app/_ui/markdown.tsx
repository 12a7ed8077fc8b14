import type { Route } from "next";
import Link from "next/link";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import type { Language } from "#lib/i18n/languages.ts";
import { ScrollBox } from "./scroll-box.tsx";

/** Links of the content know no language; what is wide scrolls in its own box, and the keyboard must reach that box too. */
function componentsFor(language: Language): Components {
  return {
    a: ({ href = "", children }) =>
      href.startsWith("/") ? (
        <Link href={`/${language}${href}` as Route}>{children}</Link>
      ) : (
        <a href={href} rel="noreferrer">
          {children}
        </a>
      ),
    table: ({ children }) => (
      <ScrollBox className="wide">
        <table>{children}</table>
      </ScrollBox>
    ),
    pre: ({ children }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
      <pre tabIndex={0}>{children}</pre>
    ),
  };
}

const COMPONENTS: Readonly<Record<Language, Components>> = { en: componentsFor("en"), zh: componentsFor("zh") };

/** Markdown as React elements, rendered on the server. Raw HTML stays text: imported Markdown is hostile. */
export function Markdown({ language, children }: { language: Language; children: string }) {
  return (
    <div className="prose">
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={COMPONENTS[language]}>
        {children}
      </ReactMarkdown>
    </div>
  );
}
