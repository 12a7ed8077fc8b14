"use client";

import { type ReactNode, type RefObject, useMemo } from "react";
import { TickList } from "#app/_card/tick-list.tsx";
import { ExerciseBox, type Option } from "#app/_exercise/exercise.tsx";
import { FieldGroup } from "#app/_ui/form/field-group.tsx";
import { PageHeading, SmallHeading } from "#app/_ui/heading.tsx";
import { useCommands } from "#app/_ui/keys/commands.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { type Drawn, draw, reviewSeed } from "#lib/quiz/draw.ts";
import type { Exercise } from "#lib/quiz/exercise.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { Ask, OtherDraft, OwnNotes } from "./ask.tsx";
import { CardMenu } from "./card-menu.tsx";
import { type CardCommands, cardCommands } from "./commands.ts";
import { type AskedCard, isDeskBusy, proposedGrade } from "./desk.ts";
import { Grades } from "./grades.tsx";
import { type CardInUse, useCard } from "./use-desk.ts";

interface Props extends Texts {
  asked: AskedCard;
  words: Messages["review"];
  topic: string;
  question: string;
  /** What is asked beyond words, and about which film; null: nothing. */
  exercise: { readonly asked: Exercise; readonly scenario: Scenario; readonly options: readonly Option[] } | null;
}

/** What stands in the answer. */
interface Texts {
  lastNotes: string | null;
  keyPoints: readonly { id: string; text: ReactNode }[];
  short: ReactNode;
  simulation: ReactNode;
  full: ReactNode;
}

/** One card: the question, the learner's own answer, the reveal, the grade. */
export function ReviewCard(props: Props) {
  const { asked, words, exercise } = props;
  const { cardId, version } = asked;
  const inUse = useCard(asked);
  const { desk, card, happen, places } = inUse;
  const commands = cardCommands(desk, card, words, happen);
  useCommands(commands);
  const drawn = useMemo(
    () => exercise && draw(exercise.asked, exercise.scenario, reviewSeed(cardId, version)),
    [exercise, cardId, version],
  );
  return (
    <article aria-busy={isDeskBusy(desk)}>
      <Question {...props} inUse={inUse} commands={commands} drawn={drawn} />
      {card.draft.revealed && (
        <>
          <Revealed
            {...props}
            heading={places.answer}
            ticked={card.draft.ticked}
            onTick={(ticked) => happen({ kind: "ticked", ticked })}
          />
          <Grades
            words={words}
            spans={card.shown?.spans ?? null}
            offered={asked.offered}
            busy={isDeskBusy(desk)}
            proposed={drawn && proposedGrade(drawn, card.draft.answer)}
            commands={commands}
          />
        </>
      )}
    </article>
  );
}

interface QuestionProps extends Props {
  inUse: CardInUse;
  commands: CardCommands;
  drawn: Drawn | null;
}

/** What is asked, and what the learner makes of it. */
function Question({ inUse, commands, drawn, asked, words, ...props }: QuestionProps) {
  const { card, happen, places } = inUse;
  const { draft } = card;
  const { cardId, version } = asked;
  return (
    <div className="mx-auto max-w-2xl">
      <div className="flex items-center justify-between">
        <p className="text-sm text-quiet">{props.topic}</p>
        {asked.kind === "answer" && (
          <CardMenu title={words.more} commands={[commands.bury, commands.suspend, commands.reset]} />
        )}
      </div>
      <PageHeading ref={places.heading} tabIndex={-1} isSentence className="mt-2">
        {props.question}
      </PageHeading>
      {drawn !== null && (
        <div className="mt-6">
          <ExerciseBox
            drawn={drawn}
            answer={draft.answer}
            revealed={draft.revealed}
            words={words.exercise}
            options={props.exercise?.options ?? []}
            name={`${cardId} ${version}`}
            onAnswer={(answer) => happen({ kind: "filled", answer })}
            result={places.result}
          />
        </div>
      )}
      {draft.revealed ? (
        <OwnNotes title={words.yourNotes} notes={draft.notes} />
      ) : (
        <Ask
          words={words}
          hint={asked.offered === 4 ? words.keys : words.keysTwo}
          name={`notes ${cardId} ${version}`}
          notes={draft.notes}
          field={places.notes}
          onNotes={(notes) => happen({ kind: "wrote", notes })}
          reveal={commands.reveal}
        />
      )}
      <OtherDraft draft={draft} words={words} onTake={() => happen({ kind: "took other" })} />
    </div>
  );
}

interface RevealedProps extends Texts {
  words: Messages["review"];
  heading: RefObject<HTMLHeadingElement | null>;
  ticked: readonly string[];
  onTick: (ticked: readonly string[]) => void;
}

function Revealed({ words, heading, ticked, onTick, ...texts }: RevealedProps) {
  return (
    <>
      <div className="mx-auto max-w-2xl">
        <section className="mt-8">
          <SmallHeading ref={heading} tabIndex={-1} className="mb-3">
            {words.short}
          </SmallHeading>
          <div className="text-lg">{texts.short}</div>
        </section>
        <FieldGroup
          look="small"
          className="mt-8"
          title={
            <>
              {words.keyPoints} <span aria-hidden="true">{`${ticked.length}/${texts.keyPoints.length}`}</span>
            </>
          }
        >
          <TickList points={texts.keyPoints} ticked={ticked} onChange={onTick} />
        </FieldGroup>
        <OwnNotes title={words.lastNotes} notes={texts.lastNotes ?? ""} />
      </div>
      <div className="mt-10">{texts.simulation}</div>
      <div className="mx-auto max-w-2xl">{texts.full}</div>
    </>
  );
}
