"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { TickList } from "#app/_card/tick-list.tsx";
import { ExerciseBox, type Option } from "#app/_exercise/exercise.tsx";
import { Button } from "#app/_ui/button.tsx";
import { LimitedArea } from "#app/_ui/limited.tsx";
import { useKeys } from "#app/_ui/use-keys.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { type Answer, type Drawn, draw, reviewSeed } from "#lib/quiz/draw.ts";
import type { Exercise } from "#lib/quiz/exercise.ts";
import { gradeAnswer, isAnswered } from "#lib/quiz/grade.ts";
import { DURATION_MAX_MS, NOTES_MAX } from "#lib/review/limits.ts";
import { RATINGS, type Rating } from "#lib/scheduling/rating.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { type ActionKind, CardMenu } from "./card-menu.tsx";
import { type Draft, missingIn, useDraft } from "./draft.ts";
import { Grades } from "./grades.tsx";
import { LeechNotice } from "./leech-notice.tsx";
import { useDesk } from "./review-desk.tsx";
import type { Shown } from "./shown.ts";
import type { ReviewWords } from "./words.ts";

interface Props {
  /** Minted when the card was shown: however often it is sent, it is one answer. */
  reviewId: string;
  /** The same for what else is done to the card. */
  actionId: string;
  cardId: string;
  version: number;
  schedulerId: string | null;
  language: Language;
  words: ReviewWords;
  topic: string;
  /** The page of the card. */
  href: string;
  question: string;
  /** A cram answer leaves the schedule alone. */
  kind: "answer" | "cram";
  /** When the grades bring the card back; null: the learner does not want to know. */
  shown: Shown | null;
  /** How many grades are offered. */
  offered: 2 | 4;
  lastNotes: string | null;
  /** What the answer held that was just taken back. */
  takenBack: { readonly notes: string; readonly ticked: readonly string[] } | null;
  /** What is asked beyond words, and about which film; null: nothing. */
  exercise: { readonly asked: Exercise; readonly scenario: Scenario; readonly options: readonly Option[] } | null;
  keyPoints: readonly { id: string; text: ReactNode }[];
  short: ReactNode;
  simulation: ReactNode;
  full: ReactNode;
}

/** One card: the question, the learner's own answer, the reveal, the grade. */
export function ReviewCard(props: Props) {
  const { words, cardId, version } = props;
  const { busy, movedOn, submit, tell } = useDesk();
  const [draft, change, discard] = useDraft(`draft ${cardId} ${version}`, props.takenBack);
  // A refresh mints a new id for the same card; the one that was first shown stays.
  const [reviewId] = useState(props.reviewId);
  const [changed, setChanged] = useState<{ since: Shown | null; now: Shown } | null>(null);
  const shown = changed !== null && changed.since === props.shown ? changed.now : props.shown;
  const shownAt = useRef(0);
  const revealedAt = useRef(0);
  const drawn = useMemo(
    () => props.exercise && draw(props.exercise.asked, props.exercise.scenario, reviewSeed(cardId, version)),
    [props.exercise, cardId, version],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const answer = useRef<HTMLHeadingElement>(null);
  const result = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    shownAt.current = performance.now();
  }, []);
  useEffect(() => {
    if (movedOn) heading.current?.focus({ preventScroll: true });
  }, [movedOn]);

  const reveal = () => {
    if (draft.revealed) return;
    change({ revealed: true });
    revealedAt.current = performance.now();
    // What one answered is read first, then what would have been right.
    const first = isAnswered(draft.answer) ? result : answer;
    requestAnimationFrame(() => first.current?.focus());
  };
  const grade = async (rating: Rating) => {
    if (!draft.revealed || busy) return;
    const { notes, ticked, answer: given } = draft;
    const durationMs = Math.min(Math.round(performance.now() - shownAt.current), DURATION_MAX_MS);
    const body = {
      cardId,
      version,
      kind: props.kind,
      schedulerId: props.schedulerId,
      intervalMs: shown?.intervals[RATINGS.indexOf(rating)],
      rating,
      durationMs,
      notes,
      tickedKeyPoints: ticked,
      answer: given,
      language: props.language,
    };
    const outcome = await submit("PUT", `/api/reviews/${reviewId}`, body, words.recorded[rating]);
    if (!outcome.ok) {
      if (outcome.changed === null) return;
      setChanged({ since: props.shown, now: outcome.changed });
      revealedAt.current = performance.now(); // what the buttons say now has to be read, too
      return;
    }
    discard();
    if (outcome.leech !== null) tell(<LeechNotice words={words} lapses={outcome.leech} href={props.href} />);
    window.scrollTo({ top: 0 });
  };
  const act = async (kind: ActionKind) => {
    // A drill leaves the schedule alone.
    if (busy || props.kind === "cram") return;
    const outcome = await submit("PUT", `/api/actions/${props.actionId}`, { cardId, version, kind }, words.said[kind]);
    if (outcome.ok) discard();
  };
  useKeys(["-", "@"], (key) => void act(key === "@" ? "suspend" : "bury"));
  useKeys(["e"], () => document.getElementById("notes")?.focus());
  // What is typed is left, and the keys are commands again.
  useKeys(["Escape"], () => heading.current?.focus({ preventScroll: true }));
  useKeys(["Mod+Enter"], reveal);
  useKeys(["1", "2", "3", "4"], (key) => {
    const rating = RATING_OF[key];
    if (props.offered === 4 || rating === 1 || rating === 3) void grade(rating);
  });
  useKeys(["Space", "Enter"], () => {
    if (!draft.revealed) reveal();
    // The second of two quick presses is not a judgement on an answer that nobody can have read.
    else if (performance.now() - revealedAt.current > READ_AT_LEAST_MS) void grade(3);
  });

  return (
    <article aria-busy={busy}>
      <div className="mx-auto max-w-2xl">
        <div className="flex items-center justify-between">
          <p className="text-sm text-quiet">{props.topic}</p>
          {props.kind === "answer" && <CardMenu words={words} busy={busy} onAct={(kind) => void act(kind)} />}
        </div>
        <h1 ref={heading} tabIndex={-1} className="mt-2 text-2xl font-semibold tracking-tight sm:text-3xl">
          {props.question}
        </h1>
        {drawn !== null && (
          <div className="mt-6">
            <ExerciseBox
              drawn={drawn}
              answer={draft.answer}
              revealed={draft.revealed}
              language={props.language}
              options={props.exercise?.options ?? []}
              name={`${cardId} ${version}`}
              onAnswer={(given) => change({ answer: given })}
              result={result}
            />
          </div>
        )}
        {draft.revealed ? (
          <Notes title={words.yourNotes} notes={draft.notes} />
        ) : (
          <Ask
            words={words}
            language={props.language}
            hint={props.offered === 4 ? words.keys : words.keysTwo}
            name={`notes ${cardId} ${version}`}
            notes={draft.notes}
            onNotes={(notes) => change({ notes })}
            onReveal={reveal}
          />
        )}
        <OtherDraft draft={draft} words={words} onTake={change} />
      </div>
      {draft.revealed && (
        <>
          <div className="mx-auto max-w-2xl">
            <section className="mt-8">
              <h2 ref={answer} tabIndex={-1} className="mb-3 text-sm font-semibold text-quiet">
                {words.short}
              </h2>
              <div className="text-lg">{props.short}</div>
            </section>
            <KeyPointTicks
              title={words.keyPoints}
              points={props.keyPoints}
              ticked={draft.ticked}
              onChange={(ticked) => change({ ticked })}
            />
            <Notes title={words.lastNotes} notes={props.lastNotes ?? ""} />
          </div>
          <div className="mt-10">{props.simulation}</div>
          <div className="mx-auto max-w-2xl">{props.full}</div>
          <Grades
            words={words}
            spans={shown?.spans ?? null}
            offered={props.offered}
            busy={busy}
            proposed={drawn && proposedGrade(drawn, draft.answer)}
            onGrade={(rating) => void grade(rating)}
          />
        </>
      )}
    </article>
  );
}

const READ_AT_LEAST_MS = 400;

/** All of it right is Good, anything wrong is Again; the learner decides. Nothing is proposed for what was not answered. */
function proposedGrade(drawn: Drawn, answer: Answer): Rating | null {
  if (!isAnswered(answer)) return null;
  return gradeAnswer(drawn, answer).every(({ ok }) => ok) ? 3 : 1;
}

/** As in Anki; Space and Enter mean Good once the answer is shown. */
const RATING_OF = { "1": 1, "2": 2, "3": 3, "4": 4 } as const satisfies Record<string, Rating>;

function Ask(props: {
  words: ReviewWords;
  language: Language;
  hint: string;
  /** The card's own: the browser puts a text back where it finds the name again. */
  name: string;
  notes: string;
  onNotes: (notes: string) => void;
  onReveal: () => void;
}) {
  const { words, notes } = props;
  return (
    <div className="mt-8">
      <label htmlFor="notes" className="text-quiet">
        {words.say}
        <span className="sr-only"> {words.notesLabel}</span>
      </label>
      <LimitedArea
        id="notes"
        language={props.language}
        name={props.name}
        value={notes}
        onChange={(event) => props.onNotes(event.target.value)}
        placeholder={words.notesPlaceholder}
        maxLength={NOTES_MAX}
        rows={4}
        className="mt-2 block w-full rounded-lg border border-line bg-raised px-4 py-3 placeholder:text-quiet"
      />
      <Button
        type="button"
        onClick={props.onReveal}
        aria-keyshortcuts="Space Control+Enter Meta+Enter"
        className="mt-5 rounded-lg bg-action px-6 py-3 text-lg font-medium text-on-action hover:opacity-90"
      >
        {words.show}
      </Button>
      <p className="mt-6 hidden text-sm text-quiet sm:block">{props.hint}</p>
    </div>
  );
}

/** A draft that gave way to another is not lost: it can be read here, and taken instead. */
function OtherDraft(props: { draft: Draft; words: ReviewWords; onTake: (change: Partial<Draft>) => void }) {
  const { draft, words, onTake } = props;
  const missing = missingIn(draft);
  const { notes, answer, other } = draft;
  if (other === null || (missing.notes === "" && !missing.answers)) return null;
  return (
    <section aria-label={words.otherDraft} className="mt-6 rounded-lg border border-line px-4 py-3 text-sm">
      <p className="text-quiet">{missing.answers ? words.otherAnswers : words.otherDraft}</p>
      {missing.notes !== "" && <p className="mt-1 whitespace-pre-wrap">{missing.notes}</p>}
      <Button
        type="button"
        onClick={() => onTake({ ...other, other: { notes, answer } })}
        className="mt-2 underline underline-offset-4"
      >
        {words.takeOther}
      </Button>
    </section>
  );
}

function Notes({ title, notes }: { title: string; notes: string }) {
  if (notes.trim() === "") return null;
  return (
    <section className="mt-6 rounded-lg bg-sunk px-4 py-3">
      <h2 className="text-sm font-semibold text-quiet">{title}</h2>
      <p className="mt-1 whitespace-pre-wrap">{notes}</p>
    </section>
  );
}

interface TickProps {
  title: string;
  points: readonly { id: string; text: ReactNode }[];
  ticked: readonly string[];
  onChange: (ticked: string[]) => void;
}

function KeyPointTicks({ title, points, ticked, onChange }: TickProps) {
  return (
    <fieldset className="mt-8">
      <legend className="mb-2 text-sm font-semibold text-quiet">
        {title} <span aria-hidden="true">{`${ticked.length}/${points.length}`}</span>
      </legend>
      <TickList points={points} ticked={ticked} onChange={onChange} />
    </fieldset>
  );
}
