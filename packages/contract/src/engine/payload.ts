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
  } catch (error) {
    return new NotJson(brokenAt(error));
  }
}

/** Says where the text breaks, if the runtime tells. The rest of its message can quote the payload. */
function brokenAt(error: unknown): string {
  const position = / at position (\d+)/.exec(String(error))?.[1];
  return position === undefined ? "other text" : `text that breaks at character ${Number(position) + 1}`;
}
