"use client";

import { useEffect, useRef, useState } from "react";
import { useKeys } from "#app/_ui/keys.ts";
import { NOTES_MAX } from "#lib/review/limits.ts";
import type { RoomWords } from "../words.ts";
import { ClockBar } from "./clock-bar.tsx";
import { Controls, Paused, SMALL } from "./controls.tsx";
import type { RoomProps } from "./room-props.tsx";
import { useClock } from "./use-clock.ts";
import { type Interview, useInterview, useKeeping, useOnce } from "./use-interview.ts";
import { useDictation, useReading } from "./voice.ts";
import { untouched, WhiteBoard } from "./white-board.tsx";

interface Props extends RoomProps {
  words: RoomWords;
}

/** An interview for one: what is asked, the clock, and the answer. */
export function Room(props: Props) {
  const { words, turn, phase } = props;
  const interview = useInterview(props, words.unsaved);
  if (phase === "paused") {
    return (
      <div className="mx-auto max-w-2xl">
        <Paused interview={interview} words={words} />
        <Problem interview={interview} />
      </div>
    );
  }
  return <Stage key={turn} {...props} interview={interview} />;
}

/** One thing that is asked, from the question to the end of the answer. */
function Stage({ interview, ...props }: Props & { interview: Interview }) {
  const { words, turn, kind, said, board, language, elapsedMs, limitMs } = props;
  const { tell, busy, keep, refresh } = interview;
  const [text, setText] = useState(props.draft.text);
  const [placed, setPlaced] = useState(props.draft.board ?? (board && untouched(board)));
  const { ending } = useKeeping(interview, { text, board: placed });
  const { passedMs, isAnswering, thinkMs, answerMs, begin } = useAnswering(props, interview);
  const leftMs = limitMs - elapsedMs - passedMs;
  const heading = useRef<HTMLHeadingElement>(null);
  const answer = useRef<HTMLTextAreaElement>(null);
  const reading = useReading(language, said);
  useEffect(() => {
    if (turn > 0) heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [turn]);

  const write = (next: string) => {
    setText(next.slice(0, NOTES_MAX));
    begin();
  };
  const dictation = useDictation(language, (phrase) => write(text === "" ? phrase : `${text} ${phrase}`));
  const done = async () => {
    if (busy) return;
    await ending(() => tell("answered", { text, board: placed }));
  };
  const skip = () => {
    if (!busy) void ending(() => tell("skipped"));
  };
  const isUp = leftMs <= 0;
  useOnce(isUp && props.endsAtZero, () => {
    // The last words go first, then the page shows that it is over.
    void keep({ text, board: placed }).then((isHeard) => isHeard && refresh());
  });

  useKeys(["Space"], () => {
    begin();
    answer.current?.focus();
  });
  useKeys(["KeyR"], () => void repeat());
  useKeys(["KeyS"], skip);
  useKeys(["KeyP"], () => props.mayPause && !busy && void tell("paused"));
  const repeat = async () => {
    heading.current?.focus();
    reading.read();
    await tell("repeated", {}, { quiet: true });
  };

  return (
    <article aria-busy={busy} className="mx-auto max-w-2xl">
      <ClockBar {...{ leftMs, thinkMs, answerMs, isAnswering, words }} number={props.number} />
      {props.away && <p className="mt-3 text-sm text-quiet">{props.away}</p>}
      <p role="status" className="mt-3 text-alarm empty:hidden">
        {isUp && props.warnsAtZero ? words.timeUp : ""}
      </p>
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
          answer={placed ?? {}}
          words={words}
          onAnswer={(next) => {
            setPlaced(next);
            begin();
          }}
        />
      ) : (
        <div className="mt-6">
          <label htmlFor="answer" className="text-sm text-quiet">
            {words.answerLabel}
          </label>
          <textarea
            id="answer"
            ref={answer}
            value={text}
            maxLength={NOTES_MAX}
            rows={7}
            placeholder={words.placeholder}
            onChange={(event) => write(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void done();
            }}
            className="mt-1 block w-full rounded-lg border border-line bg-raised px-4 py-3 placeholder:text-quiet"
          />
        </div>
      )}
      <Problem interview={interview} />
      <div className="mt-5 flex flex-wrap items-center gap-3">
        {isAnswering ? (
          <button type="button" onClick={() => void done()} aria-keyshortcuts="Control+Enter" className={MAIN}>
            {words.done}
          </button>
        ) : (
          <button
            type="button"
            onClick={() => {
              begin();
              answer.current?.focus();
            }}
            aria-keyshortcuts="Space"
            className={MAIN}
          >
            {words.begin}
          </button>
        )}
        <button type="button" onClick={skip} aria-keyshortcuts="s" className={SMALL}>
          {words.skip}
        </button>
        <button type="button" onClick={() => void repeat()} aria-keyshortcuts="r" className={SMALL}>
          {words.repeat}
        </button>
        {dictation.can && !board && (
          <button type="button" onClick={dictation.toggle} title={words.dictateNote} className={SMALL}>
            {dictation.isOn ? words.dictating : words.dictate}
          </button>
        )}
      </div>
      {dictation.failed && <p className="mt-2 text-sm text-alarm">{words.dictateFailed}</p>}
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
      <p className="mt-5 hidden text-sm text-quiet sm:block">{props.mayPause ? words.keys : words.keysStrict}</p>
      <Controls
        interview={interview}
        mayPause={props.mayPause}
        words={words}
        onEnd={() =>
          ending(async () => {
            await keep({ text, board: placed });
            return tell("ended");
          })
        }
      />
    </article>
  );
}

export const MAIN = "rounded-lg bg-action px-6 py-3 text-lg font-medium text-on-action hover:opacity-90";

/** The clock of what is at hand: the first word is told to the server, but the page does not wait for it. */
export function useAnswering(
  { turn, phase, elapsedMs, thinkMs, answerMs }: Pick<Props, "turn" | "phase" | "elapsedMs" | "thinkMs" | "answerMs">,
  { tell }: Interview,
) {
  const passedMs = useClock(`${turn} ${phase} ${elapsedMs}`, true);
  const [begunAfterMs, setBegunAfterMs] = useState<number | null>(null);
  const sinceMs = phase === "answering" ? 0 : begunAfterMs;
  const begin = () => {
    if (sinceMs !== null) return;
    setBegunAfterMs(passedMs);
    void tell("answering", {}, { quiet: true });
  };
  return {
    passedMs,
    isAnswering: sinceMs !== null,
    thinkMs: thinkMs + (sinceMs ?? passedMs),
    answerMs: answerMs + (sinceMs === null ? 0 : Math.max(0, passedMs - sinceMs)),
    begin,
  };
}

export function Problem({ interview: { problem } }: { interview: Interview }) {
  return (
    <p role="alert" className="mt-4 rounded-lg bg-alarm-soft px-4 py-3 text-alarm empty:hidden">
      {problem}
    </p>
  );
}
