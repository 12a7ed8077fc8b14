import type { Route } from "next";
import { ButtonLink } from "#app/_ui/link.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";

interface Props {
  page: number;
  pages: number;
  /** The address of a page. */
  addressOf: (page: number) => string;
  m: Messages;
}

/** To the page before and the one after; nothing when there is only one. */
export function PageLinks({ page, pages, addressOf, m }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={m.frame.pages.label} className="mt-8 flex flex-wrap items-baseline justify-between gap-3 text-sm">
      <span className="min-w-28">
        {page > 1 && (
          <ButtonLink look="quiet" size="small" href={addressOf(page - 1) as Route} rel="prev">
            <span aria-hidden="true">← </span>
            {m.frame.pages.previous}
          </ButtonLink>
        )}
      </span>
      <span className="text-quiet">{say(m.frame.pages.at, { n: page, of: pages })}</span>
      <span className="min-w-28 text-end">
        {page < pages && (
          <ButtonLink look="quiet" size="small" href={addressOf(page + 1) as Route} rel="next">
            {m.frame.pages.next}
            <span aria-hidden="true"> →</span>
          </ButtonLink>
        )}
      </span>
    </nav>
  );
}
