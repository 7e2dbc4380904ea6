import { defineConfig } from "vitest/config";

// These tests start servers, browsers and commands.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
