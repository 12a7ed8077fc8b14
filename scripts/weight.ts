import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type Server, startServer } from "./started-server.ts";

/** The most JavaScript, in KB after gzip, that a page may ship: without the simulation, and what the simulation may add. */
const PAGE_MAX_KB = 165;
const PLAYER_MAX_KB = 60;

/** The same for the simulator alone: what of lib/tcp a page could want. Invariants and promises are asked by the build and by tests. */
const ROOM_MAX_KB = 25;
const ROOM_DOORS = ["world/simulate", "world/film", "why/why"];

const PLAIN = ["/en", "/en/cards", "/en/interview", "/en/nowhere"];
/** A page that is nothing but text and the player: what it weighs more than a plain one is the player. */
const WITH_PLAYER = ["/en/cards/opening/lost-final-ack"];
/** Pages with a player and scripts of their own: grading, or the lab's form. */
const WITH_MORE = ["/en/review", "/en/lab?from=open"];

/** Weighs the scripts that each page names, as a modern browser would load them; prints the table; false: too heavy. */
export async function checkWeight(): Promise<boolean> {
  const server = await startServer();
  try {
    const plain = await Promise.all(PLAIN.map((page) => weigh(server, page)));
    const rich = await Promise.all(WITH_PLAYER.map((page) => weigh(server, page)));
    const more = await Promise.all(WITH_MORE.map((page) => weigh(server, page)));
    const lightest = Math.min(...plain.map(({ kb }) => kb));
    console.log("\nJavaScript per page (gzip)");
    for (const { page, kb } of plain) console.log(`  ${page.padEnd(36)} ${kb.toFixed(1)} KB of ${PAGE_MAX_KB}`);
    for (const { page, kb } of rich) {
      console.log(
        `  ${page.padEnd(36)} ${kb.toFixed(1)} KB, ${(kb - lightest).toFixed(1)} of them with the simulation (${PLAYER_MAX_KB})`,
      );
    }
    for (const { page, kb } of more)
      console.log(`  ${page.padEnd(36)} ${kb.toFixed(1)} KB of ${PAGE_MAX_KB + PLAYER_MAX_KB}`);
    const room = await weighRoom();
    console.log(`  ${"lib/tcp by itself, minified".padEnd(36)} ${room.toFixed(1)} KB of ${ROOM_MAX_KB}`);
    const pagesOk =
      plain.every(({ kb }) => kb <= PAGE_MAX_KB) && rich.every(({ kb }) => kb - lightest <= PLAYER_MAX_KB);
    const moreOk = more.every(({ kb }) => kb <= PAGE_MAX_KB + PLAYER_MAX_KB);
    const ok = pagesOk && moreOk && room <= ROOM_MAX_KB;
    if (!ok) console.error("A page, or the simulator, is heavier than it may be.");
    return ok;
  } finally {
    await server.dispose();
  }
}

/** lib/tcp in one file, minified and gzipped, in KB. */
export async function weighRoom(): Promise<number> {
  const contents = ROOM_DOORS.map((door) => `export * from "./${door}.ts";`).join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: path.resolve(import.meta.dirname, "../lib/tcp"), loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error("lib/tcp was bundled into no file at all");
  return gzipSync(file.contents, { level: 9 }).length / 1000;
}

async function weigh({ address }: Server, page: string): Promise<{ page: string; kb: number }> {
  const html = await (await fetch(address + page)).text();
  const scripts = new Set<string>();
  for (const [tag] of html.matchAll(/<script[^>]*\ssrc="[^"]+"[^>]*>/g)) {
    const src = /\ssrc="([^"]+)"/.exec(tag)?.[1];
    if (src && !/\snomodule/i.test(tag)) scripts.add(src);
  }
  if (scripts.size === 0) throw new Error(`${page} names no scripts, so there is nothing to weigh`);
  let bytes = 0;
  for (const src of scripts) {
    const response = await fetch(address + src);
    if (!response.ok) throw new Error(`${src} answers ${response.status}`);
    bytes += gzipSync(Buffer.from(await response.arrayBuffer()), { level: 6 }).length;
  }
  return { page, kb: bytes / 1000 };
}
