// Prisma's CLI downloads a schema-engine binary before it does anything. generate, validate and format never start it,
// and migrations use the WebAssembly build of the engine (lib/db/engine.ts): naming any existing file ends the download.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.CHECKPOINT_DISABLE ??= "1"; // no update check, no usage data

export default { schema: "schema.prisma" };
