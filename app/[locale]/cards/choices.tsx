import type { Route } from "next";
import Link from "next/link";
import { LEVELS } from "#lib/content/levels.ts";
import { QUERY_MAX } from "#lib/content/search.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { SHELVES, type ShelfWishes } from "#lib/review/shelf.ts";

interface Props {
  wishes: ShelfWishes;
  topics: readonly { readonly id: string; readonly title: string }[];
  /** Something is wished for. */
  isNarrowed: boolean;
  language: Language;
  m: Messages;
}

const CONTROL = "h-9 w-full rounded border border-line bg-paper px-2";

/** What is looked for: a form whose answer is an address, so that it works without scripts and can be passed on. */
export function Filters({ wishes, topics, isNarrowed, language, m }: Props) {
  const standings = { ...m.progress.mastery.standings, missed: m.cards.missed };
  const home = `/${language}/cards`;
  return (
    <search className="mt-6 block">
      {/* Its fields hold what the address says, also when a link leads to another one. */}
      <form key={JSON.stringify(wishes)} action={home} className="flex flex-wrap items-end gap-3 text-sm">
        <label className="block basis-full">
          <span className="mb-1 block text-quiet">{m.cards.search}</span>
          <input type="search" name="q" defaultValue={wishes.search} maxLength={QUERY_MAX} className={CONTROL} />
        </label>
        <Choice name="topic" label={m.cards.topic} chosen={wishes.topic} options={topics} any={m.cards.any} />
        <Choice
          name="level"
          label={m.cards.level}
          chosen={wishes.level}
          options={LEVELS.map((id) => ({ id, title: m.cards.levels[id] }))}
          any={m.cards.any}
        />
        <Choice
          name="memory"
          label={m.cards.memory}
          chosen={wishes.memory}
          options={SHELVES.map((id) => ({ id, title: standings[id] }))}
          any={m.cards.any}
        />
        <span className="flex items-center gap-3">
          <button type="submit" className="h-9 rounded border border-line px-4 hover:bg-sunk">
            {m.cards.show}
          </button>
          {isNarrowed && (
            <Link href={home as Route} className="underline underline-offset-4">
              {m.cards.clear}
            </Link>
          )}
        </span>
      </form>
    </search>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string | null;
  options: readonly { readonly id: string; readonly title: string }[];
  any: string;
}

function Choice({ name, label, chosen, options, any }: ChoiceProps) {
  return (
    <label className="block min-w-0 grow basis-28">
      <span className="mb-1 block text-quiet">{label}</span>
      <select name={name} defaultValue={chosen ?? ""} className={CONTROL}>
        <option value="">{any}</option>
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
