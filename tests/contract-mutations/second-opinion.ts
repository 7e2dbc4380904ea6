/** A validator by others that is not Ajv: Hyperjump's, which tests/peers has. */
import { pathToFileURL } from "node:url";
import { requirePeer } from "../src/support/peers.ts";
import type { Case } from "./corpus.ts";
import { description, type Schema } from "./description.ts";

type Validate = (value: unknown) => { readonly valid: boolean };

interface Hyperjump {
  registerSchema(schema: object, uri: string, dialect: string): void;
  validate(uri: string): Promise<Validate>;
}

const URI = "https://elb.example.com/schemas";

/** Says for each of the cases whether that validator takes it. Payloads that come again are judged once. */
export async function judgeAll(cases: readonly Case[]): Promise<boolean[]> {
  const { registerSchema, validate } = await load();
  const keys = [...new Set(cases.map(({ target }) => JSON.stringify(target.schema)))];
  registerSchema(withRoots(keys), URI, "https://json-schema.org/draft/2020-12/schema");
  const validators = await Promise.all(keys.map((_, index) => validate(`${URI}#/$defs/root${index}`)));
  const known = new Map<string, boolean>();
  return cases.map(({ target, body }) => {
    const index = keys.indexOf(JSON.stringify(target.schema));
    const key = `${index} ${JSON.stringify(body)}`;
    const valid = known.get(key) ?? validators[index]!(body).valid;
    known.set(key, valid);
    return valid;
  });
}

async function load(): Promise<Hyperjump> {
  return import(pathToFileURL(requirePeer.resolve("@hyperjump/json-schema/draft-2020-12")).href);
}

/** The schemas of the description and those of the payloads, where JSON Schema has them. */
function withRoots(keys: readonly string[]): object {
  const roots = keys.map((key, index) => [`root${index}`, JSON.parse(key) as Schema]);
  const definitions = { ...description.components.schemas, ...Object.fromEntries(roots) };
  return JSON.parse(JSON.stringify({ $defs: definitions }).replaceAll('"#/components/schemas/', '"#/$defs/'));
}
