import type { Reason } from "./payloads.ts";

/** There is no payload. */
export const nothing: unique symbol = Symbol("nothing");

/** The payload is not JSON. The text of it is not kept, since it could hold secrets. */
export class NotJson {
  readonly reason: Reason;

  constructor(reason: Reason) {
    this.reason = reason;
  }
}

/** The payload is longer than what is to be read. */
export class TooLong {
  readonly reason: Reason;

  /** @param limit in bytes */
  constructor(limit: number) {
    this.reason = { key: "body.large", values: { limit } };
  }
}

/** The value of a payload that is given as text, bytes or parsed JSON. */
export function readPayload(body: unknown): unknown {
  if (body === undefined) return nothing;
  if (typeof body === "string") return parse(body);
  if (!(body instanceof Uint8Array)) return body;
  try {
    return parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return new NotJson({ key: "body.notUtf8" });
  }
}

function parse(given: string): unknown {
  // The decoder of bytes takes the mark of byte order off as well.
  const text = given.startsWith("\ufeff") ? given.slice(1) : given;
  if (text === "") return nothing;
  try {
    return JSON.parse(text);
  } catch (error) {
    return new NotJson(brokenAt(error));
  }
}

/** Says where the text breaks, if the runtime tells. The rest of its message can quote the payload. */
function brokenAt(error: unknown): Reason {
  const position = / at position (\d+)/.exec(String(error))?.[1];
  if (position === undefined) return { key: "body.broken" };
  return { key: "body.brokenAt", values: { position: Number(position) + 1 } };
}
