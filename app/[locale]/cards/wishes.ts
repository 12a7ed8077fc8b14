import { LEVELS } from "#lib/content/levels.ts";
import { QUERY_MAX } from "#lib/content/search.ts";
import { SHELVES, type ShelfWishes } from "#lib/review/shelf.ts";

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What an address wants to see of the deck; what it does not say, or says wrongly, is left open. */
export function wishesOf(query: Query, topics: readonly { readonly id: string }[]): ShelfWishes {
  const page = Number(query.page);
  return {
    search: typeof query.q === "string" ? query.q.trim().slice(0, QUERY_MAX) : "",
    topic: topics.find(({ id }) => id === query.topic)?.id ?? null,
    level: LEVELS.find((level) => level === query.level) ?? null,
    memory: SHELVES.find((name) => name === query.memory) ?? null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The address that wants this; the opposite of `wishesOf`. */
export function addressOf(language: string, { search, topic, level, memory, page }: ShelfWishes): string {
  const said = { q: search, topic, level, memory, page: page > 1 ? String(page) : "" };
  const query = new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return `/${language}/cards${query.size > 0 ? `?${query}` : ""}`;
}
