import type { Messages } from "#lib/i18n/messages.ts";
import type { Wishes } from "#lib/interview/wishes.ts";
import { ABOUT, aboutIn, type SetupInput } from "./setup.ts";
import { Lines, SetupGroup } from "./setup-fields.tsx";

interface Props {
  wishes: Wishes;
  topics: readonly { id: string; title: string }[];
  words: Messages["interview"];
  onInput: (input: SetupInput) => void;
}

/** What the interview is about: everything, weak spots, or some topics. */
export function TopicsGroup({ wishes, topics, words, onInput }: Props) {
  const told = { all: { name: words.topicsAll }, weak: { name: words.topicsWeak }, some: { name: words.topicsSome } };
  return (
    <SetupGroup title={words.topics}>
      <Lines
        name="about"
        all={ABOUT}
        chosen={aboutIn(wishes)}
        told={told}
        onChoose={(about) => onInput({ kind: "about", about })}
      />
      {wishes.topics !== null && (
        <ul className="mt-3 ms-7 grid gap-1 sm:grid-cols-2">
          {topics.map(({ id, title }) => (
            <li key={id}>
              <label className="flex cursor-pointer items-baseline gap-2 py-0.5">
                <input
                  type="checkbox"
                  checked={wishes.topics?.includes(id) ?? false}
                  onChange={(event) => onInput({ kind: "topic", id, isChosen: event.target.checked })}
                  className="accent-client"
                />
                {title}
              </label>
            </li>
          ))}
        </ul>
      )}
    </SetupGroup>
  );
}
