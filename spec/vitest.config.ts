import { defineConfig } from "vitest/config";

// The build tests run Redocly CLI and the generators several times.
export default defineConfig({ test: { testTimeout: 180_000, hookTimeout: 60_000 } });
