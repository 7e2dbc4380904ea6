import { isDeepStrictEqual } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import {
  type LocatedOperation,
  type Media,
  type OpenApiDocument,
  operationsOf,
  resolve,
} from "../document.ts";
import type { Ledger, SampleFact } from "../facts/ledger.ts";
import type { Difference } from "./differences.ts";

/**
 * Compares the samples of the pages with the description: each has to validate against its operation, and to be one of
 * the operation's examples.
 */
export function sampleDifferences(document: OpenApiDocument, ledger: Ledger): Difference[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(document, "description");
  return [...operationsOf(document)].flatMap((located) => {
    const { pages = [] } = ledger.operations[`${located.method.toUpperCase()} ${located.path}`] ?? {};
    return pages.flatMap(({ page, samples }) =>
      samples.flatMap((sample) => {
        const media = mediaOf(document, located, sample);
        const key = `${located.operation.operationId}.${sample.of}`;
        return media ? compareSample(ajv, media, sample, `${key}.${page}-${sample.number}`) : [];
      }),
    );
  });
}

function mediaOf(
  document: OpenApiDocument,
  { operation }: LocatedOperation,
  sample: SampleFact,
): Media | undefined {
  if (sample.of === "request") return operation.requestBody?.content["application/json"];
  const success = Object.keys(operation.responses).find((status) => Number(status) < 300) ?? "";
  const response = operation.responses[success];
  return response && resolve(document, response).content?.["application/json"];
}

function compareSample(ajv: Ajv2020, media: Media, { value }: SampleFact, key: string): Difference[] {
  const differences: Difference[] = [];
  const validate = ajv.compile(absolute(media.schema));
  if (!validate(value)) differences.push({ key: `${key}#invalid`, what: ajv.errorsText(validate.errors) });
  const examples = Object.values(media.examples ?? {}).map((example) => example.value);
  if (!examples.some((example) => isDeepStrictEqual(example, value))) {
    differences.push({ key: `${key}#example`, what: "no example is the same as the sample" });
  }
  return differences;
}

/** References that lead into the whole description, so that a part of it can be compiled on its own. */
const absolute = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (key, value) => (key === "$ref" ? `description${value}` : value));
