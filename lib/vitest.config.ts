import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, ".."),
    include: ["{lib,app,scripts}/**/*.test.ts"],
    environment: "node",
    testTimeout: 90_000,
  },
});
