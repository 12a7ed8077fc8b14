import { CheckLine } from "#app/_ui/form/check-line.tsx";
import { Lines } from "#app/_ui/form/choice.tsx";
import { FieldGroup } from "#app/_ui/form/field-group.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import type { Wishes } from "#lib/interview/wishes.ts";
import { ABOUT, aboutIn, type SetupInput } from "./setup.ts";

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
    <FieldGroup look="plain" title={words.topics}>
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
              <CheckLine
                checked={wishes.topics?.includes(id) ?? false}
                onChange={(event) => onInput({ kind: "topic", id, isChosen: event.target.checked })}
              >
                {title}
              </CheckLine>
            </li>
          ))}
        </ul>
      )}
    </FieldGroup>
  );
}
