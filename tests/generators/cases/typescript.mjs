/** Generators of TypeScript. */
import { join } from "node:path";
import { toolNode } from "../../../scripts/tools.mjs";
import { checkTypeScript } from "../checks.mjs";
import { run } from "../processes.mjs";
import { documents, modules, named, npmVersion } from "./common.mjs";

const node = (step, script, args, cwd) => run(step, toolNode(), [join(modules, script), ...args], cwd);

export const typescript = [
  {
    name: "@hey-api/openapi-ts",
    version: npmVersion("@hey-api/openapi-ts"),
    inputs: documents,
    async generate({ yaml }, output) {
      const plugins = ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"];
      const args = ["-i", yaml, "-o", output, "-p", ...plugins, "--silent", "--no-log-file"];
      await node("generating", "@hey-api/openapi-ts/bin/run.js", args, output);
    },
    check: (output, description) => checkTypeScript(output, description, named("./types.gen")),
  },
  {
    name: "orval",
    version: npmVersion("orval"),
    inputs: documents,
    generate: ({ yaml }, output) => node("generating", "../generate.mjs", ["orval", yaml, output], output),
    check: (output, description) => checkTypeScript(output, description, named("./model")),
  },
  {
    name: "@kubb/core, plugin-ts, plugin-client",
    version: npmVersion("@kubb/core"),
    inputs: documents,
    generate: ({ yaml }, output) => node("generating", "../generate.mjs", ["kubb", yaml, output], output),
    check: (output, description) => checkTypeScript(output, description, named("./types")),
  },
  {
    name: "openapi-typescript",
    version: npmVersion("openapi-typescript"),
    inputs: documents,
    async generate({ yaml }, output) {
      // By default it takes a property with a default for one that is always there, in payloads as in answers.
      const args = [yaml, "-o", join(output, "api.ts"), "--default-non-nullable=false"];
      await node("generating", "openapi-typescript/bin/cli.js", args, output);
    },
    check: (output, description) =>
      checkTypeScript(output, description, {
        from: "./api",
        imports: ["components"],
        typeOf: (schema) => `components["schemas"]["${schema}"]`,
      }),
  },
];
