/** What an error answer says, whichever of the many shapes it came in. */
export interface Fault {
  code?: string;
  text?: string;
  requestId?: string;
}

const asText = (value: unknown): string | undefined =>
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

/**
 * Removes what gateways echo and logs must not hold: the canonical request after a failed signature, and the
 * credentials wherever they stand.
 */
export function scrub(text: string, secrets: readonly string[]): string {
  const clean = text.replace(/[\s,:;]*canonical.?request.*$/is, "");
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, "***"), clean);
}
