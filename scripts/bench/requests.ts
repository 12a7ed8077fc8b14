/** What a request is made of: the nth of its kind, to a learner's database. */
export interface Given {
  readonly n: number;
  /** How many there will be. */
  readonly times: number;
  /** The card at this place. */
  card(place: number): string;
  /** The version of every memory to begin with. */
  readonly version: number;
  /** The id of something, the same whenever it is asked for by this name. */
  id(what: string): string;
}

export interface AskedBy {
  readonly method?: "GET" | "PUT" | "DELETE";
  readonly path: string;
  readonly body?: object;
  /** Only until the first bytes come: the answer grows with the log. */
  readonly first?: boolean;
}

export type Request = (given: Given) => AskedBy;
type Requests = Readonly<Record<string, Request>>;

const DAY_MS = 86_400_000;

/** Every door for data, in an order in which each finds what it needs. */
export const DOOR_REQUESTS: Requests = {
  "PUT settings/interview": () => put("/api/settings/interview", { day: inDays(20) }),
  "PUT settings": () => put("/api/settings", { newPerDay: 20, interview: { day: inDays(20), retention: 0.95 } }),
  "PUT review": ({ id, n, card, version }) =>
    put(`/api/reviews/${id(`review ${n}`)}`, {
      ...{ cardId: card(n), version, kind: "answer", rating: 3, durationMs: 20_000, notes: "SYN, SYN-ACK, ACK" },
      ...{ tickedKeyPoints: ["one"], language: "en" },
    }),
  "DELETE review": ({ id, n }) => ({ method: "DELETE", path: `/api/reviews/${id(`review ${n}`)}` }),
  "PUT action: put off": ({ id, n, card, version }) =>
    put(`/api/actions/${id(`action ${n}`)}`, { cardId: card(300 + n), version, kind: "bury" }),
  "PUT action: suspend": ({ id, n, card, version }) =>
    put(`/api/actions/${id(`suspension ${n}`)}`, { cardId: card(400 + n), version, kind: "suspend" }),
  "GET log, first bytes": () => ({ path: "/api/log", first: true }),
  "GET optimiser": () => ({ path: "/api/optimiser" }),
  "DELETE optimiser": () => ({ method: "DELETE", path: "/api/optimiser" }),
  "DELETE optimiser/weights": () => ({ method: "DELETE", path: "/api/optimiser/weights" }),
  "PUT interview, of weak spots": (given) => put(interview(given), { wishes: { ...WISHES, weakSpots: true } }),
  "PUT interview, of some topics": ({ id, n }) =>
    put(`/api/interviews/${id(`of topics ${n}`)}`, { wishes: { ...WISHES, topics: ["bench-3", "bench-7"] } }),
  "PUT draft": (given) => put(`${interview(given)}/draft`, { turn: 0, said: { text: "SYN", board: null } }),
  "PUT event: answering": (given) => put(event(given, "answering"), { turn: 0, kind: "answering" }),
  "PUT event: answered": (given) => put(event(given, "answered"), { turn: 0, kind: "answered", text: "One, two." }),
  "PUT event: ended": (given) => put(event(given, "ended"), { turn: 1, kind: "ended" }),
  "PUT ticks": (given) => put(`${interview(given)}/ticks`, { question: 0, ticked: ["one"] }),
  "PUT judgement": (given) => put(`${interview(given)}/judgement`, { call: true }),
  // The last one first: what was followed by others is not taken back.
  "DELETE judgement": (given) => {
    const n = given.times - 1 - given.n;
    return { method: "DELETE", path: `${interview({ ...given, n })}/judgement` };
  },
  "PUT judgement, again": (given) => put(`${interview(given)}/judgement`, { call: false }),
  "GET interview, as Markdown": (given) => ({ path: interview(given) }),
  "GET interviews, as Markdown": () => ({ path: "/api/interviews?language=en" }),
};

const WISHES = {
  ...{ minutes: 20, level: "senior", topics: null, weakSpots: false, language: "en", clock: "normal", mode: "alone" },
};

const interview = ({ id, n }: Given) => `/api/interviews/${id(`interview ${n}`)}`;
const event = (given: Given, kind: string) => `${interview(given)}/events/${given.id(`${kind} ${given.n}`)}`;

/** Every page, by its address behind the language. */
const ROOMS: Readonly<Record<string, (given: Given) => string>> = {
  today: () => "",
  review: () => "/review",
  "missed, a day": () => "/missed?days=1",
  "missed, a week": () => "/missed?days=7",
  "missed, a month": () => "/missed?days=30",
  "missed, a month, the second page": () => "/missed?days=30&page=2",
  "missed, by point": () => "/missed?days=30&by=point",
  "missed, by step": () => "/missed?days=30&by=step",
  drill: () => `/missed/drill?days=30&since=${Date.now() - 1000}`,
  cards: () => "/cards",
  "cards, the fifth page": () => "/cards?page=5",
  "cards, the last page": () => "/cards?page=99999",
  "cards of a topic": () => "/cards?topic=bench-7",
  "cards of a level": () => "/cards?level=senior",
  "cards that are suspended": () => "/cards?memory=suspended",
  "cards by all filters": () => "/cards?topic=bench-9&level=senior&memory=suspended",
  "cards by all filters, and none": () => "/cards?topic=opening&level=senior&memory=mature",
  "search, found in all": () => `/cards?q=${encodeURIComponent("端口")}`,
  "search, found in a few": () => `/cards?q=${encodeURIComponent("窗口")}`,
  "search, two words": () => "/cards?q=handshake+port",
  "search, a number": () => "/cards?q=host+777",
  "search, one character": () => "/cards?q=e",
  "search, found in none": () => "/cards?q=%25_%25",
  "search, and all filters": () => "/cards?q=handshake&topic=bench-0&level=senior&memory=mature",
  "a card": ({ card }) => `/cards/${card(77)}`,
  claims: () => "/claims",
  "a claim": () => "/claims/A6",
  lab: () => "/lab",
  "lab, a scenario": () => "/lab?from=open-and-close",
  progress: () => "/progress",
  settings: () => "/settings",
  "interview, set-up and history": () => "/interview",
  "an interview": ({ id }) => `/interview/${id("of topics 3")}`,
  "a debrief": ({ id }) => `/interview/${id("interview 3")}/debrief`,
};

export const PAGES: Requests = Object.fromEntries(
  Object.entries(ROOMS).flatMap(([name, addressOf]) =>
    ["en", "zh"].map((language) => [
      `${name} (${language})`,
      (given: Given): AskedBy => ({ path: `/${language}${addressOf(given)}` }),
    ]),
  ),
);

function put(path: string, body: object): AskedBy {
  return { method: "PUT", path, body };
}

/** A day, so many days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}
