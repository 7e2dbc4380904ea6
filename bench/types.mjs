import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { operations, payloadOf } from "./support/description.mjs";
import { inRoot, node } from "./support/servers.mjs";

export const question = "What do the types cost the compiler, in a file with every call?";
export const target = "at most 6,000 instantiations";
export const head = ["file", "calls", "instantiations", "types", "check, s"];

/** As a user of the package has it: its declarations as they are built, nothing in the file but the calls. */
export async function run() {
  const calls = Object.keys(operations).map(callOf);
  return [
    ["every call", calls.length, ...check(calls)],
    ["none", 0, ...check([])],
  ];
}

/** A call with the first payload of the description, and with all its parameters. */
function callOf(id, index) {
  const { pathParameters, queryParameters } = operations[id];
  const ids = pathParameters.filter((name) => name !== "project_id").map((name) => [name, "248425d7b97dc2"]);
  const body = payloadOf(id);
  const args = Object.fromEntries([...ids, ...(body === undefined ? [] : [["body", body]])]);
  const given = ids.length + queryParameters.length > 0 || body ? JSON.stringify(args) : "";
  return `export const answer${index} = await client.${id}(${given});`;
}

function check(calls) {
  const folder = inRoot("bench", `.build-types-${process.pid}`);
  const entry = JSON.stringify(inRoot("packages/client/dist/index.js"));
  const lines = [
    `import type { ElbClient } from ${entry};`,
    "declare const client: ElbClient;",
    ...calls,
    "export {};",
  ];
  mkdirSync(folder);
  try {
    writeFileSync(join(folder, "calls.mts"), lines.join("\n"));
    return figuresOf(join(folder, "calls.mts"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function figuresOf(file) {
  const options =
    "--strict --noEmit --skipLibCheck --module nodenext --target es2022 --extendedDiagnostics".split(" ");
  const tsc = inRoot("packages/client/node_modules/typescript/bin/tsc");
  const { status, stdout } = spawnSync(node, [tsc, ...options, file], { encoding: "utf8" });
  if (status !== 0) throw new Error(stdout);
  const figure = (name) => new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)[1];
  return ["Instantiations", "Types", "Check time"].map(figure);
}
