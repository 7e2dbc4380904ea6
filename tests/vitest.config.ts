import { defineConfig } from "vitest/config";

// These tests start servers, browsers and commands, and one kills a server thirty times.
export default defineConfig({ test: { testTimeout: 180_000, hookTimeout: 60_000 } });
