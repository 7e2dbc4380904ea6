/** The description under test, as far as the checks read it themselves. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, ScriptError } from "../../scripts/tools.mjs";

const methods = ["get", "post", "put", "delete"];

/** One document of spec/dist: where it is, and what it describes. `name` is "elb.openapi" or "iam.openapi-3.0". */
export function readDescription(name) {
  const yaml = join(root, "spec", "dist", `${name}.yaml`);
  const json = join(root, "spec", "dist", `${name}.json`);
  if (!existsSync(yaml) || !existsSync(json))
    throw new ScriptError(`spec/dist has no ${name}; build it first: npm run build`);
  const document = JSON.parse(readFileSync(json, "utf8"));
  const operations = Object.values(document.paths).flatMap((item) =>
    methods.filter((method) => item[method]).map((method) => item[method]),
  );
  return { name, yaml, json, operations };
}

/** Every example of a payload or an answer with the name of its schema. */
export function examples({ operations }) {
  return operations.flatMap(({ operationId, requestBody, responses }) =>
    [requestBody, ...Object.values(responses)].flatMap((message) => {
      const { schema, examples: named = {} } = message?.content?.["application/json"] ?? {};
      const type = schema?.$ref?.split("/").pop();
      if (type === undefined) return [];
      return Object.entries(named).map(([name, { value }]) => ({ operationId, type, name, value }));
    }),
  );
}
