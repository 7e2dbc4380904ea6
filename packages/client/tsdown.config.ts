import { defineConfig } from "tsdown";

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/raw.ts",
    "src/signing.ts",
    "src/iam.ts",
    "src/node.ts",
    "src/catalogue.ts",
    "src/members.ts",
    "src/certificates.ts",
    "src/reconcile.ts",
    "src/elb-sign.ts",
  ],
  platform: "neutral",
  target: "es2022",
  logLevel: "error",
  dts: true,
  // The description's outputs become part of the package: it installs without @elb-classic/spec.
  deps: { alwaysBundle: [/^@elb-classic\/spec/] },
});
