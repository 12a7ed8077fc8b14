import { BarChart } from "#app/_charts/bars.tsx";
import { percent } from "#app/_charts/numbers.ts";
import { DataTable } from "#app/_charts/table.tsx";
import type { Sentence } from "#lib/i18n/form.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import type { Progress } from "#lib/progress/queries.ts";
import { type Bin, intervals, masteryOf, recalls, STANDINGS, stabilities } from "#lib/progress/spread.ts";

interface Props {
  progress: Progress;
  m: Messages;
}

/** So many bars of chances share one name. */
const TICK_BARS = 4;

export function Spread({ progress: { cards }, m }: Props) {
  const { spread: words, asTable, cards: cardsName } = m.progress;
  const histogram = (id: string, title: string, text: Sentence<"n">, unit: string, named: Named[]) => (
    <BarChart
      id={id}
      title={title}
      text={say(text, { n: named.reduce((sum, { count }) => sum + count, 0) })}
      bars={named}
      table={{ head: [unit, cardsName], rows: named.map(({ name, count }) => [name, count]) }}
      asTable={asTable}
    />
  );
  // A card in review waits a day at least: the bin below that stays empty.
  const waits = intervals(cards).slice(1).map(inDays);
  return (
    <div className="grid gap-8 md:grid-cols-2">
      {histogram("intervals", words.intervals, words.intervalsText, words.days, waits)}
      {histogram("stabilities", words.stabilities, words.stabilitiesText, words.days, stabilities(cards).map(inDays))}
      {histogram("recalls", words.recalls, words.recallsText, words.recall, recalls(cards).map(inPercent))}
    </div>
  );
}

export function MasteryTable({ progress: { topics, cards }, m }: Props) {
  const { mastery: words, total } = m.progress;
  const rowOf = (name: string, alike: typeof cards) => {
    const mastery = masteryOf(alike);
    const recall = mastery.recall === null ? "–" : percent(mastery.recall);
    return [name, ...STANDINGS.map((standing) => mastery.cards[standing]), recall];
  };
  const rows = topics
    .map(({ id, title }) => ({ title, own: cards.filter(({ topicId }) => topicId === id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ title, own }) => rowOf(title, own));
  const head = [words.topic, ...STANDINGS.map((standing) => words.standings[standing]), words.recall];
  return (
    <>
      <p className="mb-3 max-w-2xl text-sm text-quiet">{words.text}</p>
      <DataTable caption={words.heading} table={{ head, rows: [...rows, rowOf(total, cards)] }} />
    </>
  );
}

interface Named {
  name: string;
  count: number;
  tick?: string;
}

/** "4–7": whole days, both included. */
function inDays({ from, to, cards }: Bin): Named {
  if (from === null) return { name: `< ${to}`, count: cards, tick: `<${to}` };
  const tick = String(from);
  if (to === null) return { name: `≥ ${from}`, count: cards, tick };
  return { name: to === from + 1 ? tick : `${from}–${to - 1}`, count: cards, tick };
}

function inPercent({ from, to, cards }: Bin, i: number): Named {
  const name = `${percent(from ?? 0)}–${percent(to ?? 1)}`;
  return { name, count: cards, ...(i % TICK_BARS === 0 && { tick: percent(from ?? 0) }) };
}
