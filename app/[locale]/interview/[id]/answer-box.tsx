"use client";

import type { RefObject } from "react";
import type { BoardRow } from "#app/_interview/room-props.tsx";
import { AreaField } from "#app/_ui/form/area-field.tsx";
import { LeftOut } from "#app/_ui/limited.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { NOTES_MAX } from "#lib/review/limits.ts";
import { type AtHand, draftOf } from "./at-hand.ts";
import type { TurnInUse } from "./use-turn.ts";
import { WhiteBoard } from "./white-board.tsx";

interface Props extends Pick<TurnInUse, "happen"> {
  hand: AtHand;
  /** Null: the answer is words. */
  board: readonly BoardRow[] | null;
  field: RefObject<HTMLTextAreaElement | null>;
  words: Messages["room"];
}

/** Where the answer is given: at the whiteboard, or in words. */
export function AnswerBox({ hand, board, field, words, happen }: Props) {
  const { text, board: answer } = draftOf(hand);
  const { turn } = hand.asked;
  if (board) {
    return (
      <WhiteBoard
        rows={board}
        name={`board ${turn}`}
        answer={answer ?? {}}
        words={words}
        onAnswer={(next) => happen({ kind: "arranged", board: next })}
      />
    );
  }
  return (
    <div className="mt-6">
      <AreaField
        id="answer"
        label={words.answerLabel}
        leftOut={words.failed.leftOut}
        name={`answer ${turn}`}
        ref={field}
        value={text}
        maxLength={NOTES_MAX}
        rows={7}
        placeholder={words.placeholder}
        onChange={({ target }) => happen({ kind: "wrote", text: target.value })}
      />
      <LeftOut over={hand.over} maxLength={NOTES_MAX} leftOut={words.failed.leftOut} />
    </div>
  );
}
