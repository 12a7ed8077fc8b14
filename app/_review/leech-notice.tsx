import type { Route } from "next";
import Link from "next/link";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";

/** Says that a card was forgotten again and again, and offers what may help. Nothing happens by itself. */
export function LeechNotice({ words, lapses, href }: { words: Messages["review"]; lapses: number; href: string }) {
  return (
    <section className="mb-4 rounded-lg border border-line bg-raised px-4 py-3">
      <h2 className="font-medium">{say(words.leech.heading, { n: lapses })}</h2>
      <p className="mt-1 text-sm text-quiet">{words.leech.text}</p>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {(["#simulation", "#points", "#memory"] as const).map((part) => (
          <li key={part}>
            <Link
              href={`${href}${part === "#points" ? "?points" : ""}${part}` as Route}
              className="underline underline-offset-4"
            >
              {words.leech.offers[part]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
