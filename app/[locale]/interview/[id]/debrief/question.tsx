import type { Route } from "next";
import { TickList } from "#app/_card/tick-list.tsx";
import { OnDemand } from "#app/_simulation/on-demand.tsx";
import { Box } from "#app/_ui/box.tsx";
import { Button } from "#app/_ui/button.tsx";
import { FieldGroup } from "#app/_ui/form/field-group.tsx";
import { SectionHeading, SmallHeading } from "#app/_ui/heading.tsx";
import { TextLink } from "#app/_ui/link.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { isFailed } from "#lib/interview/score.ts";
import { canAccept, type DebriefInput, type Judgement, tickedIn } from "./judgement.ts";
import type { Exchange, QuestionProps } from "./props.tsx";

interface Props {
  asked: QuestionProps;
  number: number;
  judgement: Judgement;
  /** Somebody else noted what was said. */
  isPair: boolean;
  words: Messages["debrief"];
  onInput: (input: DebriefInput) => void;
}

/** One question: the own answer beside a good one, the key points to tick, what was asked further, and the simulation. */
export function QuestionArticle({ asked, number, judgement, isPair, words, onInput }: Props) {
  const { keyPoints, wasSkipped } = asked;
  const said = tickedIn(judgement, asked).length;
  return (
    <article aria-labelledby={`question-${number}`}>
      <SectionHeading id={`question-${number}`}>{`${number}. ${asked.title}`}</SectionHeading>
      <p className="mt-1 text-sm text-quiet">
        {asked.times}
        {isFailed({ said, keyPoints, wasSkipped }) && (
          <span className="ms-2 rounded bg-alarm-soft px-1.5 py-0.5 text-alarm">{words.failed}</span>
        )}
      </p>
      <Compared exchange={asked.main} words={words} isPair={isPair} />
      <PointsSaid asked={asked} judgement={judgement} words={words} onInput={onInput} />
      {asked.probes.map((probe) => (
        <section key={probe.asked} className="mt-6">
          <h3 className="font-semibold">
            <span className="text-sm text-quiet">{words.followUp}: </span>
            {probe.asked}
          </h3>
          <Compared exchange={probe} words={words} isPair={isPair} />
        </section>
      ))}
      {asked.board && (
        <section className="mt-6">
          <h3 className="mb-2 font-semibold">{words.board}</h3>
          {asked.board}
        </section>
      )}
      <div className="mt-5 flex flex-wrap items-baseline gap-x-5 print:hidden">
        <TextLink href={asked.href as Route}>{words.full}</TextLink>
        <div className="min-w-0 has-[section]:w-full">
          <OnDemand scenario={asked.scenario} words={words.player} label={words.simulation} caption="" />
        </div>
      </div>
    </article>
  );
}

/** The key points to tick. */
function PointsSaid({ asked, judgement, words, onInput }: Pick<Props, "asked" | "judgement" | "words" | "onInput">) {
  const { question, points, wasSkipped } = asked;
  const { isKept } = judgement.sheet;
  const ticked = tickedIn(judgement, asked);
  return (
    <FieldGroup
      data-points={question}
      look="small"
      className="mt-6"
      disabled={isKept || wasSkipped}
      title={
        <>
          {words.keyPoints} <span>{`${ticked.length}/${points.length}`}</span>
        </>
      }
    >
      <div className="max-w-2xl">
        <TickList
          points={points.map(({ id, text, isHeard }) => ({
            id,
            text,
            ...(isHeard && !isKept && { note: words.heard }),
          }))}
          ticked={ticked}
          onChange={(chosen) => onInput({ kind: "ticked", question, ticked: chosen })}
        />
      </div>
      {canAccept(judgement, question) && (
        <Button
          look="quiet"
          size="small"
          onClick={() => onInput({ kind: "accepted", question })}
          className="mt-2 text-sm print:hidden"
        >
          {words.acceptHeard}
        </Button>
      )}
    </FieldGroup>
  );
}

/** What was said, and beside it what would have been good. */
function Compared({ exchange, words, isPair }: { exchange: Exchange; words: Messages["debrief"]; isPair: boolean }) {
  const { own, note, model } = exchange;
  return (
    <div className="mt-3 grid items-start gap-4 md:grid-cols-2">
      <Box look="sunk" className="min-w-0">
        <SmallHeading as="p">{isPair ? words.notes : words.yours}</SmallHeading>
        {own !== "" && <p className="mt-1 whitespace-pre-wrap">{own}</p>}
        {(note !== null || own === "") && <p className="mt-1 text-quiet">{note ?? words.spoken}</p>}
      </Box>
      {model && (
        <Box look="ruled" className="min-w-0">
          <SmallHeading as="p">{words.model}</SmallHeading>
          <div className="mt-1">{model}</div>
        </Box>
      )}
    </div>
  );
}
