import type { Route } from "next";
import { Captioned } from "#app/_ui/form/captioned.tsx";
import { Select } from "#app/_ui/form/select.tsx";
import { TextInput } from "#app/_ui/form/text-input.tsx";
import { TextLink } from "#app/_ui/link.tsx";
import { PlainButton } from "#app/_ui/plain-button.tsx";
import { CARD_LEVELS } from "#lib/content/levels.ts";
import { QUERY_MAX } from "#lib/content/search-queries.ts";
import type { Language } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { SHELVES, type ShelfWishes } from "#lib/review/shelf-queries.ts";

interface Props {
  wishes: ShelfWishes;
  topics: readonly { readonly id: string; readonly title: string }[];
  /** Something is wished for. */
  isNarrowed: boolean;
  language: Language;
  m: Messages;
}

/** What is looked for: a form whose answer is an address, so that it works without scripts and can be passed on. */
export function Filters({ wishes, topics, isNarrowed, language, m }: Props) {
  const standings = { ...m.progress.mastery.standings, missed: m.cards.missed };
  const home = `/${language}/cards`;
  return (
    <search className="mt-6 block">
      {/* Its fields hold what the address says, also when a link leads to another one. */}
      <form key={JSON.stringify(wishes)} action={home} className="flex flex-wrap items-end gap-3 text-sm">
        <Captioned caption={m.cards.search} className="basis-full">
          <TextInput type="search" name="q" defaultValue={wishes.search} maxLength={QUERY_MAX} className="w-full" />
        </Captioned>
        <Choice name="topic" label={m.cards.topic} chosen={wishes.topic} options={topics} any={m.cards.any} />
        <Choice
          name="level"
          label={m.cards.level}
          chosen={wishes.level}
          options={CARD_LEVELS.map((id) => ({ id, title: m.cards.levels[id] }))}
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
          <PlainButton>{m.cards.show}</PlainButton>
          {isNarrowed && <TextLink href={home as Route}>{m.cards.clear}</TextLink>}
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
    <Captioned caption={label} className="min-w-0 grow basis-28">
      <Select
        name={name}
        defaultValue={chosen ?? ""}
        options={[["", any], ...options.map(({ id, title }) => [id, title] as const)]}
        className="w-full"
      />
    </Captioned>
  );
}
