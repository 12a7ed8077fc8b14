import { ScrollBox } from "#app/_ui/scroll-box.tsx";
import type { Recording } from "#lib/content/queries.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { flagsOf } from "#lib/tcp/segment.ts";
import { distance } from "#lib/tcp/sequence.ts";
import { SECOND } from "#lib/tcp/time.ts";
import type { Film, Flight } from "#lib/tcp/world/film.ts";

/** What a real kernel sent in the same story, beside what the simulator sends: side by side, sender by sender. */
export function RecordingTable({
  film,
  recording,
  words,
}: {
  film: Film;
  recording: Recording;
  words: Messages["lab"]["desk"];
}) {
  const rows = pair(film, recording);
  const agreeing = rows.filter(({ same }) => same).length;
  return (
    <details className="mx-auto mt-6 max-w-4xl rounded-xl border border-line bg-paper px-4 py-3 sm:px-5">
      <summary className="font-semibold">{words.recorded}</summary>
      <p className="mt-2 text-sm text-quiet">
        {say(words.recordedNote, { name: recording.name, agreeing, of: rows.length })}
      </p>
      <ScrollBox className="mt-2 overflow-x-auto">
        <table className="w-full min-w-lg text-start text-sm">
          <thead>
            <tr className="border-b border-line text-quiet">
              <th scope="col" className="py-1 text-start font-normal">
                {words.from}
              </th>
              <th scope="col" className="text-start font-normal">
                {words.kernel}
              </th>
              <th scope="col" className="text-start font-normal">
                {words.simulator}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, from, kernel, own, same }) => (
              <tr key={key} className="border-b border-line">
                <th
                  scope="row"
                  className={`py-1 pe-3 text-start font-medium ${from === "client" ? "text-client" : "text-server"}`}
                >
                  {words.sides[from]}
                </th>
                <td className="pe-3 font-mono text-xs">{kernel}</td>
                <td className={`font-mono text-xs ${same ? "" : "text-alarm"}`}>
                  {same ? "=" : "≠"} {own}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

interface Row {
  readonly key: string;
  readonly from: "client" | "server";
  readonly kernel: string;
  readonly own: string;
  readonly same: boolean;
}

/** The nth segment of a side in the recording stands beside the nth of that side in the film. */
function pair(film: Film, { segments }: Recording): Row[] {
  const rows: (Row & { readonly atS: number })[] = [];
  const begunUs = film.flights[0]?.sentAtUs ?? 0;
  for (const from of ["client", "server"] as const) {
    const kernel = segments.filter((segment) => segment.from === from);
    const own = film.flights.filter((flight) => flight.from === from && flight.nature !== "copy");
    for (let i = 0; i < Math.max(kernel.length, own.length); i++) {
      const [theirs, ours] = [kernel[i], own[i]];
      const kernelText = theirs && told(theirs.flags, theirs.seq, theirs.ack, theirs.len);
      const ownText = ours && told(flagsOf(ours.segment), ...numbersOf(ours), ours.segment.len);
      const ownS = ours === undefined ? null : (ours.sentAtUs - begunUs) / SECOND;
      rows.push({
        key: `${from} ${i}`,
        from,
        kernel: theirs === undefined ? "–" : `${theirs.t.toFixed(3)} s ${kernelText}${theirs.dropped ? " ✕" : ""}`,
        own:
          ours === undefined ? "–" : `${(ownS ?? 0).toFixed(3)} s ${ownText}${ours.arrivesAtUs === null ? " ✕" : ""}`,
        same: kernelText === ownText,
        atS: theirs?.t ?? ownS ?? 0,
      });
    }
  }
  return rows.sort((a, b) => a.atS - b.atS);
}

function numbersOf({ segment, base }: Flight): [number, number | null] {
  return [distance(base.seq, segment.seq), segment.ack === null ? null : distance(base.ack, segment.ack)];
}

/** In one order of flags, whoever wrote them down. */
function told(flags: readonly string[], seq: number, ack: number | null, len: number): string {
  const parts = [[...flags].sort().join(",") || "–", `seq=${seq}`, ...(ack === null ? [] : [`ack=${ack}`])];
  return [...parts, ...(len > 0 ? [`len=${len}`] : [])].join(" ");
}
