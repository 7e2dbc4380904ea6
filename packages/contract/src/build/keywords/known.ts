import { _, type CodeKeywordDefinition, stringify } from "ajv";
import { and, strConcat } from "ajv/dist/compile/codegen/index.js";
import { names } from "./names.ts";

export interface Known {
  readonly names: readonly string[];
  readonly pointer: string;
}

/**
 * `elb:known`: tells the engine of properties that the description does not know, without a verdict: they are pushed to
 * the list that the validator gets as `this`, as path of the object, name, and place in the description.
 */
export const knownKeyword: CodeKeywordDefinition = {
  keyword: "elb:known",
  type: "object",
  schemaType: "object",
  code({ gen, schema, data, it }) {
    const known = schema as Known;
    const path = strConcat(names.instancePath, it.errorPath);
    gen.forIn("key", data, (key) => {
      const unknown = and(...known.names.map((name) => _`${key} !== ${name}`));
      gen.if(unknown, () => gen.code(_`${names.this}.push(${path}, ${key}, ${stringify(known.pointer)})`));
    });
  },
};
