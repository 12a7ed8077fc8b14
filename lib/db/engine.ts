import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

export type SchemaEngine = bindings.SchemaEngine;
export type SchemaFile = { path: string; content: string };

/**
 * Opens Prisma's own schema engine, compiled to WebAssembly (no binary download), runs one job and closes everything:
 * on SQLite the engine takes an exclusive lock that lives as long as its connection.
 */
export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  schema: SchemaFile[],
  job: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await load();
  const open = new Set<SqlDriverAdapter>();
  const engine = await bindings.SchemaEngine.new(
    { datamodels: schema.map((file): [string, string] => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(tracking(factory, open)),
  );
  try {
    return await job(engine);
  } finally {
    engine.free();
    for (const adapter of [...open]) await adapter.dispose();
  }
}

let loaded: Promise<void> | undefined;

function load(): Promise<void> {
  loaded ??= (async () => {
    const module = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const { instance } = await WebAssembly.instantiate(await readFile(module.replace(/\.js$/, ".wasm")), {
      "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
    });
    // Not in the package's types: its own loader does the same two calls.
    (bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }).__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loaded;
}

/** The same factory, remembering in `open` every adapter that was not disposed yet. */
function tracking(
  factory: SqlMigrationAwareDriverAdapterFactory,
  open: Set<SqlDriverAdapter>,
): SqlMigrationAwareDriverAdapterFactory {
  const track = (adapter: SqlDriverAdapter) => {
    open.add(adapter);
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      if (open.delete(adapter)) await dispose();
    };
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => track(await factory.connect()),
    connectToShadowDb: async () => scripted(track(await factory.connectToShadowDb())),
  };
}

/** The engine replays whole migration files through executeRaw, which would run only their first statement. */
function scripted(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const one = adapter.executeRaw.bind(adapter);
  adapter.executeRaw = async (query) => {
    if (query.args.length > 0) return one(query);
    await adapter.executeScript(query.sql);
    return 0;
  };
  return adapter;
}
