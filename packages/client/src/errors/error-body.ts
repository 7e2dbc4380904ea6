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
function faultIn(fields: Readonly<Record<string, unknown>>, lastName: string): Fault | undefined {
  const code = asText(fields.error_code ?? fields.errorCode ?? fields.code ?? fields[lastName]);
  const text = asText(fields.error_msg ?? fields.errorMsg ?? fields.message);
  if (code !== undefined || text !== undefined) {
    const requestId = asText(fields.request_id);
    return { ...(code && { code }), ...(text && { text }), ...(requestId && { requestId }) };
  }
  return undefined;
}

/** The error that a body is or holds; `nestedName` is the last name that its code can have one level down. */
export function readFault(body: unknown, nestedName = "type"): Fault | undefined {
  const fields = Object(body) as Readonly<Record<string, unknown>>;
  const fault = faultIn(fields, "code");
  if (fault || typeof body !== "object") return fault;
  return Object.values(fields)
    .map((value) => faultIn(Object(value), nestedName))
    .find((each) => each !== undefined);
}

/** Parses an error answer; one that is no JSON (a proxy's page, nothing, a cut-off text) is said to be so. */
export function parseFault(raw: string): Fault {
  if (raw.trim() === "") return { text: "the answer has no body" };
  try {
    return readFault(JSON.parse(raw)) ?? { text: "the answer names no error code" };
  } catch {
    return { text: unparsable(raw) };
  }
}

/** How to call a body that should have been JSON. */
export const unparsable = (raw: string): string =>
  /^\s*</.test(raw) ? "the answer is an HTML page, not the API's" : "the answer is not JSON, or was cut off";

/** What a good status came with, if that is an error all the same: only a code says so for certain. */
export function faultInAnswer(answer: unknown): Fault | undefined {
  const fault = Array.isArray(answer) ? undefined : readFault(answer, "code");
  return fault?.code ? fault : undefined;
}

/** A shorter secret is nobody's real one, and would be found by chance in the middle of words. */
const shortestSecret = 8;
/** A server's text is cut off here, so that none of its own making floods a log. */
const longestText = 1_000;

/** A private key, or what a cut-off text has of it. */
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)/gs;

/** A secret as it stands in a text, and in JSON. */
const spellings = (secret: string): string[] => [secret, JSON.stringify(secret).slice(1, -1)];

/** Puts asterisks in place of the secrets wherever they stand, and of private keys. */
export const mask = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter(({ length }) => length >= shortestSecret)
    .flatMap(spellings)
    .reduce((rest, secret) => rest.replaceAll(secret, "***"), text)
    .replace(privateKey, "***");

/** The text, or nothing of it if it repeats a secret: a short one cannot be told from a part of a word. */
export const omit = (text: string, secrets: readonly string[]): string =>
  secrets.some((secret) => secret && spellings(secret).some((each) => text.includes(each))) ? "" : text;

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
  return printable(said.replace(/(?<![\s.,:;])[\s.,:;]+$/, ""));
}

/** What would break a line, move the cursor or turn the direction of writing. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A text that a message can hold on one line of a log or a terminal: the rest is escaped as in JSON. */
export const printable = (text: string): string =>
  text.replace(unprintable, (sign) => {
    const json = JSON.stringify(sign).slice(1, -1);
    return json === sign ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}` : json;
  });
