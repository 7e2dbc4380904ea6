#!/usr/bin/env node
const { enableCompileCache } = process.getBuiltinModule("node:module");

// What was compiled once is kept beside the other temporary files: it is most of what a start takes. From Node 22.8 on.
enableCompileCache?.();
await import("../dist/command/cli.js");
