import { say } from "#lib/i18n/say.ts";
import { tellSpan } from "#lib/i18n/span.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import { type Endpoint, TIMERS } from "#lib/tcp/endpoint/control-block.ts";
import { distance, type Seq } from "#lib/tcp/sequence.ts";
import { type Film, hostsAt } from "#lib/tcp/world/film.ts";
import { HOSTS } from "#lib/tcp/world/scenario.ts";
import type { NumberStyle } from "./telling.ts";

interface Props {
  film: Film;
  moment: number;
  numbers: NumberStyle;
  words: PlayerWords;
}

/** Both control blocks by the names of the RFC, and what this step changed in them. */
export function ControlBlocks({ film, moment, numbers, words }: Props) {
  const now = film.frames[moment]?.atUs ?? 0;
  const [after, before] = [hostsAt(film, moment), hostsAt(film, moment - 1)];
  const rows = rowsOf(numbers, now, words);
  return (
    <table className="w-full text-sm">
      <caption className="pb-2 text-start text-quiet">{words.block.caption}</caption>
      <thead>
        <tr className="border-b border-line">
          <td />
          {HOSTS.map((host) => (
            <th
              key={host}
              scope="col"
              className={`py-1 text-start font-medium ${host === "client" ? "text-client" : "text-server"}`}
            >
              {words.hosts[host]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, read]) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="py-1 pe-3 text-start font-mono text-xs font-normal text-quiet">
              {name}
            </th>
            {HOSTS.map((host) => {
              const [value, old] = [read(after[host]), read(before[host])];
              return (
                <td key={host} className="py-1 pe-2 font-mono text-xs">
                  {value === old ? (
                    value
                  ) : (
                    <mark
                      className="rounded bg-alarm-soft px-1 text-ink"
                      title={say(words.block.wasBefore, { value: old })}
                    >
                      {value}
                    </mark>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Row = readonly [name: string, read: (e: Endpoint) => string];

function rowsOf(numbers: NumberStyle, now: number, words: PlayerWords): Row[] {
  const from = (base: Seq, seq: Seq) => String(numbers === "relative" ? distance(base, seq) : seq);
  const span = (us: number) => tellSpan(us, words);
  return [
    ["STATE", (e) => e.state],
    ["ISS", (e) => String(e.snd.iss)],
    ["SND.UNA", (e) => from(e.snd.iss, e.snd.una)],
    ["SND.NXT", (e) => from(e.snd.iss, e.snd.nxt)],
    ["SND.WND", (e) => String(e.snd.wnd)],
    ["IRS", (e) => (knowsPeer(e) ? String(e.rcv.irs) : "–")],
    ["RCV.NXT", (e) => (knowsPeer(e) ? from(e.rcv.irs, e.rcv.nxt) : "–")],
    ["RCV.WND", (e) => String(e.rcv.wnd)],
    ["RTO", (e) => span(e.rto.rtoUs)],
    ["SRTT", (e) => (e.rto.srttUs === null ? "–" : span(e.rto.srttUs))],
    ...TIMERS.map(
      (timer): Row => [
        TIMER_NAMES[timer],
        (e) => {
          const atUs = e.timers[timer];
          return atUs === null ? "–" : span(Math.max(0, atUs - now));
        },
      ],
    ),
  ];
}

const TIMER_NAMES: Readonly<Record<(typeof TIMERS)[number], string>> = {
  lossProbe: "TLP",
  retransmission: "REXMT",
  delayedAck: "DELACK",
  keepalive: "KEEP",
  finWait2: "FW2",
  timeWait: "2MSL",
};

function knowsPeer({ rcv }: Endpoint): boolean {
  return rcv.irs !== 0 || rcv.nxt !== 0;
}
