import type { Route } from "next";
import Link from "next/link";
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
  const link = "rounded border border-line px-3 py-1.5 hover:bg-sunk";
  return (
    <nav aria-label={m.frame.pages.label} className="mt-8 flex flex-wrap items-baseline justify-between gap-3 text-sm">
      <span className="min-w-28">
        {page > 1 && (
          <Link href={addressOf(page - 1) as Route} rel="prev" className={link}>
            <span aria-hidden="true">← </span>
            {m.frame.pages.previous}
          </Link>
        )}
      </span>
      <span className="text-quiet">{say(m.frame.pages.at, { n: page, of: pages })}</span>
      <span className="min-w-28 text-end">
        {page < pages && (
          <Link href={addressOf(page + 1) as Route} rel="next" className={link}>
            {m.frame.pages.next}
            <span aria-hidden="true"> →</span>
          </Link>
        )}
      </span>
    </nav>
  );
}
