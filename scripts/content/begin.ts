import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { CONTENT_DIR } from "#lib/content/read.ts";
import { cardId } from "#lib/content/schema.ts";
import { HEADINGS, type Section } from "#lib/content/text.ts";
import { LANGUAGES, type Language } from "#lib/i18n/languages.ts";

/** Makes the three files of a card, with everything in its place and nothing said yet. Never writes over a card. */
export async function beginCard(id: string): Promise<{ ok: boolean; message: string }> {
  if (!cardId.safeParse(id).success) {
    return { ok: false, message: "A card is named TOPIC/SLUG, in small letters, digits and hyphens." };
  }
  const [topic = "", slug = ""] = id.split("/");
  const topics = (await readdir(CONTENT_DIR, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = topics.map((entry) => entry.name).filter((name) => name !== "scenarios" && name !== "claims");
  if (!names.includes(topic))
    return { ok: false, message: `There is no topic ${topic}; there are ${names.join(", ")}.` };
  const folder = path.join(CONTENT_DIR, topic, slug);
  const made = await mkdir(folder, { recursive: true });
  if (made === undefined) return { ok: false, message: `content/${id} is there already.` };
  await writeFile(path.join(folder, "card.ts"), SPEC);
  for (const language of LANGUAGES) await writeFile(path.join(folder, `${language}.md`), textFor(language));
  return { ok: true, message: `Begun: content/${id}. How to go on: docs/writing-cards.md` };
}

const SPEC = `import type { CardSpec } from "#lib/content/schema.ts";

export default {
  order: 0, // the place within the topic: a number that no other card has
  level: "mid",
  keyPoints: ["first", "second", "third"],
  simulation: {
    scenario: { like: "open" },
    shows: [{ kind: "ends", host: "server", state: "ESTABLISHED" }],
    contrast: {
      label: { en: "Without the client's SYN", zh: "没有客户端的 SYN" },
      change: { rules: [{ from: "client", of: "SYN", nth: "every", fate: "drop" }] },
      shows: [{ kind: "ends", host: "server", state: "LISTEN" }],
    },
  },
  requires: [],
  followUps: [{ own: "what-if", probes: "first" }, { card: "opening/why-three" }],
  sources: [{ label: "RFC 9293 §3.5", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" }],
  provenance: { questions: [], claims: [], notes: [] },
} satisfies CardSpec;
`;

/** What stands below each heading until somebody writes it. */
const BLANK: Readonly<Record<Exclude<Section, "choices" | "spoken">, string>> = {
  short: "…",
  full: "…",
  keyPoints: "- …\n- …\n- …",
  mistakes: "- **“…”** …\n- **“…”** …",
  followUps: "- …?\n\n  …",
  tryIt: "```sh\nss -tan\n```\n\n…",
  simulation: "…",
};

function textFor(language: Language): string {
  const sections = Object.entries(BLANK) as [Exclude<Section, "choices" | "spoken">, string][];
  return ["# …?", ...sections.map(([section, blank]) => `## ${HEADINGS[language][section]}\n\n${blank}`), ""].join(
    "\n\n",
  );
}
