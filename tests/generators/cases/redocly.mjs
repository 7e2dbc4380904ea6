/** The targets of `redocly generate-client`, the CLI that the description is built with. */
import { join } from "node:path";
import { root, toolNode } from "../../../scripts/tools.mjs";
import { checkGo, checkJavaFile, checkPython, checkTypeScript } from "../checks.mjs";
import { run } from "../processes.mjs";
import { documents, named, versionOf } from "./common.mjs";

const redocly = join(root, "spec", "node_modules", "@redocly", "cli");

const redoclyClient = (target, needs, check) => ({
  name: `redocly generate-client: ${target}`,
  version: versionOf(redocly),
  needs,
  inputs: documents,
  async generate({ yaml }, output) {
    const args = ["generate-client", yaml, "--generator", target, "-o", join(output, "client.ts")];
    await run("generating", toolNode(), [join(redocly, "bin", "cli.js"), ...args], output);
  },
  check,
});

export const redoclyClients = [
  redoclyClient("typescript", [], (output, description) =>
    checkTypeScript(output, description, named("./client")),
  ),
  redoclyClient("go", ["Go"], (output) => checkGo(output)),
  redoclyClient("python", ["Python"], (output, description, { python }) =>
    checkPython(output, description, python),
  ),
  redoclyClient("java", ["Java"], (output) => checkJavaFile(output, join(output, "Client.java"))),
];
