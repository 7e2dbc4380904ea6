/** What the lists of generators share: versions, and the documents that go in. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { here } from "../processes.mjs";

/** The documents of spec/dist for generators that take 3.1, with 3.0 beside it. */
export const documents = ["elb.openapi", "elb.openapi-3.0", "iam.openapi"];

export const modules = join(here, "node_modules");

export const versionOf = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;

export const npmVersion = (name) => versionOf(join(modules, name));

/** The version in requirements.txt. */
export const pypiVersion = (name) =>
  readFileSync(join(here, "requirements.txt"), "utf8").match(new RegExp(`^${name}==(.+)$`, "m"))[1];

/** TypeScript types that carry the names of the schemas. */
export const named = (from) => ({ from, typeOf: (schema) => schema });
