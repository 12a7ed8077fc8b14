import type { PlayerWords } from "#lib/i18n/words/player.ts";
import { packetOf } from "#lib/pcapng/of-film.ts";
import { tcpSegment } from "#lib/pcapng/tcp.ts";
import { optionItems } from "#lib/tcp/options.ts";
import type { Film, Flight } from "#lib/tcp/world/film.ts";
import { flightIn, sentIn, tellSegment } from "./telling.ts";

interface Props {
  film: Film;
  moment: number;
  words: PlayerWords;
}

/** The header of a segment as it is on the wire, row by row of 32 bits (RFC 9293, 3.1). */
export function SegmentHeader({ film, moment, words }: Props) {
  const flight = flightHere(film, moment);
  if (flight === null) return <p className="text-sm text-quiet">{words.header.none}</p>;
  const octets = tcpSegment(packetOf(film, flight, ""));
  const at = (offset: number, length: number) =>
    octets.slice(offset, offset + length).reduce((sum, octet) => sum * 256 + octet, 0);
  const flags = octets[13] ?? 0;
  const options = optionItems(flight.segment.options).map(({ kind, ...rest }) =>
    [kind, ...Object.values(rest).map((value) => JSON.stringify(value))].join(" "),
  );
  return (
    <>
      <table className="w-full table-fixed border-collapse text-center font-mono text-xs">
        <caption className="pb-2 text-start font-sans text-sm text-quiet">
          {words.header.caption} <span className="font-mono">{tellSegment(flight, "absolute")}</span>
        </caption>
        <tbody>
          <tr>
            <Field span={16} name="Source Port" value={at(0, 2)} />
            <Field span={16} name="Destination Port" value={at(2, 2)} />
          </tr>
          <tr>
            <Field span={32} name="Sequence Number" value={at(4, 4)} />
          </tr>
          <tr>
            <Field span={32} name="Acknowledgment Number" value={at(8, 4)} />
          </tr>
          <tr>
            <Field span={4} name="DO" title="Data Offset" value={(octets[12] ?? 0) >> 4} />
            <Field span={4} name="Rsv" title="Reserved" value={(octets[12] ?? 0) & 15} />
            {FLAGS.map((name, i) => (
              <Field key={name} span={1} name={name.slice(0, 1)} title={name} value={(flags >> (7 - i)) & 1} />
            ))}
            <Field span={16} name="Window" value={at(14, 2)} />
          </tr>
          <tr>
            <Field span={16} name="Checksum" value={`0x${at(16, 2).toString(16).padStart(4, "0")}`} />
            <Field span={16} name="Urgent Pointer" value={at(18, 2)} />
          </tr>
        </tbody>
      </table>
      {options.length > 0 && (
        <p className="mt-2 text-sm">
          {words.header.options}: <span className="font-mono text-xs">{options.join(" · ")}</span>
        </p>
      )}
    </>
  );
}

const FLAGS = ["CWR", "ECE", "URG", "ACK", "PSH", "RST", "SYN", "FIN"];

/** What leaves in this frame, or else what arrives. */
function flightHere(film: Film, moment: number): Flight | null {
  const frame = film.frames[moment];
  if (frame === undefined) return null;
  const [sent] = sentIn(film, frame);
  if (sent !== undefined) return sent;
  return frame.event.kind === "arrival" || frame.event.kind === "loss" ? flightIn(film, frame.event.flight) : null;
}

function Field({
  span,
  name,
  title = name,
  value,
}: {
  span: number;
  name: string;
  title?: string;
  value: number | string;
}) {
  return (
    <td
      colSpan={span}
      title={title}
      className={`border border-line px-0.5 py-1 ${value === 1 && span === 1 ? "bg-sunk font-semibold" : ""}`}
    >
      <span className="block truncate font-sans text-[10px] text-quiet">{name}</span>
      {value}
    </td>
  );
}
