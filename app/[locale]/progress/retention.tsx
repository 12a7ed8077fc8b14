import { percent } from "#app/_charts/numbers.ts";
import { DataTable } from "#app/_charts/table.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import type { Progress } from "#lib/progress/queries.ts";
import { type Recalls, shareRecalled, trueRetention } from "#lib/progress/retention.ts";

export function TrueRetention({ progress: { days, today }, m }: { progress: Progress; m: Messages }) {
  const words = m.progress.retention;
  const told = (recalls: Recalls) => {
    const share = shareRecalled(recalls);
    return share === null ? words.none : `${percent(share, 1)} (${recalls.passed}/${recalls.passed + recalls.failed})`;
  };
  const rows = trueRetention(days, today).map(({ span, young, mature, total }) => [
    words.spans[span],
    ...[young, mature, total].map(told),
  ]);
  return (
    <>
      <p className="mb-3 max-w-2xl text-sm text-quiet">{words.text}</p>
      <DataTable
        caption={words.heading}
        table={{ head: [words.span, words.young, words.mature, m.progress.total], rows }}
      />
    </>
  );
}
