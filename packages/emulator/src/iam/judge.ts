import { asDescribed } from "./client-forms.ts";
import { type IamOperationId, payloadSchema, queryParameters } from "./description.ts";
import { firstFault, type Schema } from "./fits.ts";
import { malformed } from "./refusal.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * Holds a payload against the description.
 * @returns the payload, undefined where the operation takes none
 * @throws Refusal
 */
export function judgePayload(id: IamOperationId, bytes: Uint8Array): unknown {
  const schema = payloadSchema(id);
  if (schema === undefined) return undefined;
  const payload = parse(bytes);
  const fault = firstFault(schema, asDescribed(payload));
  if (fault === undefined) return payload;
  throw malformed(fault === "" ? "The payload is no object." : `${fault} is missing or not as described.`);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    throw malformed("The payload is not JSON.");
  }
}

/** Holds a query against the description. What the description does not have is ignored. @throws Refusal */
export function judgeQuery(id: IamOperationId, query: URLSearchParams): void {
  for (const [name, schema] of queryParameters(id)) {
    for (const value of query.getAll(name))
      if (firstFault(schema, readAs(schema, value)) !== undefined)
        throw malformed(`The query parameter ${name} is not as described.`);
  }
}

/** A text as what the description says that it is, where it can be read so. */
function readAs({ type }: Schema, text: string): unknown {
  if (type === "integer" && /^-?\d+$/.test(text)) return Number(text);
  return type === "boolean" && /^(true|false)$/.test(text) ? text === "true" : text;
}
