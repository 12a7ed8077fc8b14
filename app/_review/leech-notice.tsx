import type { Route } from "next";
import { Box } from "#app/_ui/box.tsx";
import { TextLink } from "#app/_ui/link.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";

/** Says that a card was forgotten again and again, and offers what may help. Nothing happens by itself. */
export function LeechNotice({ words, lapses, href }: { words: Messages["review"]; lapses: number; href: string }) {
  return (
    <Box as="section" look="raised" className="mb-4">
      <h2 className="font-medium">{say(words.leech.heading, { n: lapses })}</h2>
      <p className="mt-1 text-sm text-quiet">{words.leech.text}</p>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {(["#simulation", "#points", "#memory"] as const).map((part) => (
          <li key={part}>
            <TextLink href={`${href}${part === "#points" ? "?points" : ""}${part}` as Route}>
              {words.leech.offers[part]}
            </TextLink>
          </li>
        ))}
      </ul>
    </Box>
  );
}
