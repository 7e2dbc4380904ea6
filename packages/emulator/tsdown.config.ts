import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/cli.ts"],
  platform: "node",
  target: "es2022",
  fixedExtension: false,
  logLevel: "error",
  dts: { entry: ["src/index.ts"] },
  // The description's outputs become part of the package: it installs without @elb-classic/spec.
  deps: { alwaysBundle: [/^@elb-classic\/spec/] },
});
