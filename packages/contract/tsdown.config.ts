import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/matchers.ts"],
  platform: "neutral",
  target: "es2022",
  logLevel: "error",
  dts: true,
  minify: true,
  inputOptions: { preserveEntrySignatures: "allow-extension" },
});
