// Canned payloads and answers: the examples of the description, which the peers are asked with and answered with.
import { readFileSync } from "node:fs";
import { inRoot } from "./servers.mjs";

const read = (file) => JSON.parse(readFileSync(inRoot("spec/dist", file), "utf8"));
const { paths, components } = read("elb.openapi.json");

/** Method, path, parameters and the like of each operation, by name. */
export const operations = read("operations.json");

const resolve = (value) =>
  value?.$ref === undefined
    ? value
    : resolve(
        value.$ref
          .split("/")
          .slice(1)
          .reduce((at, key) => at[key], { paths, components }),
      );

function firstExample(holder) {
  const [example] = Object.values(resolve(holder)?.content?.["application/json"]?.examples ?? {});
  return resolve(example)?.value;
}

const described = (id) => paths[operations[id].path][operations[id].method.toLowerCase()];

/** A payload of an operation, undefined if it takes none. */
export const payloadOf = (id) => firstExample(described(id).requestBody);

/** An answer of an operation, undefined if it answers with none. */
export const answerOf = (id) => firstExample(described(id).responses[operations[id].success]);
