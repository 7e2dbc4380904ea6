/** What an error answer says, whichever of the many shapes it came in. */
export interface Fault {
  code?: string;
  text?: string;
  requestId?: string;
  /** The service has taken a change on all the same, and launched its job. */
  accepted?: boolean;
}

/** A code or a text that a server gave; anything else is none. */
export const asText = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;

/**
 * Reads `{error_code, error_msg}` (gateway), `{code, message}` (job service), `{errorCode, errorMsg}`, or either
 * of them one level down, as in `{error: {code, message}}` (this service; IAM, with a numeric code).
 */
function faultOf(body: unknown, nested = false): Fault | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const fields = body as Record<string, unknown>;
  const code = asText(
    fields.error_code ?? fields.errorCode ?? fields.code ?? (nested ? fields.type : undefined),
  );
  const text = asText(fields.error_msg ?? fields.errorMsg ?? fields.message);
  if (code !== undefined || text !== undefined) {
    const requestId = asText(fields.request_id);
    return { ...(code && { code }), ...(text && { text }), ...(requestId && { requestId }) };
  }
  if (nested) return undefined;
  return Object.values(fields)
    .map((value) => faultOf(value, true))
    .find((fault) => fault !== undefined);
}

/** Parses an error answer; one that is no JSON (a proxy's page, nothing, a cut-off text) is said to be so. */
export function parseFault(raw: string): Fault {
  if (raw.trim() === "") return { text: "the answer has no body" };
  try {
    return faultOf(JSON.parse(raw)) ?? { text: "the answer names no error code" };
  } catch {
    return { text: unparsable(raw) };
  }
}

/** How to call a body that should have been JSON. */
export const unparsable = (raw: string): string =>
  /^\s*</.test(raw) ? "the answer is an HTML page, not the API's" : "the answer is not JSON, or was cut off";

/** What a good status came with, if that is an error all the same: only a code says so for certain. */
export function faultInAnswer(answer: unknown): Fault | undefined {
  const fault = faultOf(answer);
  return fault?.code ? fault : undefined;
}

/** A shorter secret is nobody's real one, and would be found by chance in the middle of words. */
const shortestSecret = 8;
/** A server's text is cut off here, so that none of its own making floods a log. */
const longestText = 1_000;

/** Puts asterisks in place of the credentials wherever they stand. */
export const mask = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter(({ length }) => length >= shortestSecret)
    .reduce((rest, secret) => rest.replaceAll(secret, "***"), text);

/** The same, in place, for every text in an answer; `depth` ends what no real answer goes down to. */
export function maskAll<T>(answer: T, secrets: readonly string[], depth = 99): T {
  if (typeof answer === "string") return mask(answer, secrets) as T;
  if (depth === 0 || typeof answer !== "object" || answer === null) return answer;
  const holder = answer as Record<string, unknown>;
  for (const [key, value] of Object.entries(holder)) holder[key] = maskAll(value, secrets, depth - 1);
  return answer;
}

/**
 * A server's text as the part of a sentence: without what gateways echo and logs must not hold (the credentials,
 * and the canonical request after a failed signature), and without a full stop. Can come out empty.
 */
export function scrub(text: string, secrets: readonly string[]): string {
  // Masked before it is cut off, or half of a secret could remain.
  const [said = ""] = mask(text, secrets)
    .slice(0, longestText)
    .split(/canonical.?request/is, 1);
  // Looked for only where such a run begins: else a long run in the middle would take quadratic time.
  return said.replace(/(?<![\s.,:;])[\s.,:;]+$/, "");
}
