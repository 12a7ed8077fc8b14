import { tellRow } from "#app/_interview/room-props.tsx";
import { Verdict } from "#app/_ui/mark.tsx";
import { ScrollBox } from "#app/_ui/scroll-box.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { rightRows } from "#lib/interview/queries.ts";
import { type Board, gradeBoard } from "#lib/quiz/board.ts";
import type { Answer } from "#lib/quiz/draw.ts";

interface Props {
  board: Board;
  answer: Answer;
  m: Messages;
}

/** What was put on the whiteboard beside what the simulator sends. */
export function BoardResult({ board, answer, m }: Props) {
  const words = m.debrief;
  const graded = new Map(gradeBoard(board, answer).map((part) => [part.part, part]));
  const right = [...graded.values()].filter(({ ok }) => ok).length;
  const cell = "border-b border-line py-1.5 pe-3 text-start align-top";
  return (
    <div>
      <p className="mb-2">
        {right === graded.size ? words.allCorrect : say(words.boardResult, { right, of: graded.size })}
      </p>
      <ScrollBox label={words.board}>
        <table className="w-full text-sm">
          <thead className="text-quiet">
            <tr>
              {[words.place, words.placed, words.belongs].map((name) => (
                <th key={name} scope="col" className={`${cell} font-normal`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rightRows(board).map((row, i) => {
              const place = graded.get(String(i + 1));
              const flags = graded.get(`${i + 1}.flags`);
              const given = board.rows.find(({ flight }) => String(flight) === place?.given);
              const told = tellRow(row, m);
              return (
                <tr key={row.flight}>
                  <th scope="row" className={`${cell} font-normal`}>
                    {i + 1}
                  </th>
                  <td className={cell}>
                    {given ? (
                      <>
                        <Verdict ok={place?.ok ?? false} words={m.exercise.player.ask} /> {tellRow(given, m).way}{" "}
                        <span className="font-mono text-xs">{tellRow(given, m).numbers}</span>
                      </>
                    ) : (
                      "–"
                    )}
                    <span className="ms-3 whitespace-nowrap">
                      <Verdict ok={flags?.ok ?? false} words={m.exercise.player.ask} />{" "}
                      <span className="font-mono text-xs">{flags?.given || "–"}</span>
                    </span>
                  </td>
                  <td className={cell}>
                    {told.way} <span className="font-mono text-xs">{`${row.flags} ${told.numbers}`}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}
