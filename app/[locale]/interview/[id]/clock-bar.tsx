import type { Messages } from "#lib/i18n/messages.ts";
import { clockTime } from "#lib/i18n/times.ts";
import { MINUTE_MS } from "#lib/interview/limits.ts";

interface Props {
  number: string;
  /** How long one was away, in words. */
  away: string | null;
  leftMs: number;
  thinkMs: number;
  answerMs: number;
  isAnswering: boolean;
  /** The time is up, and this is the last answer. */
  isLast: boolean;
  words: Messages["room"];
}

/** Where one is, how much time is left, and how long one has thought and spoken. */
export function ClockBar({ number, away, leftMs, thinkMs, answerMs, isAnswering, isLast, words }: Props) {
  const isOver = leftMs < 0;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-b border-line pb-3">
        <p className="text-sm text-quiet">{number}</p>
        <dl className="flex flex-wrap gap-x-5 gap-y-2 text-end">
          <Time name={words.thinking} value={clockTime(thinkMs)} isQuiet={isAnswering} />
          <Time name={words.answering} value={clockTime(answerMs)} isQuiet={!isAnswering} />
          <Time
            name={isOver ? words.over : words.left}
            value={`${isOver ? "+" : ""}${clockTime(Math.abs(leftMs))}`}
            isAlarm={leftMs < MINUTE_MS}
          />
        </dl>
      </div>
      {away && <p className="mt-3 text-sm text-quiet">{away}</p>}
      <p role="status" className="mt-3 text-alarm empty:hidden">
        {isLast ? words.timeUp : ""}
      </p>
    </>
  );
}

function Time(props: { name: string; value: string; isQuiet?: boolean; isAlarm?: boolean }) {
  const { name, value, isQuiet = false, isAlarm = false } = props;
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-xs text-quiet">{name}</dt>
      <dd className={`text-xl ${isQuiet ? "text-quiet" : "font-semibold"} ${isAlarm ? "text-alarm" : ""}`}>{value}</dd>
    </div>
  );
}
