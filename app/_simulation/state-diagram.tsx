import { say } from "#lib/i18n/say.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { State } from "#lib/tcp/state.ts";
import { type Film, hostsAt } from "#lib/tcp/world/film.ts";
import { HOSTS, type Host } from "#lib/tcp/world/scenario.ts";

interface Props {
  film: Film;
  moment: number;
  words: PlayerWords;
}

/** Where the states stand in figure 5 of RFC 9293: opening above, the active close left, the passive one right. */
const PLACE: Readonly<Record<State, readonly [x: number, y: number]>> = {
  CLOSED: [180, 24],
  LISTEN: [290, 72],
  "SYN-SENT": [70, 72],
  "SYN-RECEIVED": [180, 120],
  ESTABLISHED: [180, 172],
  "FIN-WAIT-1": [70, 224],
  "CLOSE-WAIT": [290, 224],
  "FIN-WAIT-2": [70, 290],
  CLOSING: [180, 290],
  "LAST-ACK": [290, 290],
  "TIME-WAIT": [125, 348],
};

/** The ways between them that RFC 9293 draws. */
const EDGES: readonly (readonly [State, State])[] = [
  ["CLOSED", "LISTEN"],
  ["CLOSED", "SYN-SENT"],
  ["LISTEN", "SYN-RECEIVED"],
  ["SYN-SENT", "SYN-RECEIVED"],
  ["SYN-SENT", "ESTABLISHED"],
  ["SYN-RECEIVED", "ESTABLISHED"],
  ["SYN-RECEIVED", "FIN-WAIT-1"],
  ["ESTABLISHED", "FIN-WAIT-1"],
  ["ESTABLISHED", "CLOSE-WAIT"],
  ["FIN-WAIT-1", "FIN-WAIT-2"],
  ["FIN-WAIT-1", "CLOSING"],
  ["FIN-WAIT-1", "TIME-WAIT"],
  ["FIN-WAIT-2", "TIME-WAIT"],
  ["CLOSING", "TIME-WAIT"],
  ["CLOSE-WAIT", "LAST-ACK"],
];

const BOX = { width: 98, height: 26 };

/** The eleven states, the path that each side has taken so far, and where it is. */
export function StateDiagram({ film, moment, words }: Props) {
  const hosts = hostsAt(film, moment);
  const paths = { client: pathOf(film, "client", moment), server: pathOf(film, "server", moment) };
  return (
    <svg
      viewBox="0 0 360 376"
      role="img"
      aria-label={say(words.statesDiagram, { client: hosts.client.state, server: hosts.server.state })}
      className="mx-auto block h-auto w-full max-w-sm select-none"
    >
      {EDGES.map((edge) => (
        <Way key={edge.join()} edge={edge} className="stroke-line" shift={0} width={1.2} />
      ))}
      {HOSTS.flatMap((host) =>
        paths[host].map((edge) => (
          <Way
            key={`${host} ${edge.join()}`}
            edge={edge}
            className={host === "client" ? "stroke-client" : "stroke-server"}
            shift={host === "client" ? -2.5 : 2.5}
            width={2}
          />
        )),
      )}
      {(Object.keys(PLACE) as State[]).map((state) => (
        <StateBox key={state} state={state} here={HOSTS.filter((host) => hosts[host].state === state)} />
      ))}
    </svg>
  );
}

/** The steps from state to state, each once. */
function pathOf(film: Film, host: Host, moment: number): (readonly [State, State])[] {
  const taken = new Map<string, readonly [State, State]>();
  let before = film.start[host].state;
  for (const frame of film.frames.slice(0, moment + 1)) {
    const { state } = frame.hosts[host];
    if (state !== before) taken.set(`${before} ${state}`, [before, state]);
    before = state;
  }
  return [...taken.values()];
}

interface WayProps {
  edge: readonly [State, State];
  className: string;
  /** How far beside the middle, so that two paths can lie side by side. */
  shift: number;
  width: number;
}

/** A straight way down; a way back up goes round the outside, where no box is in between. */
function Way({ edge: [a, b], className, shift, width }: WayProps) {
  const [[x1, y1], [x2, y2]] = [PLACE[a], PLACE[b]];
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [sx, sy] = [(-(y2 - y1) / length) * shift, ((x2 - x1) / length) * shift];
  const outside = x1 <= MIDDLE ? 6 - shift : 354 - shift;
  const way =
    y2 < y1
      ? `M${x1} ${y1}C${outside} ${y1 - 20} ${outside} ${y2 + 20} ${x2} ${y2 + shift}`
      : `M${x1 + sx} ${y1 + sy}L${x2 + sx} ${y2 + sy}`;
  return <path d={way} className={className} strokeWidth={width} fill="none" />;
}

const MIDDLE = 180;

function StateBox({ state, here }: { state: State; here: readonly Host[] }) {
  const [x, y] = PLACE[state];
  const [left, top] = [x - BOX.width / 2, y - BOX.height / 2];
  return (
    <g>
      <rect x={left} y={top} {...BOX} rx="6" className="fill-raised stroke-line" />
      {here.map((host) => (
        <rect
          key={host}
          x={left + (host === "server" && here.length === 2 ? 3 : 0)}
          y={top + (host === "server" && here.length === 2 ? 3 : 0)}
          width={BOX.width - (host === "server" && here.length === 2 ? 6 : 0)}
          height={BOX.height - (host === "server" && here.length === 2 ? 6 : 0)}
          rx="5"
          strokeWidth="2"
          className={host === "client" ? "fill-client-soft stroke-client" : "fill-server-soft stroke-server"}
        />
      ))}
      <text
        x={x}
        y={y + 3.5}
        textAnchor="middle"
        className={`fill-ink text-[10px] ${here.length > 0 ? "font-semibold" : ""}`}
      >
        {state}
      </text>
    </g>
  );
}
