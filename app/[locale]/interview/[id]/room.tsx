"use client";

import { type RefObject, useRef } from "react";
import { untouched } from "#app/_interview/arrangement.ts";
import type { RoomProps } from "#app/_interview/room-props.tsx";
import type { RoomWords } from "#app/_interview/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { useFresh } from "#app/_ui/fresh.ts";
import { LeftOut, LimitedArea } from "#app/_ui/limited.tsx";
import { press } from "#app/_ui/press.ts";
import { useKeys } from "#app/_ui/use-keys.ts";
import { NOTES_MAX } from "#lib/review/limits.ts";
import { ClockBar } from "./clock-bar.tsx";
import { Controls, MAIN, Paused, Problem, SMALL } from "./controls.tsx";
import { useAnnounced } from "./use-announced.ts";
import { type Interview, useInterview } from "./use-interview.ts";
import { useTurn } from "./use-turn.ts";
import { useDictation, useReading } from "./voice.ts";
import { WhiteBoard } from "./white-board.tsx";

interface Props extends RoomProps {
  words: RoomWords;
}

/** An interview for one: what is asked, the clock, and the answer. */
export function Room(props: Props) {
  const { words, turn, phase } = props;
  const interview = useInterview(props, words.unsaved);
  const isLater = useRef(false);
  useFresh();
  if (phase === "paused") return <Paused interview={interview} words={words} />;
  return <Stage key={turn} {...props} interview={interview} isLater={isLater} />;
}

/** One thing that is asked, from the question to the end of the answer. */
function Stage({ interview, isLater, ...props }: Props & { interview: Interview; isLater: RefObject<boolean> }) {
  const { words, kind, said, board, language, rules } = props;
  const { tell, busy } = interview;
  const turn = useTurn(props, interview, {
    text: props.draft.text,
    board: props.draft.board ?? (board && untouched(board)),
  });
  const { draft, over, latest, change, begin, ending, isAnswering, skip } = turn;
  const heading = useAnnounced(isLater);
  const answer = useRef<HTMLTextAreaElement>(null);
  const reading = useReading(language, said);
  const dictation = useDictation(language, (phrase) => {
    change(({ text }) => ({ text: text === "" ? phrase : `${text} ${phrase}` }));
    begin();
  });

  const start = () => {
    begin();
    // The button becomes the one that ends the answer: whatever key is held down must not press that.
    (answer.current ?? heading.current)?.focus();
  };
  const done = async () => {
    if (busy) return;
    await dictation.finish();
    await ending(() => tell("answered", { ...latest() }));
  };
  const repeat = async () => {
    if (busy) return;
    heading.current?.focus();
    reading.read();
    await tell("repeated", {}, { quiet: true });
  };

  useKeys(["Space"], start);
  useKeys(["r"], () => void repeat());
  useKeys(["s"], skip);
  useKeys(["Mod+Enter"], () => isAnswering && void done());
  // What is typed is left, and the keys are commands again.
  useKeys(["Escape"], () => heading.current?.focus({ preventScroll: true }));

  return (
    <article aria-busy={busy} className="mx-auto max-w-2xl">
      <ClockBar {...turn} words={words} number={props.number} away={props.away} />
      {kind !== "question" && (
        <p className="mt-6 text-sm font-semibold text-quiet">{kind === "board" ? words.board : words.followUp}</p>
      )}
      <h1
        ref={heading}
        tabIndex={-1}
        className={`mt-2 text-2xl font-semibold tracking-tight sm:text-3xl ${kind === "question" ? "mt-6" : ""}`}
      >
        {said}
      </h1>
      {board ? (
        <WhiteBoard
          rows={board}
          name={`board ${props.turn}`}
          answer={draft.board ?? {}}
          words={words}
          onAnswer={(next) => {
            change(() => ({ board: next }));
            begin();
          }}
        />
      ) : (
        <div className="mt-6">
          <label htmlFor="answer" className="text-sm text-quiet">
            {words.answerLabel}
          </label>
          <LimitedArea
            id="answer"
            language={language}
            name={`answer ${props.turn}`}
            ref={answer}
            value={draft.text}
            maxLength={NOTES_MAX}
            rows={7}
            placeholder={words.placeholder}
            onChange={({ target }) => {
              change(() => ({ text: target.value }));
              begin();
            }}
            className="mt-1 block w-full rounded-lg border border-line bg-raised px-4 py-3 placeholder:text-quiet"
          />
          <LeftOut over={over} maxLength={NOTES_MAX} language={language} />
        </div>
      )}
      <Problem interview={interview} />
      <div className="mt-5 flex flex-wrap items-center gap-3">
        {isAnswering ? (
          <Button
            type="button"
            onClick={press(() => void done())}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            className={MAIN}
          >
            {words.done}
          </Button>
        ) : (
          <Button type="button" onClick={press(start)} aria-keyshortcuts="Space" className={MAIN}>
            {words.begin}
          </Button>
        )}
        <Button type="button" onClick={press(skip)} aria-keyshortcuts="s" className={SMALL}>
          {words.skip}
        </Button>
        <Button type="button" onClick={() => void repeat()} aria-keyshortcuts="r" className={SMALL}>
          {words.repeat}
        </Button>
        {dictation.can && !board && (
          <Button type="button" onClick={dictation.toggle} title={words.dictateNote} className={SMALL}>
            {dictation.isOn ? words.dictating : words.dictate}
          </Button>
        )}
      </div>
      {dictation.failed && (
        <p role="alert" className="mt-2 text-sm text-alarm">
          {dictation.failed === "plain http" ? words.dictatePlain : words.dictateFailed}
        </p>
      )}
      {dictation.isOn && <p className="mt-2 text-sm text-quiet">{words.dictateNote}</p>}
      {reading.can && (
        <label className="mt-5 flex w-fit cursor-pointer items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={reading.wanted}
            onChange={(event) => reading.want(event.target.checked)}
            className="accent-client"
          />
          {words.readAloud}
        </label>
      )}
      <p className="mt-5 hidden text-sm text-quiet sm:block">{rules.mayPause ? words.keys : words.keysStrict}</p>
      <Controls mayPause={rules.mayPause} words={words} onPause={turn.pause} onEnd={turn.end} />
    </article>
  );
}
