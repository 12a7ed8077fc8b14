import path from "node:path";
import { expect, test } from "vitest";
import { filesIn, importsOf, isTest, type Node, ownSources, textOf, treeOf, walk } from "../scripts/measure/source.ts";

const { dependencies, devDependencies } = JSON.parse(textOf("package.json")) as Record<
  "dependencies" | "devDependencies",
  Record<string, string>
>;
/** Any package that we chose, or a part of it. */
const CHOSEN = new RegExp(`^(${Object.keys({ ...dependencies, ...devDependencies }).join("|")})(/|$)`);

/** Who may import what, room by room; the first room whose pattern fits a file is its room. Tests may import anything. */
const RULES: readonly { room: RegExp; may: readonly RegExp[] }[] = [
  { room: /^lib\/tcp\//, may: [/^lib\/tcp\//] },
  { room: /^lib\/pcapng\//, may: [/^lib\/(pcapng|tcp)\//, /^lib\/i18n\/why\.ts/, /^lib\/i18n\/words\/player\.ts/] },
  { room: /^lib\/conformance\//, may: [/^lib\/(conformance|tcp)\//, /^zod$/] },
  { room: /^lib\/quiz\//, may: [/^lib\/(quiz|tcp)\//, /^zod$/] },
  { room: /^lib\/scheduling\//, may: [/^lib\/scheduling\//, /^ts-fsrs$/] },
  { room: /^lib\/learner\//, may: [/^lib\/(learner|scheduling|db)\//, /^node:crypto$/, /^zod$/] },
  {
    room: /^lib\/progress\/(queries|standing)\.ts/,
    may: [
      /^lib\/(progress|learner|scheduling|db|i18n)\//,
      /^lib\/review\/log\//,
      /^lib\/content\/queries\.ts/,
      /^lib\/generated\/.*client/,
      /^zod$/,
    ],
  },
  { room: /^lib\/progress\//, may: [/^lib\/(progress|scheduling)\//] },
  {
    room: /^lib\/optimiser\/optimiser-job\.ts/,
    may: [/^lib\/(optimiser|learner|scheduling|db)\//, /^lib\/review\/log\//],
  },
  {
    room: /^lib\/optimiser\//,
    may: [/^lib\/(optimiser|scheduling)\//, /^@open-spaced-repetition\/binding$/],
  },
  { room: /^lib\/i18n\/(span|why)\.ts/, may: [/^lib\/i18n\//, /^lib\/tcp\/(time|why\/why)\.ts/] },
  { room: /^lib\/i18n\//, may: [/^lib\/i18n\//] },
  { room: /^lib\/http\//, may: [/^lib\/http\//, /^node:(net|async_hooks)$/] },
  { room: /^lib\/db\//, may: [/^lib\/db\//, /^lib\/generated\/.*client/, /^node:/, /^libsql$/, /^@prisma\//] },
  {
    room: /^lib\/content\/(schema|levels|scenario|exercise|issues|link|gallery|locate|text|wording|check\/.*)\.ts/,
    may: [
      /^lib\/content\/(schema|levels|scenario|exercise|issues|gallery|text|wording|check\/.*)\.ts/,
      /^lib\/(tcp|quiz|i18n)\//,
      /^zod$/,
      /^mdast/,
    ],
  },
  {
    room: /^lib\/content\//,
    may: [/^lib\/(content|db|tcp|quiz|i18n)\//, /^lib\/generated\/.*client/, /^node:/, /^zod$/],
  },
  {
    room: /^lib\/review\//,
    may: [
      /^lib\/(review|learner|progress|optimiser|scheduling|quiz|db|i18n)\//,
      /^lib\/content\/(schema|exercise|levels|queries|search-queries)\.ts/,
      /^lib\/generated\/.*client/,
      /^node:crypto$/,
      /^zod$/,
    ],
  },
  {
    room: /^lib\/interview\//,
    may: [
      /^lib\/(interview|review|learner|progress|scheduling|quiz|tcp|db|i18n)\//,
      /^lib\/content\/(schema|levels|queries|interview-queries|wording)\.ts/,
      /^lib\/generated\/.*client/,
      /^node:crypto$/,
      /^zod$/,
    ],
  },
  { room: /^content\//, may: [/^lib\/content\/schema\.ts/] },
  {
    room: /^(app|proxy\.ts|instrumentation-client\.ts)/,
    may: [
      /^app\//,
      // Files of the database's own room that a page or a door has business with; all other rooms: see DOORS_TO_DATA.
      /^lib\/db\/(client|trouble|file|daily|download)\.ts/,
      /^lib\/(?!db\/|generated\/)/,
      /^node:crypto$/,
      /^(next|react|react-dom|react-markdown|remark-gfm|uuid|zod)(\/|$)/,
    ],
  },
  { room: /^(prisma|scripts)\//, may: [/^(lib|prisma|scripts)\//, /^content\/notes\.ts$/, /^node:/, CHOSEN] },
];

/** What may reach the browser: files with "use client" and all that they import at run time, whatever room it is in. */
const BROWSER = [
  /^app\//,
  /^lib\/(tcp|pcapng|quiz)\//,
  /^lib\/i18n\/((form|languages|say|span|times|why)|words\/trouble)\.ts/,
  /^lib\/(scheduling\/rating|content\/(levels|link-text)|review\/limits|interview\/(limits|wishes|score))\.ts/,
  /^(next|react|react-dom|uuid)(\/|$)/,
];

const files = ownSources().filter((file) => !isTest(file));
const imports = files.flatMap(importsOf);

test("every room imports only what the map of the code allows", () => {
  const strangers = imports.filter(
    ({ from, to }) => !RULES.find(({ room }) => room.test(from))?.may.some((p) => p.test(to)),
  );
  expect(imports.length).toBeGreaterThan(100);
  expect(strangers.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

/** The roles of files that speak to the database for others; who the learner is, is asked by all. */
const DOORS_TO_DATA = /(^|[/-])(queries|mutations|job)\.ts$|^lib\/learner\/|^lib\/db\//;

test("pages and doors reach the database by files that say so in their names, and else take only what is pure", () => {
  const reached = (file: string, seen = new Set<string>()): boolean => {
    if (file.startsWith("lib/db/") || file.startsWith("lib/generated/")) return true;
    if (seen.has(file)) return false;
    seen.add(file);
    return imports.some(({ from, to, typeOnly }) => from === file && !typeOnly && reached(to, seen));
  };
  const taken = imports.filter(
    ({ from, to, typeOnly }) => from.startsWith("app/") && to.startsWith("lib/") && !typeOnly,
  );
  const strangers = taken.filter(({ to }) => !DOORS_TO_DATA.test(to) && reached(to));
  expect(taken.length).toBeGreaterThan(100);
  expect(strangers.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test("content is data: at run time it imports nothing", () => {
  expect(imports.filter(({ from, typeOnly }) => from.startsWith("content/") && !typeOnly)).toEqual([]);
});

test("what reaches the browser brings no database, no scheduler, no zod along", () => {
  const inBrowser = new Set(files.filter((file) => /^"use client";/m.test(textOf(file))));
  expect(inBrowser.size).toBeGreaterThan(3);
  // A set that grows while it is walked: everything that is imported is walked as well.
  for (const file of inBrowser) {
    for (const { from, to, typeOnly } of imports) {
      if (from === file && !typeOnly && files.includes(to)) inBrowser.add(to);
    }
  }
  const strangers = imports.filter(
    ({ from, to, typeOnly }) => inBrowser.has(from) && !typeOnly && !BROWSER.some((p) => p.test(to)),
  );
  expect(strangers.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test("the log is written in one place", () => {
  const writing =
    /INSERT (OR \w+ )?INTO "?Review"?|\.review\.(create|update|upsert|delete)|inserting(All)?\(\s*"Review"|TABLE = "Review"/;
  const writers = files.filter((file) => !file.startsWith("scripts/bench/") && writing.test(textOf(file)));
  expect(writers).toEqual(["lib/review/log/appending.ts"]);
});

test("controls know no room of ours, only languages", () => {
  const strangers = imports.filter(
    ({ from, to }) => from.startsWith("app/_ui/") && /^(app|lib)\//.test(to) && !/^(app\/_ui|lib\/i18n)\//.test(to),
  );
  expect(strangers.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

/** What screens take from the kit instead of the element itself. */
const DRAWN_BY_THE_KIT = ["button", "select", "textarea", "progress", "input", "h1"];
/** A slider and a file to be chosen stand in one place each, and are drawn by the browser. */
const DRAWN_BY_THE_BROWSER = /type="(range|file)"/;
/** When not even the layout could be drawn there is no stylesheet either. */
const WITHOUT_STYLES = "app/global-error.tsx";
/** Classes of what is pressed or followed: its colour, its line, its box that answers the pointer, what it is when it cannot be had. */
const LOOK_OF_A_CONTROL =
  /\bbg-action\b|(^|\s)underline\b|(aria-(disabled|pressed)|aria-\[current\]):|\brounded\b.*\bborder\b.*\bhover:|\bborder\b.*\brounded\b.*\bhover:/;

const screens = files.filter((file) => /^app\/(?!_ui\/).*\.tsx?$/.test(file) && file !== WITHOUT_STYLES);

test("screens take their controls from the kit", () => {
  const ownControls = screens.flatMap((file) =>
    nodesOf(file, "JSXOpeningElement")
      .filter(({ name }) => DRAWN_BY_THE_KIT.includes((name as Node & { name: string }).name))
      .map(({ start, end }) => textOf(file).slice(start, end))
      .filter((element) => !DRAWN_BY_THE_BROWSER.test(element))
      .map((element) => `${file}: ${element}`),
  );
  expect(ownControls).toEqual([]);
});

test("how a control looks is written in the kit alone", () => {
  const looks = screens.flatMap((file) =>
    [...nodesOf(file, "Literal"), ...nodesOf(file, "TemplateElement")]
      .map(({ value }) => (typeof value === "string" ? value : (value as { cooked?: string } | null)?.cooked))
      .filter((text) => typeof text === "string" && LOOK_OF_A_CONTROL.test(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(looks).toEqual([]);
});

function nodesOf(file: string, type: string): Node[] {
  const found: Node[] = [];
  walk(treeOf(file), (node) => {
    if (node.type === type) found.push(node);
  });
  return found;
}

test("the browser talks to the doors in one place", () => {
  const talkers = files.filter(
    (file) => file.startsWith("app/") && /\bfetch\(|XMLHttpRequest|sendBeacon/.test(textOf(file)),
  );
  expect(talkers).toEqual(["app/_ui/ask.ts"]);
});

test("what scrolls in itself is a ScrollBox, so that a keyboard reaches it", () => {
  // The grades, and the help on keys, scroll around their own buttons.
  const HOLD_BUTTONS = ["app/_review/grades.tsx", "app/_ui/keys/key-help.tsx"];
  const scrollers = files.filter((file) =>
    /<(?!ScrollBox\b)\w+\b[^>]*overflow-(x-|y-)?(auto|scroll)/.test(textOf(file)),
  );
  expect(scrollers).toEqual(HOLD_BUTTONS);
});

test("in one room no two files are told apart only by an ending: -s, -e, -er, -ed, -or, -ing", () => {
  const names = new Map<string, Set<string>>();
  for (const file of ownSources()) {
    const room = file.split("/").slice(0, 2).join("/");
    const name = path.basename(file).replace(/\..*$/, "");
    const key = `${room}: ${stemOf(name)}`;
    names.set(key, (names.get(key) ?? new Set()).add(name));
  }
  const alike = [...names].filter(([, ones]) => ones.size > 1).map(([key, ones]) => `${key} (${[...ones].join()})`);
  expect(alike).toEqual([]);
});

/** "listen" of "listener" and "listening". */
function stemOf(name: string): string {
  return /^(.{3,}?)(s|e|er|ers|ed|or|ing)$/.exec(name)?.[1] ?? name;
}

test("only doors read the clock or roll dice", () => {
  const rooms = /^lib\/(tcp|quiz|scheduling|optimiser|progress|content|learner|review|interview)\//;
  const guilty = files.filter(
    (file) => rooms.test(file) && /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now/.test(textOf(file)),
  );
  expect(guilty).toEqual([]);
});

test("the generated client needs nothing but Prisma's runtime", () => {
  const generated = filesIn("lib/generated");
  const named = generated.flatMap(importsOf);
  expect(named.length).toBeGreaterThan(generated.length);
  const strangers = named
    .map(({ to }) => to)
    .filter((to) => !/^(lib\/generated\/|node:|@prisma\/client\/runtime\/)/.test(to));
  expect(strangers).toEqual([]);
});

test("what a person runs needs no package of the development ones", () => {
  const needed = new Set(
    files.filter((file) =>
      /^(app\/|proxy\.ts|scripts\/(start|backup|restore|check|content|memory|tcp)\.ts)/.test(file),
    ),
  );
  const strangers = new Set<string>();
  // A set that grows while it is walked, as above.
  for (const file of needed) {
    for (const { from, to, typeOnly } of imports) {
      if (from !== file || typeOnly || to.startsWith("node:")) continue;
      const [name] = /^(@[^/]+\/)?[^/]+/.exec(to) ?? [""];
      if (files.includes(to)) needed.add(to);
      else if (!/^(lib\/generated\/|app\/)/.test(to) && !(name in dependencies)) strangers.add(`${file} imports ${to}`);
    }
  }
  expect(needed.size).toBeGreaterThan(100);
  expect([...strangers]).toEqual([]);
});
