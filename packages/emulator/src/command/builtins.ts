// Node's modules for the command. An `import` of them would name all that they have, which makes Node load the parts
// that it otherwise leaves until they are used: with `node:http` its fetch, which takes as long as all else that the
// command loads.

export const { createServer, STATUS_CODES } = process.getBuiltinModule("node:http");
export const { readFileSync, statSync } = process.getBuiltinModule("node:fs");
export const { parseArgs } = process.getBuiltinModule("node:util");
