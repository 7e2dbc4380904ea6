import { type CodeKeywordDefinition, type KeywordCxt, type Name, nil, stringify } from "ajv";

/** A schema that applies to the value at hand, written at `pointer` in the description. */
export interface Part {
  readonly pointer: string;
  readonly schema: Record<string, unknown>;
}

/** `elb:parts`: like `allOf`, but errors point into the description. */
export const partsKeyword: CodeKeywordDefinition = {
  keyword: "elb:parts",
  schemaType: "array",
  code(cxt) {
    for (const part of cxt.schema as readonly Part[]) applyPart(cxt, part, cxt.gen.name("valid"));
  },
};

/** Generates the check of a part; `valid` is set to its verdict. */
export function applyPart(
  cxt: KeywordCxt,
  { pointer, schema }: Part,
  valid: Name,
  mode: { compositeRule?: true } = {},
): void {
  const topSchemaRef = cxt.gen.scopeValue("schema", { ref: schema, code: stringify(schema) });
  const place = { schema, schemaPath: nil, topSchemaRef, errSchemaPath: pointer };
  cxt.subschema({ ...place, dataTypes: [], ...mode }, valid);
}
