import { isPage, type Query, readQuery } from "#app/_frame/query.ts";
import { CARD_LEVELS } from "#lib/content/levels.ts";
import { QUERY_MAX } from "#lib/content/search-queries.ts";
import { SHELVES, type ShelfWishes } from "#lib/review/shelf-queries.ts";

/** What an address wants to see of the deck; what it does not say, or says wrongly, is left open. */
export function shelfWishesOf(
  query: Query,
  topics: readonly { readonly id: string }[],
): { readonly wishes: ShelfWishes; readonly ignored: readonly string[] } {
  const { asked, ignored } = readQuery(filled(query), {
    q: () => true,
    topic: (topic) => topics.some(({ id }) => id === topic),
    level: (level) => CARD_LEVELS.some((known) => known === level),
    memory: (memory) => SHELVES.some((known) => known === memory),
    page: isPage,
  });
  const { q = "", topic = null, level, memory, page = "1" } = asked;
  const wishes = {
    search: q.trim().slice(0, QUERY_MAX),
    topic,
    level: CARD_LEVELS.find((known) => known === level) ?? null,
    memory: SHELVES.find((known) => known === memory) ?? null,
    page: Number(page),
  };
  return { wishes, ignored };
}

/** A form sends what was left open as well, empty: that is nothing to tell. */
function filled(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
}

/** The address that wants this; the opposite of `wishesOf`. */
export function addressOf(language: string, { search, topic, level, memory, page }: ShelfWishes): string {
  const said = { q: search, topic, level, memory, page: page > 1 ? String(page) : "" };
  const query = new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return `/${language}/cards${query.size > 0 ? `?${query}` : ""}`;
}
