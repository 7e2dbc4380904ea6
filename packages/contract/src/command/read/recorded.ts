import type { HeaderPairs, RecordedExchange } from "../exchange.ts";

const { isUtf8 } = process.getBuiltinModule("node:buffer");

/** A recorded call as it was read, and what is wrong with the recording. */
export interface Recorded {
  readonly exchange: RecordedExchange | undefined;
  /** Payloads that were there and are not in the recording. */
  readonly unrecorded: { readonly request: boolean; readonly response: boolean };
  /** One sentence each. */
  readonly faults: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const NOTHING: Recorded = {
  exchange: undefined,
  unrecorded: { request: false, response: false },
  faults: [],
};

/**
 * Reads an entry of a HAR, or a call as this package writes it: `{ request: { method, url, headers, body }, response: {
 * status, headers, body } }`, where `headers` is an object or a list, and `body` JSON or its text.
 */
export function readRecorded(bytes: Buffer, position: string): Recorded {
  const text = bytes.toString("utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ...NOTHING, faults: [`This is not JSON${brokenAt(error)}.`] };
  }
  const recorded = readEntry(value, position);
  // What is not UTF-8 was replaced by that character, which can also stand there itself.
  if (!text.includes(REPLACEMENT) || isUtf8(bytes)) return recorded;
  return { ...recorded, faults: ["This is not UTF-8 throughout.", ...recorded.faults] };
}

const REPLACEMENT = "\ufffd";

/** Says where, if the runtime tells. The rest of its message can quote the payload. */
function brokenAt(error: unknown): string {
  const position = / at position (\d+)/.exec(String(error))?.[1];
  return position === undefined ? "" : `: it breaks at its character ${Number(position) + 1}`;
}

function readEntry(value: unknown, position: string): Recorded {
  if (!isObject(value) || !isObject(value.request)) {
    return { ...NOTHING, faults: ['This is no call: it has no "request".'] };
  }
  const { request, response, startedDateTime, startedAt = startedDateTime } = value;
  const { method, url } = request;
  if (typeof method !== "string" || typeof url !== "string") {
    return { ...NOTHING, faults: ['This is no call: its "request" has no "method" or no "url".'] };
  }
  const faults: string[] = [];
  const sent = readPayload(request, request.postData, "request", faults);
  const answer = isObject(response) ? readAnswer(response, faults) : undefined;
  return {
    exchange: {
      position,
      request: { method, url, headers: headersOf(request), body: sent.body },
      response: answer,
      startedAt: typeof startedAt === "string" ? startedAt : undefined,
    },
    unrecorded: { request: sent.isMissing, response: answer?.isMissing ?? false },
    faults,
  };
}

interface Answer {
  readonly status: number;
  readonly headers: HeaderPairs | undefined;
  readonly body: unknown;
  readonly isMissing: boolean;
}

function readAnswer(response: Json, faults: string[]): Answer | undefined {
  const status = statusOf(response.status);
  if (status === undefined) return undefined;
  const { body, isMissing } = readPayload(response, response.content, "answer", faults);
  return { status, headers: headersOf(response), body, isMissing };
}

/** Recorders write 0 or -1 where no answer came. */
function statusOf(status: unknown): number | undefined {
  const number = typeof status === "string" ? Number(status) : status;
  return typeof number === "number" && Number.isInteger(number) && number > 0 ? number : undefined;
}

function headersOf({ headers }: Json): HeaderPairs | undefined {
  if (!isObject(headers)) return undefined;
  const pairs: (readonly [string, string])[] = [];
  if (Array.isArray(headers)) for (const header of headers) addHeader(pairs, pairOf(header));
  else for (const [name, value] of Object.entries(headers)) addHeaders(pairs, name, value);
  return pairs;
}

/** Names that begin with a colon are HTTP/2's way to write the request line. */
function addHeader(pairs: (readonly [string, string])[], [name, value]: readonly [unknown, unknown]): void {
  if (typeof name === "string" && typeof value === "string" && name[0] !== ":") pairs.push([name, value]);
}

function addHeaders(pairs: (readonly [string, string])[], name: string, value: unknown): void {
  for (const one of Array.isArray(value) ? value : [value]) addHeader(pairs, [name, one]);
}

/** A name and its value, as a pair or as an object. */
function pairOf(header: unknown): readonly [unknown, unknown] {
  if (Array.isArray(header)) return [header[0], header[1]];
  return isObject(header) ? [header.name, header.value] : [undefined, undefined];
}

interface ReadPayload {
  readonly body: unknown;
  readonly isMissing: boolean;
}

const MISSING: ReadPayload = { body: undefined, isMissing: true };

/**
 * @param held `postData` or `content` of a HAR.
 * @param faults Is added to.
 */
function readPayload(message: Json, held: unknown, whose: string, faults: string[]): ReadPayload {
  if ("body" in message) return { body: jsonOf(message.body ?? undefined), isMissing: false };
  const { text, encoding, params, size } = isObject(held) ? held : {};
  if (typeof text === "string" && text !== "") return decode(text, encoding, whose, faults);
  if (Array.isArray(params) && params.length > 0) return { body: formOf(params), isMissing: false };
  return isMissing(text, size, message.bodySize) ? MISSING : { body: undefined, isMissing: false };
}

/** Recorders that leave payloads out tell a size, or -1 where they do not know it. */
function isMissing(text: unknown, size: unknown, bodySize: unknown): boolean {
  if (typeof text === "string" && (size === 0 || size === undefined)) return false;
  const known = [size, bodySize].filter((one): one is number => typeof one === "number");
  return known.length > 0 && !known.includes(0);
}

function decode(text: string, encoding: unknown, whose: string, faults: string[]): ReadPayload {
  if (encoding === undefined || encoding === null || encoding === "") {
    return { body: jsonOf(text), isMissing: false };
  }
  const bytes = encoding === "base64" ? fromBase64(text) : undefined;
  if (bytes === undefined) {
    const fault = encoding === "base64" ? "is not base64" : "has an encoding other than base64";
    faults.push(`The payload of the ${whose} ${fault}.`);
    return MISSING;
  }
  return { body: isUtf8(bytes) ? jsonOf(bytes.toString("utf8")) : bytes, isMissing: false };
}

function fromBase64(text: string): Buffer | undefined {
  const digits = text.replace(/\s+/g, "").replace(/={1,2}$/, "");
  const isBase64 = /^[\w+/-]*$/.test(digits) && digits.length % 4 !== 1;
  return isBase64 ? Buffer.from(digits, "base64") : undefined;
}

/** Read once, for all that look at it. What cannot be read is left to the engine to report. */
function jsonOf(body: unknown): unknown {
  if (typeof body !== "string") return body;
  try {
    const value: unknown = JSON.parse(body);
    // The engine takes a string for the text of JSON.
    return isObject(value) ? value : body;
  } catch {
    return body;
  }
}

function formOf(params: readonly unknown[]): string {
  const form = new URLSearchParams();
  for (const [name, value] of params.map(pairOf)) form.append(String(name), String(value ?? ""));
  return form.toString();
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
