/** There is no payload. */
export const nothing: unique symbol = Symbol("nothing");

/** The payload is not JSON. The text of it is not kept, since it could hold secrets. */
export class NotJson {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
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
    return new NotJson("bytes that are not UTF-8");
  }
}

function parse(text: string): unknown {
  if (text === "") return nothing;
  try {
    return JSON.parse(text);
  } catch {
    return new NotJson(`${text.length} characters of other text`);
  }
}
